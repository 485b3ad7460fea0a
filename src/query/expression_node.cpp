#include "query/expression_node.hpp"

#include <algorithm>
#include <string>

#include "diurna/query/error.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

std::size_t depth_of(const ast::Query& query) {
  std::size_t depth = 0;
  for_each_expression(query, [&](const ast::ExpressionPtr& part) { depth = std::max(depth, part->depth); });
  return depth;
}

}  // namespace

void fail_too_deep(std::string_view text, Span source) {
  throw QueryError({.detail = "NestedTooDeeply",
                    .message = "this expression has more than " + std::to_string(deepest_tree) + " levels",
                    .hint = "split the query with WITH"},
                   text, {source.begin, source.begin + 1});
}

ast::ExpressionPtr make_expression(std::string_view text, ast::Expression::Node node, Span source) {
  ast::Expression expression{std::move(node), source};
  std::size_t below = 0;
  for_each_child(expression, [&](const ast::ExpressionPtr& child) { below = std::max(below, child->depth); });
  if (const auto* subquery = std::get_if<ast::Subquery>(&expression.node)) below = depth_of(*subquery->query);
  expression.depth = below + 1;
  if (expression.depth > deepest_tree) fail_too_deep(text, source);
  return std::make_shared<const ast::Expression>(std::move(expression));
}

}  // namespace diurna::cypher
