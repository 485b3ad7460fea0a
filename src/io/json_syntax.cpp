#include "io/json_syntax.hpp"

#include <algorithm>

#include "diurna/core/error.hpp"

namespace diurna::io::detail {

std::string place_at(std::string_view bytes, std::string_view name, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::string_view in_line = before.substr(before.rfind('\n') + 1);  // npos + 1 is 0
  const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  const auto column = 1 + std::count_if(in_line.begin(), in_line.end(), starts_character);
  return std::string(name) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

void check_nesting(std::string_view bytes, std::string_view name, std::size_t limit) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (depth > limit) {
      throw ParseError({.code = "json.depth",
                        .place = place_at(bytes, name, at),
                        .message = "more than " + std::to_string(limit) + " lists and objects inside each other",
                        .hint = "no file of Diurna nests like this"});
    }
  }
}

}  // namespace diurna::io::detail
