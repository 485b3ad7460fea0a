// Checks expressions and patterns against the variables in sight, and finds the types of their values.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diurna/query/error.hpp"
#include "query/ast.hpp"
#include "query/static_type.hpp"

namespace diurna::cypher {

// Where an expression stands.
struct Standing {
  bool aggregates = false;  // may it hold aggregates?
  bool predicate = false;   // may it be a pattern?
  bool nested = false;      // is it the argument of an aggregate?
};

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  // The type of an expression. Throws QueryError when it cannot have one.
  StaticType type_of(const ast::Expression& expression, const Scope& scope, Standing standing = {});
  // As WHERE has it: a boolean or a pattern, without aggregates.
  void check_predicate(const ast::Expression& expression, const Scope& scope);

  // The variables that a MATCH adds to those in sight; checks its patterns.
  [[nodiscard]] Scope match(const ast::Match& match, const Scope& scope);

  // The same expression with its subqueries made plain. Requires that its type was asked for before.
  [[nodiscard]] ast::ExpressionPtr plain(const ast::ExpressionPtr& expression) const;

  [[noreturn]] void fail(std::string detail, std::string message, Span where, std::string hint = "") const;
  [[noreturn]] void fail_type(std::string message, Span where) const;
  // Fails unless the type may be of the kinds wanted.
  void require(const StaticType& type, Kinds wanted, std::string_view what, Span where) const;

 private:
  StaticType type(const ast::Literal& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Parameter& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Variable& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::ListLiteral& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::MapLiteral& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::PropertyAccess& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::LabelPredicate& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Index& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Slice& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Logical& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Not& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Comparison& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Arithmetic& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Sign& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::StringPredicate& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::In& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::IsNull& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Case& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::FunctionCall& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::CountStar& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::ListComprehension& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Quantifier& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Reduce& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::MapProjection& node, Span source, const Scope& scope, Standing standing);
  StaticType type(const ast::Subquery& node, Span source, const Scope& scope, Standing standing);

  StaticType aggregate_call(const ast::FunctionCall& call, Span source, const Scope& scope, Standing standing);
  void check_argument_count(const ast::FunctionCall& call, std::size_t least, std::size_t most, Span source) const;
  void check_operand(const ast::Expression& operand, const Scope& scope, Standing standing);

  void bind(Scope& scope, const std::string& name, const StaticType& type, Span where) const;
  void bind_path(Scope& scope, const ast::PathPattern& path) const;
  void bind_elements(Scope& scope, const ast::PathPattern& path) const;
  void check_relationships(const ast::Match& match) const;
  void check_properties(const ast::ExpressionPtr& properties, const Scope& scope);

  std::string_view text_;
  std::map<const ast::Query*, ast::QueryPtr> plain_queries_;
};

}  // namespace diurna::cypher
