// "did you mean …?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diurna::detail {

/// The candidate nearest to `word` when it is near enough to be a slip of the fingers, else "".
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// "; did you mean 'extract'?", or "" when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace diurna::detail
