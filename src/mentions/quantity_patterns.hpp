// What a run of words says as a quantity, before its place in the sentence is looked at.
#pragma once

#include <optional>
#include <string_view>

#include "mentions/lexeme.hpp"

namespace diurna::detail {

struct QuantityMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t number_begin = 0;  // the pieces of the number itself
  std::size_t number_end = 0;
  std::size_t unit = 0;  // piece behind the number that names the unit; `end` when there is none
  double low = 0;
  double high = 0;
  std::string_view unit_code = {};  // as Quantity::unit
  bool indefinite = false;
};

/// The longest quantity that starts at this piece.
[[nodiscard]] std::optional<QuantityMatch> match_quantity(Cursor cursor);

}  // namespace diurna::detail
