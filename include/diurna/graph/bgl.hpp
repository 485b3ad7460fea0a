/// The graph as Boost.Graph sees it, for Boost's own algorithms. Opt-in: including it costs seconds of compile time.
///
///     #include <boost/graph/strong_components.hpp>
///     #include <diurna/graph/bgl.hpp>
///     const diurna::BglGraph& bgl = graph.bgl();
///     std::vector<int> component(boost::num_vertices(bgl));
///     const auto index = boost::get(boost::vertex_index, bgl);
///     boost::strong_components(bgl, boost::make_iterator_property_map(component.begin(), index));
///     bgl[boost::vertex(0, bgl)].id;                        // "e:nicolas_maduro"
///     boost::get(&diurna::EdgeProperties::weight, bgl);     // a property map
///
/// Models VertexListGraph, EdgeListGraph, BidirectionalGraph and AdjacencyGraph, with bundled properties that are made
/// when asked for. Not an adjacency_list, because that takes six times the memory (docs/performance.md): here an edge
/// is a row of seven numbers, and the edges of a vertex are chained through the rows. Vertices are numbers from 0 in
/// order of arrival (sort by `id` where an order is printed), edges have theirs in `boost::edge_index`. out_degree is
/// linear in itself. Views point into the Graph and live as long as it is not changed. Link with diurna::bgl.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range_core.hpp>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

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

namespace detail {

struct GraphTexts;

inline constexpr std::uint32_t no_edge = 0xFFFFFFFFU;

/// Texts are numbers of the graph's tables, `said` is where the list of what documents say begins.
struct VertexRow {
  std::uint32_t id = 0;
  std::uint32_t type = no_edge;
  std::uint32_t name = no_edge;
  std::uint32_t said = 0;
  std::uint32_t first_out = no_edge;
  std::uint32_t first_in = no_edge;
  NodeKind kind = NodeKind::entity;
};

struct EdgeRow {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t label = 0;  // type and key
  std::uint32_t said = 0;
  std::uint32_t next_out = no_edge;
  std::uint32_t next_in = no_edge;
  std::uint32_t documents = 0;
};

}  // namespace detail

struct BglGraph {
  struct Edge {
    std::uint32_t index = 0;
    auto operator<=>(const Edge&) const = default;
  };
  struct Traversal : boost::bidirectional_graph_tag,
                     boost::adjacency_graph_tag,
                     boost::vertex_list_graph_tag,
                     boost::edge_list_graph_tag {};

  using vertex_descriptor = std::size_t;
  using edge_descriptor = Edge;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = Traversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_bundled = NodeProperties;
  using edge_bundled = EdgeProperties;

  /// Walks a chain of edges; `next` says which.
  template <std::uint32_t detail::EdgeRow::* next>
  class ChainIterator : public boost::iterator_facade<ChainIterator<next>, Edge, boost::forward_traversal_tag, Edge> {
   public:
    ChainIterator() = default;
    ChainIterator(const detail::EdgeRow* rows, std::uint32_t at) : rows_(rows), at_(at) {}

   private:
    friend class boost::iterator_core_access;
    [[nodiscard]] Edge dereference() const { return {at_}; }
    void increment() { at_ = rows_[at_].*next; }
    [[nodiscard]] bool equal(const ChainIterator& other) const { return at_ == other.at_; }

    const detail::EdgeRow* rows_ = nullptr;
    std::uint32_t at_ = detail::no_edge;
  };
  struct ToEdge {
    Edge operator()(std::uint32_t index) const { return {index}; }
  };
  struct ToTarget {
    const detail::EdgeRow* rows = nullptr;
    std::size_t operator()(const Edge& edge) const { return rows[edge.index].target; }
  };

  using vertex_iterator = boost::counting_iterator<std::size_t>;
  using edge_iterator = boost::transform_iterator<ToEdge, boost::counting_iterator<std::uint32_t>, Edge, Edge>;
  using out_edge_iterator = ChainIterator<&detail::EdgeRow::next_out>;
  using in_edge_iterator = ChainIterator<&detail::EdgeRow::next_in>;
  using adjacency_iterator = boost::transform_iterator<ToTarget, out_edge_iterator, std::size_t, std::size_t>;

  [[nodiscard]] static constexpr vertex_descriptor null_vertex() { return ~std::size_t{0}; }
  [[nodiscard]] NodeProperties operator[](vertex_descriptor vertex) const;
  [[nodiscard]] EdgeProperties operator[](edge_descriptor edge) const;

  std::vector<detail::VertexRow> vertex_rows;
  std::vector<detail::EdgeRow> edge_rows;
  const detail::GraphTexts* texts = nullptr;
};

