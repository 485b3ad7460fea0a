/// The event knowledge graph: the last of the five nouns, a Boost.Graph property graph behind a small facade.
///
///     diurna::Graph graph;
///     graph.add(reading);
///     for (const diurna::Node& node : graph.nodes()) …
///     graph.neighbors(graph.find("Rocío San Miguel").front());
///
/// Node kinds: document, entity, event, time, quantity, phrase. Edges are roles (event → filler), relations (subject →
/// object), attribution (event → source) and mentioned_in (event, entity → document). Ids derive from content
/// (graph/identity.hpp), and everything in a graph is a claim of a document, so `merge` is commutative, associative and
/// idempotent, `remove` is exact, and the same articles give the same graph, whatever their order. docs/graph.md has
/// the rules. Users of Boost algorithms include diurna/graph/bgl.hpp. Const calls may run in several threads.
#pragma once

#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/reading.hpp"
#include "diurna/graph/property.hpp"

namespace diurna {

enum class NodeKind { document, entity, event, time, quantity, phrase };
[[nodiscard]] std::string_view to_text(NodeKind kind);
[[nodiscard]] std::optional<NodeKind> parse_node_kind(std::string_view text);

/// The node or edge that a document spoke of before identity was resolved (graph/grouping.hpp); empty where that is the
/// node or edge shown.
struct Origin {
  std::string node;    ///< Id of the node; of an edge: of its source.
  std::string target;  ///< Of edges only, as `key`.
  std::string key;
  [[nodiscard]] bool empty() const { return node.empty() && target.empty() && key.empty(); }
  auto operator<=>(const Origin&) const = default;
};

/// Where a document says it: enough to show the words again.
struct GraphEvidence {
  std::string document;   ///< Document id.
  std::size_t begin = 0;  ///< Code points of the document's text.
  std::size_t end = 0;
  std::string text;  ///< The sentence.
  std::string rule;
  std::string path;
  double score = 1.0;
  std::size_t text_begin = 0;  ///< Code point at which `text` starts: the words are `text[begin - text_begin …]`.
  Origin origin = {};
  auto operator<=>(const GraphEvidence&) const = default;
};

/// One statement about a node or an edge with the documents that make it.
struct Claim {
  std::string facet;  ///< "type", "name", "alias", "property.country"; "presence" where nothing else is said.
  Property value;
  std::vector<std::string> documents;  ///< Sorted; "" stands for no document.
  Origin origin = {};
  auto operator<=>(const Claim&) const = default;
};

/// Why another node was joined into the one that shows it.
struct Join {
  std::string node;           ///< Id of the node before.
  std::string rule;           ///< "country", "person.full-name" …
  std::string because;        ///< What the rule saw: names, documents.
  std::string document = {};  ///< The document whose telling was joined; "" for all.
  auto operator<=>(const Join&) const = default;
};

/// `type`, `name`, `aliases` and `properties` are what the claims add up to: the type and the property values of most
/// documents, the longest name, all other names.
struct Node {
  std::string id;  ///< Content-derived: "e:nicolas_maduro", "v:3fa9…".
  NodeKind kind = NodeKind::entity;
  std::string type;                     ///< "PERSON", "justice.detain", "DATE" …
  std::string name;                     ///< Canonical name, trigger, value or words.
  std::vector<std::string> aliases;     ///< Sorted.
  Properties properties;                ///< factuality, country, date, title, url …
  std::vector<GraphEvidence> evidence;  ///< Sorted.
  std::vector<Claim> claims;  ///< Sorted. When empty in `Graph::add`, the fields above are claims of every document in
                              ///< `evidence`.
  std::vector<Join> joins = {};  ///< Sorted. Empty unless identity was resolved.
  bool operator==(const Node&) const = default;
};

struct Edge {
  std::string source;  ///< Node ids.
  std::string target;
  std::string type;  ///< "agent", "patient", "person.position", "attribution", "mentioned_in"
  Properties properties;
  std::vector<GraphEvidence> evidence;  ///< Sorted.
  std::string key;            ///< Tells parallel edges of one type apart: the qualifiers of a relation; else "".
  std::vector<Claim> claims;  ///< As in Node.
  bool operator==(const Edge&) const = default;
};

/// Fills in `type`, `name`, `aliases` and `properties` from `claims`.
void apply_claims(Node& node);
void apply_claims(Edge& edge);
/// The claims that the other fields stand for: each made by every document of `evidence` ("" when there is none).
[[nodiscard]] std::vector<Claim> plain_claims(const Node& node);
[[nodiscard]] std::vector<Claim> plain_claims(const Edge& edge);

struct BglGraph;

/// What a reading contributes.
struct GraphOptions {
  /// Also adds open triples between two entities as edges of type "open" (the relation's words are their key).
  /// Off by default: they repeat the typed layer in words and multiply the edges.
  bool open_triples = false;
};

class Graph {
 public:
  Graph();
  ~Graph();
  Graph(const Graph&);
  Graph(Graph&&) noexcept;
  Graph& operator=(const Graph&);
  Graph& operator=(Graph&&) noexcept;

