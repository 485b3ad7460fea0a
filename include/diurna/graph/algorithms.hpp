/// What stands in the middle, what hangs together, and how two things are joined: Boost.Graph algorithms over the
/// graph.
///
///     for (const diurna::Ranked& r : diurna::page_rank(graph)) std::cout << r.id << ' ' << r.score << '\n';
///     diurna::simple_paths(graph, "e:nicolas_maduro", "e:VEN", {.longest = 4});
///     diurna::ego_network(graph, "e:nicolas_maduro", 2);   // a Graph of all within two steps
///
/// They look at entities and events as an undirected graph; documents and values (times, quantities, phrases) are left
/// out, since everything meets in "2024". Two edges between the same nodes count as two in `page_rank` and `degree`, as
/// one everywhere else. Results do not depend on the order in which the graph was built.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna {

/// A node with its score.
struct Ranked {
  std::string id;
  double score = 0;
  bool operator==(const Ranked&) const = default;
};

/// Salience by PageRank (damping 0.85, 30 rounds), highest first, then by id. The scores add up to about 1.
[[nodiscard]] std::vector<Ranked> page_rank(const Graph& graph);
/// Salience by the number of edges, highest first, then by id.
[[nodiscard]] std::vector<Ranked> degree(const Graph& graph);
/// Salience by betweenness, the share of all shortest paths that lead through a node (Brandes 2001), highest first,
/// then by id; 1 would be all of them. Cost: nodes · edges, so for the graph of some thousand articles at most.
[[nodiscard]] std::vector<Ranked> betweenness(const Graph& graph);
/// The core number of each node, the largest k for which it is in the k-core: a part in which everybody has at least k
/// neighbours (Batagelj & Zaveršnik 2003). Highest first, then by id. Linear.
[[nodiscard]] std::vector<Ranked> core_numbers(const Graph& graph);
/// Connected parts, the largest first, then by their first id; ids sorted.
[[nodiscard]] std::vector<std::vector<std::string>> components(const Graph& graph);

struct PathOptions {
  std::size_t longest = 4;  ///< Edges of a path at most.
  std::size_t most = 100;   ///< Paths at most: the shortest ones.
};
/// Ids along every path between two nodes that meets no node twice, the shortest first, then by ids; documents and
/// values are not passed through. Throws Error "graph.no-node".
[[nodiscard]] std::vector<std::vector<std::string>> simple_paths(const Graph& graph, std::string_view from,
                                                                 std::string_view to, const PathOptions& options = {});

/// All entities and events within `radius` steps of a node, with the edges among them and what hangs on them: their
/// values and documents. Throws Error "graph.no-node".
[[nodiscard]] Graph ego_network(const Graph& graph, std::string_view id, std::size_t radius = 1);

}  // namespace diurna
