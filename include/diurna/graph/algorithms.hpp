/// What stands in the middle, and what hangs together: Boost.Graph algorithms over the whole graph.
///
///     for (const diurna::Ranked& r : diurna::page_rank(graph)) std::cout << r.id << ' ' << r.score << '\n';
///
/// They look at entities and events as an undirected graph; documents and values (times, quantities, phrases) are left
/// out, since everything meets in "2024". Results do not depend on the order in which the graph was built.
#pragma once

#include <string>
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
/// Connected parts, the largest first, then by their first id; ids sorted.
[[nodiscard]] std::vector<std::vector<std::string>> components(const Graph& graph);

}  // namespace diurna
