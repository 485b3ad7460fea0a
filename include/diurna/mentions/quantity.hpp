/// Numbers and ranges of the text: "five", "between 800 and 1,000", "at least a dozen", "$3.5 million", "8%".
#pragma once

#include <string>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"

namespace diurna {

struct Quantity {
  Span span;  ///< With its hedge: "between 800 and 1,000", "at least a dozen".
  TokenRange tokens;
  TokenId head = TokenId::none();  ///< The number word.
  TokenId counted =
      TokenId::none();  ///< The noun that is counted or the unit's token ("prisoners"); none() if there is none.
  double low = 0;       ///< Lower bound; for an exact number low == high.
  double high = 0;      ///< Upper bound; +infinity for "at least", "more than".
  std::string unit;  ///< "" for a plain count, "%" for a share, "USD" (ISO 4217) for money, "km", "kg" … for measures.
};

}  // namespace diurna
