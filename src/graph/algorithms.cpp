#include "diurna/graph/algorithms.hpp"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <limits>
#include <map>

#include "graph/skeleton.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

using detail::Skeleton;

constexpr int unreached = std::numeric_limits<int>::max();

std::vector<Ranked> ranked(const Skeleton& skeleton, const std::vector<double>& scores) {
  std::vector<Ranked> out;
  for (std::size_t v = 0; v < scores.size(); ++v) out.push_back({std::string(skeleton.ids[v]), scores[v]});
  std::stable_sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return out;
}

std::size_t rank_of(const Skeleton& skeleton, std::string_view id) {
  return static_cast<std::size_t>(std::lower_bound(skeleton.ids.begin(), skeleton.ids.end(), id) -
                                  skeleton.ids.begin());
}

/// Number of steps from every vertex to `goal`; `unreached` where there is no way.
std::vector<int> distances_to(const Skeleton& skeleton, std::size_t goal) {
  std::vector<int> distance(skeleton.ids.size(), unreached);
  distance[goal] = 0;
  boost::breadth_first_search(
      skeleton.adjacency, boost::vertex(goal, skeleton.adjacency),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

}  // namespace

std::vector<Ranked> page_rank(const Graph& graph) {
  const Skeleton skeleton = detail::skeleton_of(graph.bgl());
  // Boost's page_rank wants a directed graph: every edge becomes one each way.
  using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
  Directed both_ways(skeleton.ids.size());
  const auto [begin, end] = boost::edges(skeleton.adjacency);
  for (auto at = begin; at != end; ++at) {
    const auto a = boost::source(*at, skeleton.adjacency);
    const auto b = boost::target(*at, skeleton.adjacency);
    boost::add_edge(a, b, both_ways);
    boost::add_edge(b, a, both_ways);
  }
  std::vector<double> scores(skeleton.ids.size());
  if (scores.empty()) return {};
  const auto index = boost::get(boost::vertex_index, both_ways);
  boost::graph::page_rank(both_ways, boost::make_iterator_property_map(scores.begin(), index),
                          boost::graph::n_iterations(30), 0.85, boost::num_vertices(both_ways));
  const double total = static_cast<double>(scores.size());
  for (double& score : scores) score /= total;
  return ranked(skeleton, scores);
}

std::vector<Ranked> degree(const Graph& graph) {
  const Skeleton skeleton = detail::skeleton_of(graph.bgl());
  std::vector<double> scores;
  for (std::size_t v = 0; v < skeleton.ids.size(); ++v) {
    scores.push_back(static_cast<double>(boost::degree(v, skeleton.adjacency)));
  }
  return ranked(skeleton, scores);
}

std::vector<std::vector<std::string>> components(const Graph& graph) {
  const Skeleton skeleton = detail::skeleton_of(graph.bgl());
  std::vector<int> component(skeleton.ids.size());
  if (component.empty()) return {};
  const int count = boost::connected_components(skeleton.adjacency, component.data());
  std::vector<std::vector<std::string>> out(static_cast<std::size_t>(count));
  for (std::size_t v = 0; v < component.size(); ++v) {
    out[static_cast<std::size_t>(component[v])].emplace_back(skeleton.ids[v]);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  return out;
}

std::vector<std::string> Graph::shortest_path(std::string_view from, std::string_view to) const {
  (void)state_->existing_vertex(from);
  (void)state_->existing_vertex(to);
  const Skeleton skeleton = detail::skeleton_of(state_->bgl, from, to);
  const std::vector<int> distance = distances_to(skeleton, rank_of(skeleton, to));
  std::size_t here = rank_of(skeleton, from);
  if (distance[here] == unreached) return {};
  std::vector<std::string> path{std::string(from)};
  while (distance[here] > 0) {
    std::size_t next = skeleton.ids.size();
    const auto [begin, end] = boost::adjacent_vertices(here, skeleton.adjacency);
    for (auto at = begin; at != end; ++at) {
      if (distance[*at] == distance[here] - 1) next = std::min<std::size_t>(next, *at);
    }
    here = next;
    path.emplace_back(skeleton.ids[here]);
  }
  return path;
}

}  // namespace diurna
