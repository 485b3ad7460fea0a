// Which parts of an expression are aggregates, and what may stand beside them.
#include <algorithm>

#include "query/analysis.hpp"
#include "query/functions.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

bool is_aggregate(const ast::Expression& expression) {
  if (std::holds_alternative<ast::CountStar>(expression.node)) return true;
  const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
  return call != nullptr && find_aggregate(call->name) != nullptr;
}

// Looks for what is neither a key, nor an aggregate, nor bound by the expression itself.
class GroupingSearch {
 public:
  explicit GroupingSearch(const std::vector<ast::ExpressionPtr>& keys) : keys_(keys) {}

  const ast::Expression* find(const ast::Expression& expression) {
    if (is_aggregate(expression) || is_key(expression)) return nullptr;
    if (const auto* variable = std::get_if<ast::Variable>(&expression.node))
      return std::ranges::find(bound_, variable->name) == bound_.end() ? &expression : nullptr;
    const std::size_t before = bound_.size();
    for (std::string& name : bound_names(expression)) bound_.push_back(std::move(name));
    const ast::Expression* found = nullptr;
    for_each_child(expression, [&](const ast::ExpressionPtr& child) {
      if (found == nullptr) found = find(*child);
    });
    bound_.resize(before);
    return found;
  }

 private:
  // Only variables and properties count as repeated keys, as in openCypher.
  [[nodiscard]] bool is_key(const ast::Expression& expression) const {
    const bool leaf = std::holds_alternative<ast::Variable>(expression.node) ||
                      std::holds_alternative<ast::PropertyAccess>(expression.node);
    return leaf && std::ranges::any_of(keys_, [&](const ast::ExpressionPtr& key) { return same(*key, expression); });
  }

  const std::vector<ast::ExpressionPtr>& keys_;
  std::vector<std::string> bound_;
};

}  // namespace

const ast::Expression* ungrouped_part(const ast::Expression& expression, const std::vector<ast::ExpressionPtr>& keys) {
  return GroupingSearch(keys).find(expression);
}

bool is_aggregating(const ast::Expression& expression) {
  if (is_aggregate(expression)) return true;
  bool found = false;
  for_each_child(expression, [&](const ast::ExpressionPtr& child) { found = found || is_aggregating(*child); });
  return found;
}

bool is_aggregating(const ast::Projection& projection) {
  return std::ranges::any_of(projection.items,
                             [](const ast::ProjectionItem& item) { return is_aggregating(*item.expression); });
}

std::string AggregateExtraction::name(std::size_t index) { return " aggregate " + std::to_string(index); }

ast::ExpressionPtr AggregateExtraction::extract(const ast::ExpressionPtr& expression) {
  if (!is_aggregate(*expression))
    return rewrite_children(expression, [&](const ast::ExpressionPtr& child) { return extract(child); });
  const auto known = std::ranges::find_if(calls_, [&](const auto& call) { return same(*call, *expression); });
  const auto index = static_cast<std::size_t>(known - calls_.begin());
  if (known == calls_.end()) calls_.push_back(expression);
  return std::make_shared<const ast::Expression>(ast::Expression{ast::Variable{name(index)}, expression->source});
}

}  // namespace diurna::cypher
