// Turns the order of a pattern into steps.
#pragma once

#include <string_view>

#include "query/evaluator.hpp"
#include "query/execution.hpp"
#include "query/match_order.hpp"
#include "query/pattern.hpp"

namespace diurna::cypher {

// What all parts of a planner share.
struct PlanContext {
  const PropertyGraph& graph;
  SubqueryPlanner& subqueries;
  std::string_view text;  // of the query, for descriptions
  bool repeated = false;  // the plan is run once for each row of another: steps must be cheap to start again
};

struct PlannedMatch {
  StepChain chain;
  double rows = 0;
};

// The steps that find `pattern`; its variables get slots. `rows` is how often they are expected to be run.
[[nodiscard]] PlannedMatch plan_match(const PlanContext& context, const Pattern& pattern, Slots& slots, double rows);

// The words of the query that an expression was read from.
[[nodiscard]] std::string words_of(const PlanContext& context, const ast::Expression& expression);

}  // namespace diurna::cypher
