#include "graph/skeleton.hpp"

#include <algorithm>
#include <utility>

namespace diurna::detail {
namespace {

bool is_actor(NodeKind kind) { return kind == NodeKind::entity || kind == NodeKind::event; }

template <class Keep>
Skeleton build(const BglGraph& graph, Keep keep) {
  std::vector<std::size_t> kept;
  for (std::size_t v = 0; v < boost::num_vertices(graph); ++v) {
    if (keep(graph[v])) kept.push_back(v);
  }
  std::sort(kept.begin(), kept.end(), [&graph](std::size_t a, std::size_t b) { return graph[a].id < graph[b].id; });
  constexpr std::size_t left_out = ~std::size_t{0};
  std::vector<std::size_t> rank(boost::num_vertices(graph), left_out);
  Skeleton out;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    rank[kept[i]] = i;
    out.ids.push_back(graph[kept[i]].id);
  }
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const auto [begin, end] = boost::edges(graph);
  for (auto at = begin; at != end; ++at) {
    const std::size_t a = rank[boost::source(*at, graph)];
    const std::size_t b = rank[boost::target(*at, graph)];
    if (a != left_out && b != left_out && a != b) pairs.push_back(std::minmax(a, b));
  }
  std::sort(pairs.begin(), pairs.end());
  out.adjacency = Skeleton::Adjacency(pairs.begin(), pairs.end(), kept.size());
  return out;
}

}  // namespace

Skeleton skeleton_of(const BglGraph& graph) {
  return build(graph, [](const NodeProperties& node) { return is_actor(node.kind); });
}

Skeleton skeleton_of(const BglGraph& graph, std::string_view from, std::string_view to) {
  return build(graph,
               [=](const NodeProperties& node) { return is_actor(node.kind) || node.id == from || node.id == to; });
}

}  // namespace diurna::detail
