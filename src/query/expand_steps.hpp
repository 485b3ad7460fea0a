// Steps that follow relationships from nodes that are known.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/ast.hpp"
#include "query/execution.hpp"

namespace diurna::cypher {

// Which relationships a pattern asks for.
struct RelationshipTest {
  std::vector<std::uint32_t> types;
  bool any_type = false;
  ast::Direction direction = ast::Direction::either;  // seen from where the step starts
};

// Slots of the same MATCH whose relationships must not come again: single ones and lists of them.
struct UsedRelationships {
  std::vector<std::size_t> slots;
  [[nodiscard]] bool contains(std::span<const Value> row, std::uint32_t relationship) const;
};

// From one bound node over one relationship to a node that is new, or bound as well (then it must be that one).
struct Expand {
  std::size_t from = no_slot;
  std::size_t relationship = no_slot;  // no_slot: nobody asks for it
  std::size_t to = no_slot;
  bool to_is_bound = false;
  RelationshipTest test;
  std::vector<std::uint32_t> to_labels;
  UsedRelationships used;
};
[[nodiscard]] std::unique_ptr<const Step> expand(Expand description);

// The same over a chain of relationships, all different.
struct VariableExpand {
  std::size_t from = no_slot;
  std::size_t relationships = no_slot;  // the list, in the order of the pattern; no_slot: nobody asks for it
  std::size_t to = no_slot;
  bool to_is_bound = false;
  bool reversed = false;  // the pattern is written from `to` to `from`
  RelationshipTest test;
  std::uint64_t minimum = 1;
  std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::pair<std::string, Evaluator>> properties;  // what each relationship must have
  std::vector<std::uint32_t> to_labels;
  UsedRelationships used;
};
[[nodiscard]] std::unique_ptr<const Step> variable_expand(VariableExpand description);

// The ends of a relationship, or of a list of them, that was bound before.
struct BoundRelationship {
  std::size_t relationship = no_slot;
  std::size_t left = no_slot;  // nodes of the pattern as written
  std::size_t right = no_slot;
  bool left_is_bound = false;
  bool right_is_bound = false;
  bool list = false;
  RelationshipTest test;  // seen from `left`
  UsedRelationships used;
};
[[nodiscard]] std::unique_ptr<const Step> bound_relationship(BoundRelationship description);

// Shortest chains between two bound nodes: one, or all of the smallest length. Breadth-first.
struct ShortestPath {
  std::size_t from = no_slot;
  std::size_t to = no_slot;
  std::size_t relationships = no_slot;
  RelationshipTest test;
  std::uint64_t minimum = 1;
  std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::pair<std::string, Evaluator>> properties;
  bool all = false;
};
[[nodiscard]] std::unique_ptr<const Step> shortest_path(ShortestPath description);

// Calls `visit(relationship, other end)` for each that passes the test, a loop once; stops when it says false.
template <class Visit>
bool visit_incident(const PropertyGraph& graph, std::uint32_t node, const RelationshipTest& test, Visit visit) {
  const auto visit_out = [&](NumberRange range) {
    for (std::uint32_t r = range.begin; r < range.end; ++r)
      if (!visit(r, graph.target(r))) return false;
    return true;
  };
  const bool loops_seen = test.direction == ast::Direction::either;
  const auto visit_in = [&](std::span<const Incidence> range) {
    for (const Incidence in : range)
      if (!(loops_seen && in.node == node) && !visit(in.relationship, in.node)) return false;
    return true;
  };
  const bool out = test.direction != ast::Direction::incoming;
  const bool in = test.direction != ast::Direction::outgoing;
  if (test.any_type) return (!out || visit_out(graph.outgoing(node))) && (!in || visit_in(graph.incoming(node)));
  for (const std::uint32_t type : test.types)
    if ((out && !visit_out(graph.outgoing(node, type))) || (in && !visit_in(graph.incoming(node, type)))) return false;
  return true;
}

[[nodiscard]] bool has_labels(const PropertyGraph& graph, std::uint32_t node, std::span<const std::uint32_t> labels);
// Whether a relationship's type is one of those asked for.
[[nodiscard]] bool has_type(const PropertyGraph& graph, std::uint32_t relationship, const RelationshipTest& test);

// The properties that each relationship of a chain must have, evaluated for one row.
class RequiredProperties {
 public:
  RequiredProperties(const std::vector<std::pair<std::string, Evaluator>>& wanted, const Run& run,
                     std::span<const Value> row);
  [[nodiscard]] bool hold(const PropertyGraph& graph, std::uint32_t relationship) const;

 private:
  std::vector<std::pair<std::optional<std::uint32_t>, Value>> wanted_;
};

}  // namespace diurna::cypher
