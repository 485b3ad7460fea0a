#include "diurna/graph/algorithms.hpp"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/page_rank.hpp>
#include <utility>

#include "graph/skeleton.hpp"

namespace diurna {
namespace {

using detail::Skeleton;

std::vector<Ranked> ranked(const Skeleton& skeleton, const std::vector<double>& scores) {
  std::vector<Ranked> out;
  for (std::size_t v = 0; v < scores.size(); ++v) out.push_back({std::string(skeleton.ids[v]), scores[v]});
  std::stable_sort(out.begin(), out.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return out;
}

/// The skeleton with one edge between two nodes at most.
Skeleton::Adjacency simple(const Skeleton& skeleton) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const auto [begin, end] = boost::edges(skeleton.adjacency);
  for (auto at = begin; at != end; ++at) {
    pairs.emplace_back(boost::source(*at, skeleton.adjacency), boost::target(*at, skeleton.adjacency));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return {pairs.begin(), pairs.end(), skeleton.ids.size()};
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

std::vector<Ranked> betweenness(const Graph& graph) {
  const Skeleton skeleton = detail::skeleton_of(graph.bgl());
  std::vector<double> scores(skeleton.ids.size());
  if (scores.empty()) return {};
  const Skeleton::Adjacency adjacency = simple(skeleton);
  const auto centrality = boost::make_iterator_property_map(scores.begin(), boost::get(boost::vertex_index, adjacency));
  boost::brandes_betweenness_centrality(adjacency, centrality);
  if (scores.size() > 2) boost::relative_betweenness_centrality(adjacency, centrality);
  return ranked(skeleton, scores);
}

std::vector<Ranked> core_numbers(const Graph& graph) {
  const Skeleton skeleton = detail::skeleton_of(graph.bgl());
  std::vector<std::size_t> cores(skeleton.ids.size());
  if (cores.empty()) return {};
  const Skeleton::Adjacency adjacency = simple(skeleton);
  boost::core_numbers(adjacency,
                      boost::make_iterator_property_map(cores.begin(), boost::get(boost::vertex_index, adjacency)));
  std::vector<double> scores;
  for (const std::size_t core : cores) scores.push_back(static_cast<double>(core));
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

}  // namespace diurna
