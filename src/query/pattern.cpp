#include "query/pattern.hpp"

#include <algorithm>
#include <utility>

#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

template <class Node>
ast::ExpressionPtr expression(Node node, Span source) {
  return std::make_shared<const ast::Expression>(ast::Expression{std::move(node), source});
}

class PatternBuilder {
 public:
  Pattern build(const ast::Match& match) {
    for (const ast::PathPattern& path : match.patterns) add(path);
    for (const ast::ExpressionPtr& conjunct : conjuncts(match.where)) add_predicate(conjunct);
    return std::move(pattern_);
  }

 private:
  void add(const ast::PathPattern& path) {
    std::size_t left = add(path.nodes.front());
    PatternPath built{.name = path.variable.value_or(""), .start = left, .relationships = {}};
    for (std::size_t i = 0; i < path.relationships.size(); ++i) {
      const std::size_t right = add(path.nodes[i + 1]);
      built.relationships.push_back(add(path.relationships[i], left, right, path.search));
      left = right;
    }
    if (path.variable) pattern_.paths.push_back(std::move(built));
  }

  std::size_t add(const ast::NodePattern& node) {
    const std::string name = node.variable ? *node.variable : " node " + std::to_string(pattern_.nodes.size());
    auto found = std::ranges::find(pattern_.nodes, name, &PatternNode::name);
    if (found == pattern_.nodes.end()) {
      pattern_.nodes.push_back({.name = name, .named = node.variable.has_value(), .labels = {}});
      found = pattern_.nodes.end() - 1;
    }
    for (const std::string& label : node.labels)
      if (std::ranges::find(found->labels, label) == found->labels.end()) found->labels.push_back(label);
    add_properties(name, node.properties);
    return static_cast<std::size_t>(found - pattern_.nodes.begin());
  }

  std::size_t add(const ast::RelationshipPattern& relationship, std::size_t left, std::size_t right,
                  ast::PathPattern::Search search) {
    const std::size_t number = pattern_.relationships.size();
    PatternRelationship built{
        .name = relationship.variable ? *relationship.variable : " relationship " + std::to_string(number),
        .named = relationship.variable.has_value(),
        .left = left,
        .right = right,
        .types = relationship.types,
        .direction = relationship.direction,
        .length = relationship.length,
        .search = search,
        .properties = nullptr,
        .source = relationship.source};
    const bool chain = relationship.length || search != ast::PathPattern::Search::every;
    if (chain) {
      built.properties = relationship.properties;
    } else {
      add_properties(built.name, relationship.properties);
    }
    pattern_.relationships.push_back(std::move(built));
    return number;
  }

  void add_properties(const std::string& name, const ast::ExpressionPtr& properties) {
    if (properties == nullptr) return;
    if (const auto* map = std::get_if<ast::MapLiteral>(&properties->node))
      for (const auto& [key, value] : map->entries) add_predicate(property_equals(name, key, value));
  }

  void add_predicate(const ast::ExpressionPtr& predicate) {
    pattern_.predicates.push_back({.expression = predicate, .variables = free_variables(*predicate)});
  }

  Pattern pattern_;
};

}  // namespace

Pattern pattern_of(const ast::Match& match) { return PatternBuilder().build(match); }

ast::ExpressionPtr property_equals(const std::string& name, const std::string& key, const ast::ExpressionPtr& value) {
  const auto variable = expression(ast::Variable{name}, value->source);
  const auto property = expression(ast::PropertyAccess{variable, key}, value->source);
  return expression(ast::Comparison{{property, value}, {ast::Comparison::Operator::equal}}, value->source);
}

}  // namespace diurna::cypher
