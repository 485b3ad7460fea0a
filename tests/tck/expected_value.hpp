// Values as the tables of the openCypher TCK write them: 1, -0.5, 'text', [1, null], {a: 1}, (:A {x: 1}), [:T {y: 2}],
// <(:A)-[:T]->(:B)>, NaN, Inf.
#pragma once

#include <string>
#include <string_view>

#include "diurna/query/value.hpp"

namespace diurna::tck {

// Throws Error "tck.value" when the text is none.
[[nodiscard]] Value read_expected(std::string_view text);

// One text for values that the TCK takes as the same: labels and keys sorted; elements of lists as well when their
// order is to be ignored.
enum class ListOrder { kept, ignored };
[[nodiscard]] std::string canonical(const Value& value, ListOrder lists = ListOrder::kept);

}  // namespace diurna::tck