  /// `add` of a reading, `merge` and `remove` work on graphs whose identity is not resolved: a grouped graph is first
  /// ungrouped (graph/grouping.hpp). Resolve again at the end.

  /// Adds all that a reading says. Adding the same document again changes nothing; another text under the same id adds
  /// to it, so `remove` the old one first to replace it.
  void add(const Reading& reading, const GraphOptions& options = {});
  /// Joins another graph into this one: commutative, associative, idempotent.
  void merge(const Graph& other);
  /// Takes out all that this document says, as if it had never been added; false when the graph does not know it.
  /// Linear in the size of the graph.
  bool remove(std::string_view document_id);
  /// Takes out several documents at once, in the time of one; returns how many of them the graph knew.
  std::size_t remove(std::span<const std::string> document_ids);
  /// Adds or joins one node; throws Error "graph.kind" when the id belongs to a node of another kind, "graph.number"
  /// for a number that is not finite.
  void add(const Node& node);
  /// Adds or joins one edge; throws Error "graph.dangling" when an end is missing, "graph.number" as above.
  void add(const Edge& edge);

  /// Sorted by id.
  [[nodiscard]] std::vector<Node> nodes() const;
  /// Sorted by source, type, target, key.
  [[nodiscard]] std::vector<Edge> edges() const;
  /// As `nodes` and `edges`, one at a time: a large graph can be walked without a copy of it.
  void for_each_node(const std::function<void(const Node&)>& visit) const;
  void for_each_edge(const std::function<void(const Edge&)>& visit) const;
  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t edge_count() const;
  /// Ids of the documents that have said something here, sorted.
  [[nodiscard]] std::vector<std::string> documents() const;
  [[nodiscard]] bool contains(std::string_view id) const;
  /// Throws Error "graph.no-node" when there is none.
  [[nodiscard]] Node node(std::string_view id) const;
  /// Ids of the nodes with this name or alias (case, accents and punctuation ignored), sorted.
  [[nodiscard]] std::vector<std::string> find(std::string_view name) const;
  /// Edges that leave or reach a node, sorted.
  [[nodiscard]] std::vector<Edge> edges_of(std::string_view id) const;
  /// Ids of adjacent nodes, both directions, sorted.
  [[nodiscard]] std::vector<std::string> neighbors(std::string_view id) const;
  /// Ids along a shortest path over entities and events, ends included; documents and values (times, quantities,
  /// phrases) are not passed through. Of several the one with the smallest ids. Empty when there is none.
  [[nodiscard]] std::vector<std::string> shortest_path(std::string_view from, std::string_view to) const;

  bool operator==(const Graph& other) const;
  /// The Boost graph itself; include diurna/graph/bgl.hpp to use it. Valid until the graph is changed.
  [[nodiscard]] const BglGraph& bgl() const&;
  const BglGraph& bgl() const&& = delete;

  struct State;  ///< The storage; complete in the sources of this module only.

 private:
  friend struct GraphAccess;
  std::unique_ptr<State> state_;
};

}  // namespace diurna
