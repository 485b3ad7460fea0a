/// The event knowledge graph: the last of the five nouns, a Boost.Graph property graph behind a small facade.
///
///     diurna::Graph graph;
///     graph.add(reading);
///     for (const diurna::Node& node : graph.nodes()) …
///     graph.neighbors(graph.find("Rocío San Miguel").front());
///
/// Node kinds: document, entity, event, time, quantity, phrase. Edges are roles (event → filler), relations (subject →
/// object), attribution (event → source) and mentioned_in (event, entity → document). Ids derive from content: the same
/// articles give the same graph, whatever their order. Users of Boost algorithms include diurna/graph/bgl.hpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/reading.hpp"
#include "diurna/graph/property.hpp"

namespace diurna {

enum class NodeKind { document, entity, event, time, quantity, phrase };
[[nodiscard]] std::string_view to_text(NodeKind kind);

/// Where a document says it: enough to show the words again.
struct GraphEvidence {
  std::string document;   ///< Document id.
  std::size_t begin = 0;  ///< Code points of the document's text.
  std::size_t end = 0;
  std::string text;  ///< The sentence.
  std::string rule;
  std::string path;
  double score = 1.0;
  auto operator<=>(const GraphEvidence&) const = default;
};

struct Node {
  std::string id;  ///< Content-derived: "e:venezuela", "v:3fa9…".
  NodeKind kind = NodeKind::entity;
  std::string type;                     ///< "PERSON", "justice.detain", "DATE" …
  std::string name;                     ///< Canonical name, trigger, value or words.
  std::vector<std::string> aliases;     ///< Sorted.
  Properties properties;                ///< factuality, country, date, title, url …
  std::vector<GraphEvidence> evidence;  ///< Sorted.
  bool operator==(const Node&) const = default;
};

struct Edge {
  std::string source;  ///< Node ids.
  std::string target;
  std::string type;  ///< "agent", "patient", "person.position", "attribution", "mentioned_in"
  Properties properties;
  std::vector<GraphEvidence> evidence;  ///< Sorted.
  bool operator==(const Edge&) const = default;
};

struct BglGraph;

class Graph {
 public:
  Graph();
  ~Graph();
  Graph(const Graph&);
  Graph(Graph&&) noexcept;
  Graph& operator=(const Graph&);
  Graph& operator=(Graph&&) noexcept;

  /// Adds all that a reading says. Adding the same document again changes nothing.
  void add(const Reading& reading);
  /// Joins another graph into this one: commutative, associative, idempotent.
  void merge(const Graph& other);
  /// Adds or joins one node; edges whose ends are missing are refused with Error "graph.dangling".
  void add(const Node& node);
  void add(const Edge& edge);

  /// Sorted by id.
  [[nodiscard]] std::vector<Node> nodes() const;
  /// Sorted by source, type, target.
  [[nodiscard]] std::vector<Edge> edges() const;
  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t edge_count() const;
  [[nodiscard]] bool contains(std::string_view id) const;
  /// Throws Error "graph.no-node" when there is none.
  [[nodiscard]] Node node(std::string_view id) const;
  /// Ids of the nodes with this name or alias (case and accents ignored), sorted.
  [[nodiscard]] std::vector<std::string> find(std::string_view name) const;
  /// Edges that leave or reach a node, sorted.
  [[nodiscard]] std::vector<Edge> edges_of(std::string_view id) const;
  /// Ids of adjacent nodes, both directions, sorted.
  [[nodiscard]] std::vector<std::string> neighbors(std::string_view id) const;
  /// Ids along a shortest path, ends included; document nodes are not passed through. Empty when there is none.
  [[nodiscard]] std::vector<std::string> shortest_path(std::string_view from, std::string_view to) const;

  bool operator==(const Graph& other) const;
  /// The Boost graph itself; include diurna/graph/bgl.hpp to use it.
  [[nodiscard]] const BglGraph& bgl() const& { return *graph_; }

 private:
  std::unique_ptr<BglGraph> graph_;
};

}  // namespace diurna
