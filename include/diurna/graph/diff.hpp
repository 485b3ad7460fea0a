/// What has changed between two graphs.
///
///     for (const diurna::NodeChange& change : diurna::diff(before, after).nodes)
///       for (const diurna::FieldChange& field : change.fields)
///         std::cout << change.node.id << ' ' << field.field << ": " << field.before << " -> " << field.after << '\n';
///     // e:otto_rehm property.country: VEN -> COL
///
/// Nodes are compared by id, edges by source, type, target and key. Two graphs without a difference are equal. Linear
/// in the graphs; only what differs is kept. Thread-safe for graphs that do not change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna {

enum class Change { appeared, vanished, changed };
/// "appeared", "vanished", "changed".
[[nodiscard]] std::string_view to_text(Change change);

/// One difference. Of fields that hold one value ("type", "name", "property.country") both are given; of those that
/// hold several ("alias", "document", "claim", "evidence", "join") one is empty: the value came or went.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
  bool operator==(const FieldChange&) const = default;
};

struct NodeChange {
  Change change = Change::changed;
  Node node;                        ///< As it is afterwards; as it was, when it vanished.
  std::vector<FieldChange> fields;  ///< Of nodes that changed.
};

struct EdgeChange {
  Change change = Change::changed;
  Edge edge;
  std::vector<FieldChange> fields;
};

struct GraphDiff {
  std::vector<NodeChange> nodes;  ///< By id.
  std::vector<EdgeChange> edges;  ///< By source, type, target and key.
  [[nodiscard]] bool empty() const { return nodes.empty() && edges.empty(); }
};

[[nodiscard]] GraphDiff diff(const Graph& before, const Graph& after);

}  // namespace diurna
