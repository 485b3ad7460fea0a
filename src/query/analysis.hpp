// What a query must satisfy before it is planned: names are known and of one type, aggregates stand where they may,
// columns have one name each, constants are in range. Reference: openCypher 9, sections on scoping and aggregation.
//
//     const ast::Query query = analyze(parse(text));
//
// The result is the same query made plain for the planner:
// - RETURN * and WITH * are written out: `star` is false, items are in the order of their names;
// - ORDER BY after an aggregating or DISTINCT projection, and any WHERE after WITH … aggregate, names columns: parts
// that
//   repeat an item's expression (`RETURN n.name, count(*) ORDER BY count(*)`) are replaced by its name, so that they
//   see nothing but the columns. After another projection they may see the variables before it as well; a column hides
//   a variable of the same name;
// Throws QueryError, kind syntax or type, with the place.
#pragma once

#include <string>
#include <vector>

#include "query/ast.hpp"
#include "query/static_type.hpp"

namespace diurna::cypher {

[[nodiscard]] ast::Query analyze(const ast::Query& query);
// The same for a query in an expression, which sees the variables of `outer` and need not end with RETURN.
[[nodiscard]] ast::Query analyze_subquery(const ast::Query& query, const Scope& outer);

// Whether count(*) or an aggregate function is part of it.
[[nodiscard]] bool is_aggregating(const ast::Expression& expression);
[[nodiscard]] bool is_aggregating(const ast::Projection& projection);

// A part of an aggregating expression that is neither in an aggregate nor one of the grouping keys; null when all is.
[[nodiscard]] const ast::Expression* ungrouped_part(const ast::Expression& expression,
                                                    const std::vector<ast::ExpressionPtr>& keys);

// The calls of aggregates taken out of expressions, so that a grouping operator can compute them first.
//
//     AggregateExtraction aggregates;
//     auto rest = aggregates.extract(item);   // a.x + count(*) * 2  ->  a.x + ` aggregate 0` * 2
//     aggregates.calls();                     // count(*)
//
// What is left besides the calls depends on grouping keys alone and may be evaluated on any row of its group.
class AggregateExtraction {
 public:
  [[nodiscard]] ast::ExpressionPtr extract(const ast::ExpressionPtr& expression);
  [[nodiscard]] const std::vector<ast::ExpressionPtr>& calls() const { return calls_; }
  // The name of the variable that stands for call number `index`; it has a blank, no query can spell it unquoted.
  [[nodiscard]] static std::string name(std::size_t index);

 private:
  std::vector<ast::ExpressionPtr> calls_;
};

}  // namespace diurna::cypher
