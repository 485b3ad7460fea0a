// From a checked query to a plan.
//
//     Planner planner(graph, text);
//     const Plan plan = planner.plan(analyze(parse(text)));
//
// Clauses become steps in the order of the text; a projection begins a new stage with a frame of its own, so that names
// may be used again. Only within a MATCH is the order free (query/match_order.hpp).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "query/evaluator.hpp"
#include "query/execution.hpp"

namespace diurna::cypher {

class Planner : public SubqueryPlanner {
 public:
  // Views into both must live as long as the planner; plans need neither the text nor the planner.
  Planner(const PropertyGraph& graph, std::string_view text) : graph_(graph), text_(text) {}

  [[nodiscard]] Plan plan(const ast::Query& query);

  [[nodiscard]] const PropertyGraph& graph() const override { return graph_; }
  [[nodiscard]] std::shared_ptr<const SubqueryPlan> plan(const ast::Query& query,
                                                         const std::vector<std::string>& imported) override;

 private:
  const PropertyGraph& graph_;
  std::string_view text_;
};

// One operator a line, what comes last at the top, with estimated rows.
[[nodiscard]] std::string to_text(const Plan& plan);

}  // namespace diurna::cypher
