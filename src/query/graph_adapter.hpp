// A Graph as a property graph for queries. docs/query.md has the labels, types and properties.
#pragma once

#include "diurna/graph/graph.hpp"
#include "query/property_graph.hpp"

namespace diurna::cypher {

// Nodes and relationships at once, their properties when they are first asked for: `graph` must live as long and may
// not change. Numbers follow the order of ids, whatever the order in which the graph was built.
[[nodiscard]] PropertyGraph property_graph_of(const Graph& graph);

}  // namespace diurna::cypher
