// The storage behind Graph: Boost graph, records, indexes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/graph/bgl.hpp"
#include "graph/record.hpp"
#include "graph/string_pool.hpp"

namespace diurna {

struct Graph::State {
  using Vertex = boost::graph_traits<BglGraph>::vertex_descriptor;
  using EdgeDescriptor = boost::graph_traits<BglGraph>::edge_descriptor;

  struct EdgeIdentity {
    Vertex source = 0;
    Vertex target = 0;
    detail::Symbol type = 0;
    detail::Symbol key = 0;
    bool operator==(const EdgeIdentity&) const = default;
  };
  struct EdgeIdentityHash {
    std::size_t operator()(const EdgeIdentity& edge) const;
  };

  BglGraph bgl;
  detail::StringPool strings;
  std::vector<detail::Record> node_records;  // by vertex
  std::vector<detail::Record> edge_records;  // by EdgeProperties::record
  std::vector<EdgeDescriptor> edge_descriptors;
  std::unordered_map<detail::Symbol, Vertex> by_id;
  std::unordered_map<EdgeIdentity, std::uint32_t, EdgeIdentityHash> by_ends;
  std::unordered_map<std::string, std::vector<Vertex>> by_name;  // name_key → vertices
  std::map<Vertex, std::vector<Join>> joins;
  bool grouped = false;  // whether anything has an origin

  [[nodiscard]] std::optional<Vertex> vertex(std::string_view id) const;
  /// Throws Error "graph.no-node".
  [[nodiscard]] Vertex existing_vertex(std::string_view id) const;
  /// The vertex with this id; made when there is none. Throws Error "graph.kind".
  Vertex vertex_for(std::string_view id, NodeKind kind);
  std::uint32_t edge_for(const EdgeIdentity& identity);
  /// To be called when a record has grown: brings bundle and name index up to date.
  void refresh_node(Vertex vertex, std::size_t known_statements);
  void refresh_edge(std::uint32_t record);
  /// Notes that every document of the edge knows its ends.
  void vouch_for_ends(const EdgeIdentity& ends, const detail::Record& edge);

  /// Joins all of `other`, leaving out what the document `without` says.
  void absorb(const State& other, std::optional<detail::Symbol> without = std::nullopt);

  [[nodiscard]] Node node(Vertex vertex) const;
  [[nodiscard]] Edge edge(EdgeDescriptor descriptor) const;
};

}  // namespace diurna