[[nodiscard]] inline auto vertices(const BglGraph& graph) {
  using At = BglGraph::vertex_iterator;
  return std::pair(At(0), At(graph.vertex_rows.size()));
}
[[nodiscard]] inline auto edges(const BglGraph& graph) {
  const auto at = [](std::size_t index) {
    return BglGraph::edge_iterator(boost::counting_iterator<std::uint32_t>(static_cast<std::uint32_t>(index)));
  };
  return std::pair(at(0), at(graph.edge_rows.size()));
}
[[nodiscard]] inline auto out_edges(std::size_t vertex, const BglGraph& graph) {
  using At = BglGraph::out_edge_iterator;
  return std::pair(At(graph.edge_rows.data(), graph.vertex_rows[vertex].first_out), At());
}
[[nodiscard]] inline auto in_edges(std::size_t vertex, const BglGraph& graph) {
  using At = BglGraph::in_edge_iterator;
  return std::pair(At(graph.edge_rows.data(), graph.vertex_rows[vertex].first_in), At());
}
[[nodiscard]] inline auto adjacent_vertices(std::size_t vertex, const BglGraph& graph) {
  const auto [begin, end] = out_edges(vertex, graph);
  const BglGraph::ToTarget to_target{graph.edge_rows.data()};
  using At = BglGraph::adjacency_iterator;
  return std::pair(At(begin, to_target), At(end, to_target));
}
[[nodiscard]] inline std::size_t num_vertices(const BglGraph& graph) { return graph.vertex_rows.size(); }
[[nodiscard]] inline std::size_t num_edges(const BglGraph& graph) { return graph.edge_rows.size(); }
[[nodiscard]] inline std::size_t vertex(std::size_t number, const BglGraph&) { return number; }
[[nodiscard]] inline std::size_t source(BglGraph::Edge edge, const BglGraph& graph) {
  return graph.edge_rows[edge.index].source;
}
[[nodiscard]] inline std::size_t target(BglGraph::Edge edge, const BglGraph& graph) {
  return graph.edge_rows[edge.index].target;
}
[[nodiscard]] inline std::size_t out_degree(std::size_t vertex, const BglGraph& graph) {
  const auto [begin, end] = out_edges(vertex, graph);
  return static_cast<std::size_t>(std::distance(begin, end));
}
[[nodiscard]] inline std::size_t in_degree(std::size_t vertex, const BglGraph& graph) {
  const auto [begin, end] = in_edges(vertex, graph);
  return static_cast<std::size_t>(std::distance(begin, end));
}
[[nodiscard]] inline std::size_t degree(std::size_t vertex, const BglGraph& graph) {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}
[[nodiscard]] inline std::pair<BglGraph::Edge, bool> edge(std::size_t from, std::size_t to, const BglGraph& graph) {
  const auto [begin, end] = out_edges(from, graph);
  for (auto at = begin; at != end; ++at) {
    if (target(*at, graph) == to) return {*at, true};
  }
  return {BglGraph::Edge{}, false};
}

/// Reads one member of a bundle.
template <class Bundle, class Descriptor, class Value>
struct BundleMap {
  using key_type = Descriptor;
  using value_type = Value;
  using reference = Value;
  using category = boost::readable_property_map_tag;
  const BglGraph* graph = nullptr;
  Value Bundle::* member = nullptr;

  friend Value get(const BundleMap& map, const Descriptor& key) { return (*map.graph)[key].*map.member; }
  Value operator[](const Descriptor& key) const { return get(*this, key); }
};
template <class Value>
using NodePropertyMap = BundleMap<NodeProperties, std::size_t, Value>;
template <class Value>
using EdgePropertyMap = BundleMap<EdgeProperties, BglGraph::Edge, Value>;

/// Numbers of edges from 0.
struct EdgeIndexMap {
  using key_type = BglGraph::Edge;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(const EdgeIndexMap&, const BglGraph::Edge& edge) { return edge.index; }
  std::size_t operator[](const BglGraph::Edge& edge) const { return edge.index; }
};
using VertexIndexMap = boost::typed_identity_property_map<std::size_t>;

template <class Value>
[[nodiscard]] NodePropertyMap<Value> get(Value NodeProperties::* member, const BglGraph& graph) {
  return {&graph, member};
}
template <class Value>
[[nodiscard]] EdgePropertyMap<Value> get(Value EdgeProperties::* member, const BglGraph& graph) {
  return {&graph, member};
}
template <class Value>
[[nodiscard]] Value get(Value NodeProperties::* member, const BglGraph& graph, std::size_t vertex) {
  return graph[vertex].*member;
}
template <class Value>
[[nodiscard]] Value get(Value EdgeProperties::* member, const BglGraph& graph, BglGraph::Edge edge) {
  return graph[edge].*member;
}
[[nodiscard]] inline VertexIndexMap get(boost::vertex_index_t, const BglGraph&) { return {}; }
[[nodiscard]] inline EdgeIndexMap get(boost::edge_index_t, const BglGraph&) { return {}; }
[[nodiscard]] inline std::size_t get(boost::vertex_index_t, const BglGraph&, std::size_t vertex) { return vertex; }
[[nodiscard]] inline std::size_t get(boost::edge_index_t, const BglGraph&, BglGraph::Edge edge) { return edge.index; }

}  // namespace diurna

namespace boost {

using diurna::adjacent_vertices;
using diurna::degree;
using diurna::edge;
using diurna::edges;
using diurna::get;
using diurna::in_degree;
using diurna::in_edges;
using diurna::num_edges;
using diurna::num_vertices;
using diurna::out_degree;
using diurna::out_edges;
using diurna::source;
using diurna::target;
using diurna::vertex;
using diurna::vertices;

template <>
struct property_map<diurna::BglGraph, vertex_index_t> {
  using type = diurna::VertexIndexMap;
  using const_type = type;
};
template <>
struct property_map<diurna::BglGraph, edge_index_t> {
  using type = diurna::EdgeIndexMap;
  using const_type = type;
};
template <class Value>
struct property_map<diurna::BglGraph, Value diurna::NodeProperties::*> {
  using type = diurna::NodePropertyMap<Value>;
  using const_type = type;
};
template <class Value>
struct property_map<diurna::BglGraph, Value diurna::EdgeProperties::*> {
  using type = diurna::EdgePropertyMap<Value>;
  using const_type = type;
};

}  // namespace boost
