// The lexical level of Cypher: where a blank, name, number, string or operator that starts at a byte ends.
//
// Each function returns the offset behind what it found, or `at` itself when there is nothing of the kind.
#pragma once

#include <cstddef>
#include <string_view>

namespace diurna::cypher {

// Spaces, line ends and comments (// … and /* … */; one that is not closed is no blank).
[[nodiscard]] std::size_t skip_blank(std::string_view text, std::size_t at);

// A letter or _ and what follows; or anything between backticks, in which `` stands for one.
[[nodiscard]] std::size_t scan_name(std::string_view text, std::size_t at);
// Whether a name would go on at `at`: keywords must end where they end.
[[nodiscard]] bool continues_name(std::string_view text, std::size_t at);
// Words of the language that cannot name a variable unless quoted by backticks.
[[nodiscard]] bool is_reserved(std::string_view name);

// Anything that starts as a number, also 12ab: whether it is one is seen when it is read (query/literals.hpp).
[[nodiscard]] std::size_t scan_number(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t scan_digits(std::string_view text, std::size_t at);
// '…' or "…" with backslash escapes.
[[nodiscard]] std::size_t scan_string(std::string_view text, std::size_t at);
// $name, $`name`, $1.
[[nodiscard]] std::size_t scan_parameter(std::string_view text, std::size_t at);
// name(. or space.name(.: the name alone, when a parenthesis follows.
[[nodiscard]] std::size_t scan_function_name(std::string_view text, std::size_t at);
// AND, <=, STARTS WITH …: every operator between two operands.
[[nodiscard]] std::size_t scan_operator(std::string_view text, std::size_t at);

// Whether `(` at `at` can be the start of a pattern with a relationship: it has a partner, and -, <- and so on follow.
[[nodiscard]] bool may_start_pattern(std::string_view text, std::size_t at);

// Case of ASCII ignored.
[[nodiscard]] bool starts_with_word(std::string_view text, std::size_t at, std::string_view word);
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace diurna::cypher
