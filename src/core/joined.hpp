// Texts one behind the other.
//
//     joined(std::vector<std::string>{"a", "b"}, ", ");      // "a, b"
#pragma once

#include <string>
#include <string_view>

namespace diurna::detail {

/// The texts of a range with `separator` between them; empty texts at the front leave no separator.
template <class Texts>
std::string joined(const Texts& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

}  // namespace diurna::detail
