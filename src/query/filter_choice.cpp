#include "query/filter_choice.hpp"

#include <optional>

#include "query/property_use.hpp"
#include "query/row_steps.hpp"

namespace diurna::cypher {

std::unique_ptr<const Step> choose_filter(const PlanContext& context, const ast::Expression& predicate,
                                          const Slots& slots, double rows) {
  Evaluator evaluator(predicate, slots, context.subqueries);
  // The verdicts of a repeated plan would have to be forgotten for each row.
  const auto use = context.repeated ? std::nullopt : only_property_in(predicate);
  const auto property = use ? resolved(*use, context.graph, slots) : std::nullopt;
  if (!property) return filter(std::move(evaluator));
  const bool of_relationship = context.graph.node_column(property->key).size() == 0;
  const PropertyColumn& column =
      of_relationship ? context.graph.relationship_column(property->key) : context.graph.node_column(property->key);
  if (column.code_count() > rows * 8 + 4096) return filter(std::move(evaluator));
  return property_filter({property->slot, property->key, of_relationship, std::move(evaluator)});
}

}  // namespace diurna::cypher
