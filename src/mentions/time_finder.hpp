// Finds the times of a document and places them on the calendar.
//
//     // article of 2026-01-08: "He was released on Monday night, two days after …"
//     find_times(document, syntax);      // TIME 2026-01-05TNI …
//
// Works on the words; the tree, where there is one, tells tense and heads. Linear, deterministic, thread-safe.
#pragma once

#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/time_expression.hpp"
#include "diurna/text/document.hpp"

namespace diurna::detail {

[[nodiscard]] std::vector<TimeExpression> find_times(const Document& document, const Syntax& syntax);

}  // namespace diurna::detail
