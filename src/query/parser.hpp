// Text to syntax tree: a PEG of openCypher 9 (query/grammar.hpp) whose parse tree is turned into an ast::Query.
//
//     const ast::Query query = parse("MATCH (p:PERSON) RETURN p.name");
//
// Time is linear in the length of the query but for nesting, which is limited. Throws QueryError: with the place that
// could not be read on, what could stand there, and the keyword or clause that was probably meant.
#pragma once

#include <string_view>

#include "query/ast.hpp"

namespace diurna::cypher {

enum class Dialect {
  reading,      // what Diurna offers: every writing clause is refused by name
  with_create,  // CREATE as well: to set up the graphs of tests
};

[[nodiscard]] ast::Query parse(std::string_view text, Dialect dialect = Dialect::reading);

}  // namespace diurna::cypher
