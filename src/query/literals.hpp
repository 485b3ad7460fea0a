// What the words of a literal stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "diurna/core/span.hpp"

namespace diurna::cypher {

// 12, 0x1F, 0o17, .5, 1e9 at `where` in `query`; `negative` when a minus stands before it (so that the least integer
// can be written). Throws QueryError InvalidNumberLiteral, IntegerOverflow, FloatingPointOverflow.
[[nodiscard]] std::variant<std::int64_t, double> read_number(std::string_view query, Span where, bool negative);

// The string between the quotes, escapes resolved. Throws QueryError InvalidUnicodeLiteral, UnexpectedSyntax.
[[nodiscard]] std::string read_string(std::string_view query, Span where);

}  // namespace diurna::cypher
