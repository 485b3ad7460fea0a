// Numbers in digits and words: "1,000", "3.5 million", "twenty-four", "two hundred and six", "2 1/2", "a dozen".
#pragma once

#include <optional>

#include "mentions/lexeme.hpp"

namespace diurna::detail {

/// The number at the cursor, which moves behind it. Ordinals and indefinite numbers are none.
[[nodiscard]] std::optional<double> take_number(Cursor& cursor);
/// "third", "21st", "twenty-first".
[[nodiscard]] std::optional<int> take_ordinal(Cursor& cursor);

}  // namespace diurna::detail
