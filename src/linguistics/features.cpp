#include "linguistics/features.hpp"

#include <algorithm>

#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_shape = 8;
constexpr std::size_t longest_run = 3;

constexpr bool ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The ASCII character that a quotation mark or dash stands for, else itself.
constexpr char32_t unified(char32_t c) {
  switch (c) {
    case U'’':
    case U'‘':
    case U'`':
      return U'\'';
    case U'“':
    case U'”':
      return U'"';
    case U'–':
    case U'—':
    case U'\u2011':
    case U'\u2212':
      return U'-';
    default:
      return c;
  }
}

constexpr char ascii_normal(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  if (c >= '0' && c <= '9') return '0';
  return c == '`' ? '\'' : c;
}

char shape_of(char32_t original) {
  const char32_t c = unified(original);
  if (c < 0x80) {
    const char a = static_cast<char>(c);
    if (a >= '0' && a <= '9') return '0';
    if (a >= 'A' && a <= 'Z') return 'X';
    return a >= 'a' && a <= 'z' ? 'x' : a;
  }
  return is_upper(c) ? 'X' : 'x';
}

/// Bytes of the first or last `count` characters; nothing when the word is shorter.
std::string_view prefix(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) {
    do ++at;
    while (at < text.size() && continuation(text[at]));
  }
  return count == 0 ? text.substr(0, at) : std::string_view();
}

std::string_view suffix(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (; count > 0 && at > 0; --count) {
    do --at;
    while (at > 0 && continuation(text[at]));
  }
  return count == 0 ? text.substr(at) : std::string_view();
}

std::uint32_t row_of(std::uint8_t kind, std::string_view text, std::size_t rows) {
  return text.empty() ? 0 : static_cast<std::uint32_t>(1 + feature_hash(kind, text) % (rows - 1));
}

}  // namespace

std::string normal_form(std::string_view form) {
  if (std::all_of(form.begin(), form.end(), ascii)) {
    std::string out(form);
    std::transform(out.begin(), out.end(), out.begin(), ascii_normal);
    return out;
  }
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const DecodedCharacter c = decode_utf8(form, at);
    out += c.valid ? encode_utf8(unified(c.value)) : std::string(form.substr(at, c.size));
    at += c.size;
  }
  out = fold_case(out);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= '0' && c <= '9' ? '0' : c; });
  return out;
}

std::string word_shape(std::string_view form) {
  std::string out;
  std::size_t run = 0;
  for (std::size_t at = 0; at < form.size() && out.size() < longest_shape;) {
    const DecodedCharacter c = decode_utf8(form, at);
    at += c.size;
    const char kind = shape_of(c.value);
    run = !out.empty() && out.back() == kind ? run + 1 : 1;
    if (run <= longest_run) out += kind;
  }
  return out;
}

std::uint64_t feature_hash(std::uint8_t kind, std::string_view text) {
  constexpr std::uint64_t prime = 0x100000001B3U;
  std::uint64_t value = (0xCBF29CE484222325U ^ kind) * prime;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * prime;
  return value ^ (value >> 32U);
}

WordRows word_rows(std::string_view form, std::string_view normal, std::size_t word_table, std::size_t affix_table) {
  WordRows out;
  out.word = row_of(0, normal, word_table);
  for (std::uint8_t k = 2; k <= 5; ++k) out.affixes[k - 2U] = row_of(k, suffix(normal, k), affix_table);
  for (std::uint8_t k = 1; k <= 4; ++k) {
    out.affixes[k + 3U] = row_of(static_cast<std::uint8_t>(10 + k), prefix(normal, k), affix_table);
  }
  out.affixes[8] = row_of(20, word_shape(form), affix_table);
  out.vector_key = static_cast<std::uint32_t>(feature_hash(30, normal));
  return out;
}

}  // namespace diurna::detail
