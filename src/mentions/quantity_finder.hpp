// Finds the numbers of a document that count or measure something.
//
//     // "Between 800 and 1,000 prisoners were held"
//     find_quantities(document, syntax);      // [800, 1000], counted: prisoners
//
// Numbers inside times ("8 January"), names ("Flight 752"), scores ("3-1") and labels ("No. 5") are left out.
// Linear, deterministic, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/quantity.hpp"
#include "diurna/mentions/time_expression.hpp"
#include "diurna/text/document.hpp"

namespace diurna::detail {

[[nodiscard]] std::vector<Quantity> find_quantities(const Document& document, const Syntax& syntax);
/// The same where the times are already known.
[[nodiscard]] std::vector<Quantity> find_quantities(const Document& document, const Syntax& syntax,
                                                    std::span<const TimeExpression> times);

}  // namespace diurna::detail
