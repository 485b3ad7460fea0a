// How many rows to expect: counts of the graph, and where those say nothing, the customary fractions (Selinger et al.,
// Access Path Selection in a Relational Database Management System, SIGMOD 1979).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "query/ast.hpp"
#include "query/expand_steps.hpp"
#include "query/pattern.hpp"
#include "query/property_graph.hpp"
#include "query/scan_steps.hpp"

namespace diurna::cypher {

// A predicate that an index of a property can answer: name.key compared with `value`.
struct IndexablePredicate {
  std::string name;
  std::string key;  // "" for id(name)
  SeekKind kind = SeekKind::equal;
  ast::ExpressionPtr value;
};
[[nodiscard]] std::optional<IndexablePredicate> indexable(const ast::Expression& predicate);
// The same with the sides of an equality exchanged: a.x = b.y is a seek of b by a.x as well.
[[nodiscard]] std::optional<IndexablePredicate> indexable_turned(const ast::Expression& predicate);

class Estimates {
 public:
  explicit Estimates(const PropertyGraph& graph) : graph_(graph) {}

  [[nodiscard]] double nodes() const { return graph_.node_count(); }
  // Nodes with all these labels.
  [[nodiscard]] double nodes(std::span<const std::uint32_t> labels) const;
  // Nodes that the index finds for the predicate; nothing when it should not be used.
  [[nodiscard]] std::optional<double> found(const IndexablePredicate& predicate) const;
  // Of rows that the predicate is asked of, the part that stays.
  [[nodiscard]] double selectivity(const ast::Expression& predicate) const;
  [[nodiscard]] double selectivity(std::span<const std::uint32_t> labels) const;

  [[nodiscard]] double relationships(const RelationshipTest& test) const;
  // Relationships of one node with these labels.
  [[nodiscard]] double degree(std::span<const std::uint32_t> labels, const RelationshipTest& test) const;
  // The part of relationships whose far end has these labels.
  [[nodiscard]] double far_end(std::span<const std::uint32_t> labels, const RelationshipTest& test) const;

 private:
  template <class Count>
  [[nodiscard]] double sum_over_types(const RelationshipTest& test, Count count) const;

  const PropertyGraph& graph_;
};

// Numbers of names; nothing when a label is not in the graph.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> label_numbers(const PropertyGraph& graph,
                                                                      std::span<const std::string> labels);
// Types that are not in the graph are left out.
[[nodiscard]] RelationshipTest relationship_test(const PropertyGraph& graph, const PatternRelationship& relationship);

}  // namespace diurna::cypher
