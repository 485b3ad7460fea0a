#include "query/projection_analysis.hpp"

#include <algorithm>

#include "query/analysis.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

ast::ProjectionItem item_of(const std::string& name, Span source) {
  return {std::make_shared<const ast::Expression>(ast::Expression{ast::Variable{name}, source}), name, true};
}

}  // namespace

void ProjectionAnalysis::write_out_star() {
  if (!projection_.star) return;
  projection_.star = false;
  std::vector<ast::ProjectionItem> items;
  for (const auto& [name, type] : before_) items.push_back(item_of(name, projection_.source));
  items.insert(items.end(), projection_.items.begin(), projection_.items.end());
  projection_.items = std::move(items);
}

void ProjectionAnalysis::check_items() {
  for (ast::ProjectionItem& item : projection_.items) {
    const StaticType type = checker_.type_of(*item.expression, before_, {.aggregates = true});
    item.expression = checker_.plain(item.expression);
    if (!columns_.emplace(item.name, type).second)
      checker_.fail("ColumnNameConflict", "two columns are called '" + item.name + "'", item.expression->source,
                    "give one another name: … AS name");
  }
}

void ProjectionAnalysis::check_grouping() const {
  if (!aggregating_) return;
  std::vector<ast::ExpressionPtr> keys;
  for (const ast::ProjectionItem& item : projection_.items)
    if (!is_aggregating(*item.expression)) keys.push_back(item.expression);
  for (const ast::ProjectionItem& item : projection_.items) {
    if (!is_aggregating(*item.expression)) continue;
    if (const ast::Expression* part = ungrouped_part(*item.expression, keys))
      checker_.fail("AmbiguousAggregationExpression", "beside an aggregate, this must be a column of its own",
                    part->source, "compute it in a WITH before");
  }
}

void ProjectionAnalysis::check_bound(const ast::ExpressionPtr& count, std::string_view word) {
  if (!count) return;
  if (!free_variables(*count).empty() || is_aggregating(*count))
    checker_.fail("NonConstantExpression", std::string(word) + " cannot depend on rows", count->source);
  checker_.require(checker_.type_of(*count, {}), kinds::integer, word, count->source);
  const auto* literal = std::get_if<ast::Literal>(&count->node);
  const auto* value = literal == nullptr ? nullptr : std::get_if<std::int64_t>(&literal->value);
  if (value != nullptr && *value < 0)
    checker_.fail("NegativeIntegerArgument", std::string(word) + " cannot be negative", count->source);
}

bool ProjectionAnalysis::is_part_of_key(std::string_view name) const {
  return std::ranges::any_of(projection_.items, [&](const ast::ProjectionItem& item) {
    return !is_aggregating(*item.expression) && free_variables(*item.expression).contains(std::string(name));
  });
}

// Parts that repeat the expression of a column become its name; a name that is a column's stays.
ast::ExpressionPtr ProjectionAnalysis::in_columns(const ast::ExpressionPtr& expression) const {
  const auto* variable = std::get_if<ast::Variable>(&expression->node);
  if (variable != nullptr && columns_.contains(variable->name)) return expression;
  for (const ast::ProjectionItem& item : projection_.items)
    if (same(*item.expression, *expression)) return item_of(item.name, expression->source).expression;
  return rewrite_children(expression, [&](const ast::ExpressionPtr& child) { return in_columns(child); });
}

ProjectionAnalysis::Behind ProjectionAnalysis::behind(const ast::ExpressionPtr& expression) const {
  Behind behind{expression, columns_};
  if (!closed_) {
    behind.scope.insert(before_.begin(), before_.end());
    return behind;
  }
  behind.expression = in_columns(expression);
  if (!is_aggregating(*expression)) return behind;
  for (const std::string& name : free_variables(*behind.expression))
    if (!columns_.contains(name) && is_part_of_key(name))
      checker_.fail("AmbiguousAggregationExpression", "beside an aggregate, '" + name + "' must be a column of its own",
                    expression->source, "compute it in a WITH before");
  return behind;
}

ast::Projection ProjectionAnalysis::run(const ast::Projection& projection) {
  projection_ = projection;
  write_out_star();
  aggregating_ = is_aggregating(projection_);
  closed_ = aggregating_ || projection_.distinct;
  check_items();
  check_grouping();
  for (ast::SortItem& item : projection_.order_by) {
    const Behind key = behind(item.expression);
    checker_.type_of(*key.expression, key.scope);
    item.expression = checker_.plain(key.expression);
  }
  check_bound(projection_.skip, "SKIP");
  check_bound(projection_.limit, "LIMIT");
  return projection_;
}

ast::ExpressionPtr ProjectionAnalysis::where(const ast::ExpressionPtr& condition) {
  const Behind plain = behind(condition);
  checker_.check_predicate(*plain.expression, plain.scope);
  return checker_.plain(plain.expression);
}

}  // namespace diurna::cypher
