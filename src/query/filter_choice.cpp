#include "query/filter_choice.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "query/row_steps.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

// The one property that a predicate looks at.
struct PropertyUse {
  std::string name;
  std::string key;
  bool operator==(const PropertyUse&) const = default;
};

// Collects what a predicate depends on; gives up on anything that is not name.key or constant.
class UseFinder {
 public:
  std::optional<PropertyUse> find(const ast::Expression& predicate) {
    visit(predicate);
    return simple_ ? use_ : std::nullopt;
  }

 private:
  void visit(const ast::Expression& expression) {
    if (const auto* property = std::get_if<ast::PropertyAccess>(&expression.node))
      if (const auto* variable = std::get_if<ast::Variable>(&property->subject->node))
        return note({variable->name, property->key});
    if (std::holds_alternative<ast::Variable>(expression.node) ||
        std::holds_alternative<ast::Subquery>(expression.node) ||
        std::holds_alternative<ast::LabelPredicate>(expression.node))
      simple_ = false;
    if (const auto* call = std::get_if<ast::FunctionCall>(&expression.node)) simple_ = simple_ && is_pure(call->name);
    for_each_child(expression, [this](const ast::ExpressionPtr& child) { visit(*child); });
  }
  void note(PropertyUse use) {
    simple_ = simple_ && (!use_ || *use_ == use);
    use_ = std::move(use);
  }
  static bool is_pure(std::string name) {
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name != "rand" && name != "randomuuid" && name != "timestamp";
  }

  std::optional<PropertyUse> use_;
  bool simple_ = true;
};

}  // namespace

std::unique_ptr<const Step> choose_filter(const PlanContext& context, const ast::Expression& predicate,
                                          const Slots& slots, double rows) {
  Evaluator evaluator(predicate, slots, context.subqueries);
  const auto use = context.repeated ? std::nullopt : UseFinder().find(predicate);
  const auto key = use ? context.graph.key(use->key) : std::nullopt;
  const auto slot = use ? slots.find(use->name) : std::nullopt;
  if (!key || !slot) return filter(std::move(evaluator));
  const PropertyColumn& of_nodes = context.graph.node_column(*key);
  const PropertyColumn& of_relationships = context.graph.relationship_column(*key);
  const bool of_relationship = of_nodes.size() == 0;
  const PropertyColumn& column = of_relationship ? of_relationships : of_nodes;
  if (column.code_count() > rows * 8 + 4096) return filter(std::move(evaluator));
  return property_filter({*slot, *key, of_relationship, std::move(evaluator)});
}

}  // namespace diurna::cypher
