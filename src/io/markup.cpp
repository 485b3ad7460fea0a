#include "io/markup.hpp"

#include "diurna/text/unicode.hpp"

namespace diurna::io::detail {
namespace {

/// The Char production of XML 1.0.
bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

std::string_view entity_of(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return "";
  }
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    const std::string_view entity = entity_of(character.value);
    if (!character.valid || !is_xml_character(character.value)) {
      out += "\xEF\xBF\xBD";
    } else if (!entity.empty()) {
      out += entity;
    } else {
      out.append(text, at, character.size);
    }
    at += character.size;
  }
  return out;
}

}  // namespace diurna::io::detail
