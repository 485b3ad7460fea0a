// The storage behind Graph: rows of vertices and edges, what documents say of them, the tables of texts, indexes.
//
// Everything is a number in a flat table. A graph that was read from a snapshot is sorted and has no hash tables; the
// first change builds them (`thaw`).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/graph/bgl.hpp"
#include "graph/name_index.hpp"
#include "graph/texts.hpp"

namespace diurna {

struct Graph::State {
  using Vertex = std::uint32_t;
  using EdgeNumber = std::uint32_t;

  struct JoinRow {
    detail::Symbol node = 0;
    detail::Symbol rule = 0;
    detail::Symbol because = 0;
    detail::Symbol document = 0;  // of the empty text for all
    auto operator<=>(const JoinRow&) const = default;
  };

  detail::GraphTexts texts;
  detail::ContributionStore said;
  BglGraph bgl;
  std::map<Vertex, std::vector<JoinRow>> joins;  // each sorted
  bool grouped = false;                          // whether anything has an origin
  bool frozen = false;                           // sorted by id, without hash tables
  detail::NameIndex names;

  State() { bgl.texts = &texts; }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  /// To be called before any change.
  void thaw();
  [[nodiscard]] std::string_view id(Vertex vertex) const { return texts.strings.view(bgl.vertex_rows[vertex].id); }
  [[nodiscard]] std::optional<Vertex> vertex(std::string_view id) const;
  /// Throws Error "graph.no-node".
  [[nodiscard]] Vertex existing_vertex(std::string_view id) const;
  /// The vertex with this id; made when there is none. Throws Error "graph.kind".
  Vertex vertex_for(detail::Symbol id, NodeKind kind);
  /// Throws Error "graph.kind".
  void require_kind(Vertex vertex, NodeKind kind) const;
  EdgeNumber edge_for(Vertex source, Vertex target, std::uint32_t label);

  /// Joins what is said; `behind` as in ContributionStore::unite.
  void say_of_vertex(Vertex vertex, const detail::Contribution& more, detail::Offset& behind);
  void say_of_edge(EdgeNumber edge, const detail::Contribution& more, detail::Offset& behind);
  /// Joins several that come in the order of a list.
  void say_of_vertex(Vertex vertex, std::span<const detail::Contribution> more);
  /// Computes type and name of a vertex from all that is said of it.
  void show(Vertex vertex);
  /// Notes that the document of `more` knows the ends of the edge of which it speaks.
  void vouch_for_ends(EdgeNumber edge, const detail::Contribution& more);

  void add_join(Vertex vertex, const JoinRow& join);

  /// Joins all of `other` but what the marked documents (by their numbers there) say.
  void absorb(const State& other, std::span<const char> without = {});

  [[nodiscard]] Node node(Vertex vertex) const;
  [[nodiscard]] Edge edge(EdgeNumber edge) const;
  /// The claims and the evidence of a list, sorted.
  [[nodiscard]] std::vector<Claim> claims(detail::Offset head) const;
  [[nodiscard]] std::vector<GraphEvidence> evidence(detail::Offset head) const;
  /// Vertices that have a name with this key, in no order.
  [[nodiscard]] std::vector<Vertex> named(std::string_view key) const;
  /// Entries of the name index, sorted.
  [[nodiscard]] const std::vector<detail::NameIndex::Entry>& name_entries() const;
  /// Vertices by id, edges by source, type, target and key.
  [[nodiscard]] std::vector<Vertex> sorted_vertices() const;
  [[nodiscard]] std::vector<EdgeNumber> sorted_edges() const;

 private:
  void require_same_kinds(const State& other) const;
  struct TypeCount {
    detail::Symbol type = 0;
    std::uint32_t documents = 0;
    std::uint32_t last_document = 0;
  };

  void refresh_shown(Vertex vertex, std::span<const std::uint32_t> statements, bool by_new_document);
  void refresh_type(Vertex vertex, std::span<const detail::Symbol> types, bool by_new_document);
  void for_each_name_key(Vertex vertex, const std::function<void(std::string_view)>& visit) const;
  [[nodiscard]] std::vector<TypeCount> counted_types(detail::Offset head) const;
  /// The type that most documents claim.
  [[nodiscard]] detail::Symbol agreed_type(std::span<const TypeCount> counts) const;

  std::unordered_map<Vertex, std::vector<TypeCount>> type_counts_;  // where documents disagree
  detail::IndexTable by_id_;
  detail::IndexTable by_ends_;
};

/// The storage of a graph, for the sources of this module.
struct GraphAccess {
  [[nodiscard]] static const Graph::State& state(const Graph& graph) { return *graph.state_; }
  [[nodiscard]] static Graph::State& state(Graph& graph) { return *graph.state_; }
};

}  // namespace diurna
