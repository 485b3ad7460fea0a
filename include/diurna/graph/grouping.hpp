/// One real-world thing, one node: a graph under another set of ids, and back.
///
///     const std::vector<diurna::Membership> members{
///         {"e:maduro", "e:nicolas_maduro", "person.family-name", "'Maduro' in doc1 has the position of 'Nicolás
///         Maduro'"}};
///     diurna::Graph grouped = diurna::regroup(graph, members);
///     diurna::ungroup(grouped) == graph;                                   // true
///
/// A graph as documents make it has one node for each name. Who is who across articles is decided afterwards, from the
/// whole graph: a mapping of node ids. `regroup` moves every claim and all evidence to the node that the mapping names
/// and notes the origin of each, so that nothing is lost and `ungroup` is its exact inverse. Edges follow their ends:
/// those that become one (same ends, type and key) join their claims and evidence, as do two reports of one event; the
/// ids in an edge's key follow as well; a member of one document takes only that document's claims with it (two people
/// of one name share an id until then); an edge whose ends become one node stays as an edge of the node to itself.
/// `Graph::merge`, `remove` and `add` of a reading ungroup first, so that identity never depends on what was joined
/// earlier: resolve again at the end. Linear in the size of the graph. Thread-safe for a graph that does not change.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna {

/// One node is part of another, and why. What `Node::joins` shows.
struct Membership {
  std::string node;       ///< Id as documents make it.
  std::string canonical;  ///< Id under which it is shown; need not exist before.
  std::string rule;
  std::string because;
  std::string document = {};  ///< Only what this document tells of the node; "" for all that no other member names.
  bool operator==(const Membership&) const = default;
};

/// The graph with each node shown under its canonical id; nodes that no member names keep theirs. A graph that is
/// grouped already is ungrouped first. Throws Error "graph.kind" when nodes of different kinds would become one,
/// "graph.no-node" for a member that is not in the graph, "graph.member" when one node (of one document) is given to
/// two.
[[nodiscard]] Graph regroup(const Graph& graph, std::span<const Membership> members);
/// The graph as its documents made it.
[[nodiscard]] Graph ungroup(const Graph& graph);
/// The members that `regroup` was given, but for those that kept their id; sorted by canonical id.
[[nodiscard]] std::vector<Membership> memberships(const Graph& graph);
/// Whether any node or edge has an origin other than itself.
[[nodiscard]] bool is_grouped(const Graph& graph);

}  // namespace diurna
