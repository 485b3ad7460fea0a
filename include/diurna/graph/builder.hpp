/// What one reading contributes to a graph, as plain nodes and edges; Graph::add does this by itself.
///
///     const diurna::GraphParts parts = diurna::graph_parts(reading);
///     for (const diurna::Edge& edge : parts.edges) std::cout << edge.source << ' ' << edge.type << '\n';
///
/// Nodes: the document; every named entity and whoever else takes part in a fact; events; the times, quantities and
/// phrases that fill roles. Linear in the number of mentions and facts. Pure and thread-safe.
#pragma once

#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna {

struct GraphParts {
  std::vector<Node> nodes;  ///< Sorted by id.
  std::vector<Edge> edges;  ///< Sorted by source, type, target, key.
};

[[nodiscard]] GraphParts graph_parts(const Reading& reading, const GraphOptions& options = {});

}  // namespace diurna
