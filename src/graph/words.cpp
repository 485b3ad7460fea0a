#include "graph/words.hpp"

#include "diurna/text/unicode.hpp"

namespace diurna::detail {

std::string folded_words(std::string_view text) {
  const std::string valid = repaired_utf8(text);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < valid.size();) {
    const DecodedCharacter character = decode_utf8(valid, at);
    if (is_space(character.value)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out.append(valid, at, character.size);
    }
    at += character.size;
  }
  return out;
}

}  // namespace diurna::detail
