#include "io/rdf/term.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == ':';
}

/// Whether Turtle reads it after a prefix without escapes: words joined by single dots.
bool is_local_name(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.' || text.front() == '-') return false;
  return text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c) && c != '~' && c != ':'; });
}

std::string_view iri_of_prefix(std::string_view prefix) {
  const auto found = std::find_if(prefixes.begin(), prefixes.end(), [=](const Prefix& p) { return p.first == prefix; });
  return found->second;
}

struct ToLiteral {
  LiteralText operator()(bool value) const { return {value ? "true" : "false", "xsd:boolean"}; }
  LiteralText operator()(std::int64_t value) const { return {std::to_string(value), "xsd:integer"}; }
  LiteralText operator()(double value) const { return {double_text(value), "xsd:double"}; }
  LiteralText operator()(const std::string& value) const { return {value, {}}; }
};

}  // namespace

std::string segment(std::string_view text) {
  const bool only_dots = text == "." || text == "..";  // would be eaten when IRIs are resolved
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    if (is_plain(c) && !only_dots) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::optional<std::string> text_of_segment(std::string_view segment) {
  std::string out;
  out.reserve(segment.size());
  for (std::size_t at = 0; at < segment.size(); ++at) {
    if (segment[at] != '%') {
      out += segment[at];
      continue;
    }
    unsigned byte = 0;
    const std::string_view hex = segment.substr(at + 1, 2);
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), byte, 16);
    if (hex.size() != 2 || error != std::errc() || end != hex.data() + 2) return std::nullopt;
    out += static_cast<char>(byte);
    at += 2;
  }
  return out;
}

std::string expanded(std::string_view name) {
  const std::size_t colon = name.find(':');
  return std::string(iri_of_prefix(name.substr(0, colon))) + std::string(name.substr(colon + 1));
}

DataName::DataName(std::string_view prefix, std::string_view text) : kind_(Term::Kind::name) {
  if (is_local_name(text)) {
    text_ = std::string(prefix) + ":" + std::string(text);
  } else {
    kind_ = Term::Kind::iri;
    text_ = std::string(iri_of_prefix(prefix)) + segment(text);
  }
}

std::string double_text(double number) {
  std::array<char, 40> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
  const std::string text(buffer.data(), end);
  const std::size_t e = text.find('e');
  if (e == std::string::npos) return text;
  std::string mantissa = text.substr(0, e);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  std::string_view exponent = std::string_view(text).substr(e + 1);
  const bool negative = exponent.starts_with('-');
  exponent.remove_prefix(1);  // the sign is always there
  while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
  return mantissa + "E" + (negative ? "-" : "") + std::string(exponent);
}

LiteralText literal_of(const Property& value) { return std::visit(ToLiteral{}, value); }

}  // namespace diurna::io::detail::rdf
