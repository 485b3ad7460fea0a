// Checks WITH and RETURN, and makes them plain: * written out, what follows the items in terms of the columns.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "query/ast.hpp"
#include "query/checker.hpp"

namespace diurna::cypher {

class ProjectionAnalysis {
 public:
  // `scope` holds the variables before the projection.
  ProjectionAnalysis(Checker& checker, const Scope& scope) : checker_(checker), before_(scope) {}

  [[nodiscard]] ast::Projection run(const ast::Projection& projection);
  // The condition behind WITH. Requires run().
  [[nodiscard]] ast::ExpressionPtr where(const ast::ExpressionPtr& condition);
  // The variables behind it: the columns.
  [[nodiscard]] const Scope& result() const { return columns_; }

 private:
  void write_out_star();
  void check_items();
  void check_grouping() const;
  void check_bound(const ast::ExpressionPtr& count, std::string_view word);
  // An expression of ORDER BY or WHERE in plain form, and what it may see.
  struct Behind {
    ast::ExpressionPtr expression;
    Scope scope;
  };
  [[nodiscard]] Behind behind(const ast::ExpressionPtr& expression) const;
  [[nodiscard]] ast::ExpressionPtr in_columns(const ast::ExpressionPtr& expression) const;
  [[nodiscard]] bool is_part_of_key(std::string_view name) const;

  Checker& checker_;
  const Scope& before_;
  Scope columns_;
  ast::Projection projection_;
  bool aggregating_ = false;
  bool closed_ = false;  // what follows sees the columns only: after DISTINCT or aggregates
};

}  // namespace diurna::cypher
