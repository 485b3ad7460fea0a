// Quick look at the character at a place of a text, as the tokenizer and the splitter need it.
#pragma once

#include <cstdint>
#include <string_view>

#include "diurna/text/unicode.hpp"

namespace diurna::detail {

enum class CharacterKind : std::uint8_t { space, letter, digit, mark, other };

struct Character {
  char32_t value = U' ';
  std::size_t size = 0;  // 0: behind the end of the text
  CharacterKind kind = CharacterKind::space;

  [[nodiscard]] bool is(CharacterKind wanted) const { return kind == wanted; }
  [[nodiscard]] bool is_word() const { return kind == CharacterKind::letter || kind == CharacterKind::digit; }
};

/// The character at `offset` of `text.substr(0, end)`; a space of size 0 when `offset >= end`. Broken bytes count as
/// letters, so that a word in another encoding stays in one piece.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset, std::size_t end);
/// The character that ends before `offset`, not looking before `begin`.
[[nodiscard]] Character character_before(std::string_view text, std::size_t offset, std::size_t begin);

[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'`';
}
[[nodiscard]] constexpr bool is_terminal(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'\u2026' || c == U'\u3002' || c == U'\u203C' || c == U'\u2049' ||
         c == U'\u061F' || c == U'\u06D4' || c == U'\u0964' || c == U'\uFF01' || c == U'\uFF1F';
}

}  // namespace diurna::detail
