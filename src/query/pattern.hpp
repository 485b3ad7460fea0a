// The patterns of one MATCH as one small graph: nodes that are named alike are one, and everything that must hold of
// them is a list of predicates.
//
//     MATCH (a:A {x: 1})-[r:T]->(b), (b)-->(c) WHERE a.y > c.y
//
// has the nodes a, b, c, two relationships, and the predicates a.x = 1, a.y > c.y; the labels stay with the nodes.
// What has no name gets one that no query can spell.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/ast.hpp"

namespace diurna::cypher {

struct PatternNode {
  std::string name;
  bool named = false;
  std::vector<std::string> labels;
};

struct PatternRelationship {
  std::string name;
  bool named = false;
  std::size_t left = 0;  // nodes, as written
  std::size_t right = 0;
  std::vector<std::string> types;
  ast::Direction direction = ast::Direction::either;  // seen from `left`
  std::optional<ast::Length> length;
  ast::PathPattern::Search search = ast::PathPattern::Search::every;
  ast::ExpressionPtr properties;  // of each relationship of a chain; those of a single one are predicates
  Span source;
};

struct PatternPath {
  std::string name;
  std::size_t start = 0;
  std::vector<std::size_t> relationships;
};

struct Predicate {
  ast::ExpressionPtr expression;
  std::set<std::string> variables;  // all names in it
};

struct Pattern {
  std::vector<PatternNode> nodes;
  std::vector<PatternRelationship> relationships;
  std::vector<PatternPath> paths;
  std::vector<Predicate> predicates;
};

[[nodiscard]] Pattern pattern_of(const ast::Match& match);

// name.key = value, as a predicate.
[[nodiscard]] ast::ExpressionPtr property_equals(const std::string& name, const std::string& key,
                                                 const ast::ExpressionPtr& value);

}  // namespace diurna::cypher
