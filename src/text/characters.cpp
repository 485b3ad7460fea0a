#include "text/characters.hpp"

#include <array>

namespace diurna::detail {
namespace {

CharacterKind kind_of(char32_t c) {
  if (is_letter(c) || c == 0xFFFD) return CharacterKind::letter;
  if (is_digit(c)) return CharacterKind::digit;
  if (is_space(c)) return CharacterKind::space;
  return is_mark(c) ? CharacterKind::mark : CharacterKind::other;
}

const std::array<CharacterKind, 128>& ascii_kinds() {
  static const std::array<CharacterKind, 128> kinds = [] {
    std::array<CharacterKind, 128> out{};
    for (std::size_t c = 0; c < out.size(); ++c) out[c] = kind_of(static_cast<char32_t>(c));
    return out;
  }();
  return kinds;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset, std::size_t end) {
  if (offset >= end) return {};
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1, ascii_kinds()[byte]};
  const DecodedCharacter decoded = decode_utf8(text.substr(0, end), offset);
  return {decoded.value, decoded.size, kind_of(decoded.value)};
}

Character character_before(std::string_view text, std::size_t offset, std::size_t begin) {
  if (offset <= begin) return {};
  std::size_t start = offset - 1;
  while (start > begin && offset - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
  const Character whole = character_at(text, start, offset);
  return start + whole.size == offset ? whole : character_at(text, offset - 1, offset);
}

}  // namespace diurna::detail
