// Checks of MATCH: each variable is of one kind, relationships are named once, properties are maps.
#include <set>

#include "query/checker.hpp"

namespace diurna::cypher {
namespace {

StaticType type_of_relationship(const ast::RelationshipPattern& relationship) {
  const StaticType one{kinds::relationship};
  return relationship.length ? list_of(one) : one;
}

// Whether a value of the type known so far can be what the pattern asks for.
bool compatible(const StaticType& known, const StaticType& wanted) {
  if (!known.may_be(wanted.kinds)) return false;
  const bool lists = wanted.kinds == Kinds(kinds::list) && known.element && wanted.element;
  return !lists || known.element->may_be(wanted.element->kinds);
}

}  // namespace

void Checker::bind(Scope& scope, const std::string& name, const StaticType& type, Span where) const {
  const auto [found, added] = scope.try_emplace(name, type);
  if (added || compatible(found->second, type)) return;
  fail("VariableTypeConflict",
       "'" + name + "' is already " + to_text(found->second.kinds) + " and cannot be " + to_text(type.kinds) + " here",
       where);
}

void Checker::bind_path(Scope& scope, const ast::PathPattern& path) const {
  if (!path.variable) return;
  if (!scope.try_emplace(*path.variable, StaticType{kinds::path}).second)
    fail("VariableAlreadyBound", "there is a variable '" + *path.variable + "' already", path.source);
}

void Checker::bind_elements(Scope& scope, const ast::PathPattern& path) const {
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (path.nodes[i].variable) bind(scope, *path.nodes[i].variable, {kinds::node | kinds::null}, path.nodes[i].source);
    if (i == path.relationships.size()) continue;
    const ast::RelationshipPattern& relationship = path.relationships[i];
    if (relationship.variable)
      bind(scope, *relationship.variable, type_of_relationship(relationship), relationship.source);
  }
}

void Checker::check_relationships(const ast::Match& match) const {
  std::set<std::string> named;
  for (const ast::PathPattern& path : match.patterns)
    for (const ast::RelationshipPattern& relationship : path.relationships)
      if (relationship.variable && !named.insert(*relationship.variable).second)
        fail("RelationshipUniquenessViolation",
             "'" + *relationship.variable + "' cannot be two relationships of one MATCH", relationship.source);
}

void Checker::check_properties(const ast::ExpressionPtr& properties, const Scope& scope) {
  if (!properties) return;
  if (std::holds_alternative<ast::Parameter>(properties->node))
    fail("InvalidParameterUse", "a pattern takes its properties from a map, not from a parameter", properties->source,
         "name each property: {name: $name}");
  type_of(*properties, scope);
}

Scope Checker::match(const ast::Match& match, const Scope& scope) {
  Scope bound = scope;
  for (const ast::PathPattern& path : match.patterns) {
    bind_elements(bound, path);
    bind_path(bound, path);
    const bool search = path.search != ast::PathPattern::Search::every;
    if (search && path.relationships.size() != 1)
      fail("InvalidArgumentType", "shortestPath() searches along one relationship", path.source,
           "for example (a)-[*]-(b)");
  }
  check_relationships(match);
  for (const ast::PathPattern& path : match.patterns) {
    for (const ast::NodePattern& node : path.nodes) check_properties(node.properties, bound);
    for (const ast::RelationshipPattern& relationship : path.relationships)
      check_properties(relationship.properties, bound);
  }
  if (match.where) check_predicate(*match.where, bound);
  return bound;
}

}  // namespace diurna::cypher
