/// The Boost graph behind Graph, for Boost's own algorithms. Opt-in: including it costs seconds of compile time.
///
///     #include <boost/graph/strong_components.hpp>
///     #include <diurna/graph/bgl.hpp>
///     const diurna::BglGraph& bgl = graph.bgl();
///     std::vector<int> component(boost::num_vertices(bgl));
///     const auto index = boost::get(boost::vertex_index, bgl);
///     boost::strong_components(bgl, boost::make_iterator_property_map(component.begin(), index));
///     bgl[boost::vertex(0, bgl)].id;                        // "e:nicolas_maduro"
///
/// Models VertexListGraph, EdgeListGraph, BidirectionalGraph; vertices are numbers from 0 in order of arrival (sort by
/// `id` where an order is printed). Views point into the Graph and live as long as it is not changed.
/// Link with diurna::bgl.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <string_view>

#include "diurna/graph/graph.hpp"

namespace diurna {

/// Bundled with a vertex; `Graph::node(id)` has the rest.
struct NodeProperties {
  std::string_view id;
  NodeKind kind = NodeKind::entity;
  std::string_view type;
  std::string_view name;
};

/// Bundled with an edge.
struct EdgeProperties {
  std::string_view type;
  std::string_view key;
  double weight = 1.0;       ///< Number of documents that say it.
  std::uint32_t record = 0;  ///< Number of the edge in order of arrival.
};

struct BglGraph
    : boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NodeProperties, EdgeProperties> {
  using adjacency_list::adjacency_list;
};

}  // namespace diurna
