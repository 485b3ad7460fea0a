#include "query/property_use.hpp"

#include <algorithm>
#include <cctype>
#include <utility>
#include <variant>

#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

bool is_pure(std::string function) {
  std::ranges::transform(function, function.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return function != "rand" && function != "randomuuid" && function != "timestamp";
}

// Gives up on anything that is not name.key or constant.
class UseFinder {
 public:
  std::optional<PropertyUse> find(const ast::Expression& expression) {
    visit(expression);
    return simple_ ? use_ : std::nullopt;
  }

 private:
  void visit(const ast::Expression& expression) {
    if (auto use = property_of(expression)) return note(std::move(*use));
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

  std::optional<PropertyUse> use_;
  bool simple_ = true;
};

}  // namespace

std::optional<PropertyUse> property_of(const ast::Expression& expression) {
  const auto* property = std::get_if<ast::PropertyAccess>(&expression.node);
  if (property == nullptr) return std::nullopt;
  const auto* variable = std::get_if<ast::Variable>(&property->subject->node);
  if (variable == nullptr) return std::nullopt;
  return PropertyUse{variable->name, property->key};
}

std::optional<PropertyUse> only_property_in(const ast::Expression& expression) { return UseFinder().find(expression); }

std::optional<PropertySlot> resolved(const PropertyUse& use, const PropertyGraph& graph, const Slots& slots) {
  const auto key = graph.key(use.key);
  const auto slot = slots.find(use.name);
  if (!key || !slot) return std::nullopt;
  return PropertySlot{*slot, *key};
}

}  // namespace diurna::cypher
