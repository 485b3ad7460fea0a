#include "query/analysis.hpp"

#include <algorithm>
#include <set>

#include "query/checker.hpp"
#include "query/projection_analysis.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

enum class Use { whole, subquery };

std::vector<std::string> columns_of(const ast::Return& clause) {
  std::vector<std::string> names;
  for (const ast::ProjectionItem& item : clause.projection.items) names.push_back(item.name);
  return names;
}

// One part of a UNION, clause after clause.
class PartAnalysis {
 public:
  PartAnalysis(Checker& checker, Scope scope) : checker_(checker), scope_(std::move(scope)) {}

  ast::SingleQuery run(const ast::SingleQuery& part, Use use) {
    ast::SingleQuery plain;
    for (std::size_t i = 0; i < part.clauses.size(); ++i) {
      const ast::Clause& clause = part.clauses[i];
      check_place(clause, i + 1 == part.clauses.size(), use);
      std::visit([&](const auto& node) { plain.clauses.push_back({analyzed(node, clause.source), clause.source}); },
                 clause.node);
    }
    return plain;
  }

 private:
  void check_place(const ast::Clause& clause, bool last, Use use) const {
    const bool returns = std::holds_alternative<ast::Return>(clause.node);
    if (returns && !last) fail_order("RETURN can only be the last clause", clause);
    const bool creates = std::holds_alternative<ast::Create>(clause.node);
    if (creates && use == Use::subquery) fail_order("a subquery only reads", clause);
    const bool ends = returns || creates || (use == Use::subquery && std::holds_alternative<ast::Match>(clause.node));
    if (last && !ends) fail_order("the query ends without RETURN", clause);
  }

  [[noreturn]] void fail_order(std::string message, const ast::Clause& clause) const {
    checker_.fail("InvalidClauseComposition", std::move(message), clause.source);
  }

  ast::Match analyzed(ast::Match match, Span) {
    scope_ = checker_.match(match, scope_);
    for (ast::PathPattern& path : match.patterns) make_plain(path);
    if (match.where) match.where = checker_.plain(match.where);
    return match;
  }

  ast::Unwind analyzed(ast::Unwind unwind, Span source) {
    const StaticType list = checker_.type_of(*unwind.list, scope_);
    if (scope_.contains(unwind.variable))
      checker_.fail("VariableAlreadyBound", "there is a variable '" + unwind.variable + "' already", source);
    const bool elements = list.kinds.within(kinds::list | kinds::null);
    scope_.insert_or_assign(unwind.variable, elements ? list.element_type() : StaticType{});
    unwind.list = checker_.plain(unwind.list);
    return unwind;
  }

  ast::Create analyzed(ast::Create create, Span) {
    for (ast::PathPattern& path : create.patterns) {
      if (path.variable) scope_.try_emplace(*path.variable, StaticType{kinds::path});
      for (const ast::NodePattern& node : path.nodes)
        if (node.variable) scope_.try_emplace(*node.variable, StaticType{kinds::node});
      for (const ast::RelationshipPattern& relationship : path.relationships)
        if (relationship.variable) scope_.try_emplace(*relationship.variable, StaticType{kinds::relationship});
      make_plain(path);
    }
    return create;
  }

  ast::With analyzed(const ast::With& with, Span) {
    for (const ast::ProjectionItem& item : with.projection.items)
      if (!item.aliased)
        checker_.fail("NoExpressionAlias", "WITH needs a name for this expression", item.expression->source,
                      "write … AS name");
    ProjectionAnalysis projection(checker_, scope_);
    ast::With plain{projection.run(with.projection), nullptr};
    if (with.where) plain.where = projection.where(with.where);
    scope_ = projection.result();
    return plain;
  }

  ast::Return analyzed(const ast::Return& clause, Span source) {
    if (clause.projection.star && scope_.empty())
      checker_.fail("NoVariablesInScope", "RETURN * needs variables, and there are none", source);
    ProjectionAnalysis projection(checker_, scope_);
    ast::Return plain{projection.run(clause.projection)};
    scope_ = projection.result();
    return plain;
  }

  // Properties of patterns: their subqueries are made plain, too.
  void make_plain(ast::PathPattern& path) {
    const auto each = [&](ast::ExpressionPtr& properties) {
      if (!properties) return;
      checker_.type_of(*properties, scope_);
      properties = checker_.plain(properties);
    };
    for (ast::NodePattern& node : path.nodes) each(node.properties);
    for (ast::RelationshipPattern& relationship : path.relationships) each(relationship.properties);
  }

  Checker& checker_;
  Scope scope_;
};

void check_union(const ast::Query& query, const Checker& checker) {
  std::vector<std::string> first;
  for (const ast::SingleQuery& part : query.parts) {
    const auto* clause = std::get_if<ast::Return>(&part.clauses.back().node);
    const std::vector<std::string> columns = clause == nullptr ? std::vector<std::string>() : columns_of(*clause);
    if (&part == &query.parts.front()) first = columns;
    if (columns != first)
      checker.fail("DifferentColumnsInUnion", "the parts of a UNION have different columns", part.clauses.back().source,
                   "give the columns the same names, in the same order");
  }
}

ast::Query analyzed(const ast::Query& query, const Scope& outer, Use use) {
  Checker checker(*query.text);
  ast::Query plain = query;
  plain.parts.clear();
  for (const ast::SingleQuery& part : query.parts) plain.parts.push_back(PartAnalysis(checker, outer).run(part, use));
  check_union(plain, checker);
  return plain;
}

}  // namespace

ast::Query analyze(const ast::Query& query) { return analyzed(query, {}, Use::whole); }

ast::Query analyze_subquery(const ast::Query& query, const Scope& outer) {
  return analyzed(query, outer, Use::subquery);
}

}  // namespace diurna::cypher
