// The first word of a gazetteer key, under which the scan for known names is indexed.
#pragma once

#include <string_view>

namespace diurna::detail {

/// Up to the first space or ASCII punctuation: "al-qaeda" → "al", "people's party" → "people".
[[nodiscard]] inline std::string_view first_word(std::string_view key) {
  std::size_t end = 0;
  while (end < key.size() && ((key[end] >= 'a' && key[end] <= 'z') || (key[end] >= '0' && key[end] <= '9') ||
                              static_cast<unsigned char>(key[end]) >= 0x80)) {
    ++end;
  }
  return key.substr(0, end);
}

}  // namespace diurna::detail
