// Walks over syntax trees: children, free variables, conjuncts, sameness, rewriting. Used by the checks and by the
// planner.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "query/ast.hpp"

namespace diurna::cypher {

using ExpressionVisitor = std::function<void(const ast::ExpressionPtr&)>;
using ExpressionRewriter = std::function<ast::ExpressionPtr(const ast::ExpressionPtr&)>;

// Calls `visit` with each direct child that is there; the clauses of a subquery are not children.
void for_each_child(const ast::Expression& expression, const ExpressionVisitor& visit);

// Calls `visit` with every expression that stands in a clause or pattern of the query itself, from first to last.
void for_each_expression(const ast::Query& query, const ExpressionVisitor& visit);
void for_each_expression(const ast::Clause& clause, const ExpressionVisitor& visit);

// The same expression with each direct child replaced by what `rewrite` makes of it.
[[nodiscard]] ast::ExpressionPtr rewrite_children(const ast::ExpressionPtr& expression,
                                                  const ExpressionRewriter& rewrite);

// The names that an expression binds for some of its children: of a comprehension, quantifier or reduce.
[[nodiscard]] std::vector<std::string> bound_names(const ast::Expression& expression);

// The variables that an expression takes from around it; those it binds itself (comprehensions, subqueries) are not
// among them. For the subquery of an expression: every name it mentions, as it may see them all.
[[nodiscard]] std::set<std::string> free_variables(const ast::Expression& expression);

// a AND (b AND c) -> a, b, c. Nothing for an absent expression.
[[nodiscard]] std::vector<ast::ExpressionPtr> conjuncts(const ast::ExpressionPtr& predicate);

// Whether two expressions are written the same, their places aside.
[[nodiscard]] bool same(const ast::Expression& a, const ast::Expression& b);

}  // namespace diurna::cypher
