// The undirected graph of entities and events that algorithms run on, in an order that does not depend on how the graph
// was built: vertices by id, neighbours by vertex.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <string_view>
#include <vector>

#include "diurna/graph/bgl.hpp"

namespace diurna::detail {

struct Skeleton {
  using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Adjacency adjacency;
  std::vector<std::string_view> ids;  // by vertex, sorted
};

/// All entities and events with one undirected edge for each edge between them.
[[nodiscard]] Skeleton skeleton_of(const BglGraph& graph);
/// As above, with the ends of a path added whatever their kind.
[[nodiscard]] Skeleton skeleton_of(const BglGraph& graph, std::string_view from, std::string_view to);

}  // namespace diurna::detail
