// Parse tree to syntax tree. Clauses and patterns are built in builder.cpp, expressions in
// expression_builder.cpp (operators) and atom_builder.cpp (what stands between them).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/query/error.hpp"
#include "query/ast.hpp"
#include "query/parser.hpp"
#include "query/tree.hpp"

namespace diurna::cypher {

// The child branches of a branch, read from first to last.
class Children {
 public:
  explicit Children(Branch parent) : next_(parent.begin()), end_(parent.end()) {}
  [[nodiscard]] bool empty() const { return next_ == end_; }
  [[nodiscard]] Branch peek() const { return *next_; }
  [[nodiscard]] bool at(Kind kind) const { return !empty() && peek().kind() == kind; }
  Branch take() { return *next_++; }
  // Takes the next branch when it is of this kind.
  bool take(Kind kind) {
    if (!at(kind)) return false;
    ++next_;
    return true;
  }

 private:
  Branch::Iterator next_;
  Branch::Iterator end_;
};

class Builder {
 public:
  Builder(std::string_view text, Dialect dialect) : text_(text), dialect_(dialect) {}

  [[nodiscard]] ast::Query query(Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr expression(Branch branch) const;

 private:
  // Clauses and patterns
  [[nodiscard]] ast::Clause clause(Branch branch) const;
  [[nodiscard]] ast::Match match(Branch branch) const;
  [[nodiscard]] ast::Projection projection(Branch branch) const;
  [[nodiscard]] ast::ProjectionItem item(Branch branch) const;
  [[nodiscard]] ast::PathPattern path(Branch branch) const;
  void add_elements(ast::PathPattern& path, Children elements) const;
  [[nodiscard]] ast::NodePattern node(Branch branch) const;
  [[nodiscard]] ast::RelationshipPattern relationship(Branch branch) const;
  [[nodiscard]] ast::Length length(Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr where(Children& rest) const;

  // Expressions
  class Operators;
  [[nodiscard]] ast::ExpressionPtr operand(Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr atom(Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr postfix(ast::ExpressionPtr subject, Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr subscript(ast::ExpressionPtr subject, Branch branch) const;
  [[nodiscard]] ast::ExpressionPtr number(Branch branch, bool negative) const;
  [[nodiscard]] ast::ExpressionPtr literal(Branch branch) const;
  [[nodiscard]] ast::Expression::Node collection(Branch branch) const;
  [[nodiscard]] ast::Expression::Node comprehension(Branch branch) const;
  [[nodiscard]] ast::Expression::Node subquery(Branch branch) const;
  [[nodiscard]] ast::Case case_expression(Branch branch) const;
  [[nodiscard]] ast::FunctionCall function(Branch branch) const;
  [[nodiscard]] ast::MapProjection map_projection(Branch branch) const;
  [[nodiscard]] std::pair<std::string, ast::ExpressionPtr> map_entry(Branch branch) const;

  [[noreturn]] void fail(QueryError::Report report, Span where) const {
    throw QueryError(std::move(report), text_, where);
  }

  std::string_view text_;
  Dialect dialect_;
};

// The name that the words stand for: without backticks.
[[nodiscard]] std::string name_of(Branch branch);
[[nodiscard]] std::vector<std::string> names_of(Branch branch);

}  // namespace diurna::cypher
