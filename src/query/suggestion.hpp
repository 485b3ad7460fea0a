// "did you mean …?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace diurna::cypher {

// The candidate that `word` was most probably meant to be, case aside; "" when none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace diurna::cypher
