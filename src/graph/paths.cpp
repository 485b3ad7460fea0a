// Paths between two nodes, and what lies around one.
#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <limits>
#include <set>
#include <utility>

#include "diurna/graph/algorithms.hpp"
#include "graph/skeleton.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

using detail::Skeleton;

constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

std::size_t rank_of(const Skeleton& skeleton, std::string_view id) {
  return static_cast<std::size_t>(std::lower_bound(skeleton.ids.begin(), skeleton.ids.end(), id) -
                                  skeleton.ids.begin());
}

/// Number of steps from every vertex to `goal`; `unreached` where there is no way.
std::vector<std::size_t> distances_to(const Skeleton& skeleton, std::size_t goal) {
  std::vector<std::size_t> distance(skeleton.ids.size(), unreached);
  distance[goal] = 0;
  boost::breadth_first_search(
      skeleton.adjacency, boost::vertex(goal, skeleton.adjacency),
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

/// Throws Error "graph.no-node".
void require_node(const Graph& graph, std::string_view id) { (void)GraphAccess::state(graph).existing_vertex(id); }

/// All simple paths of exactly `length` edges, by depth-first search that turns back where the goal is out of reach.
class PathSearch {
 public:
  PathSearch(const Skeleton& skeleton, std::size_t goal, std::size_t most)
      : skeleton_(skeleton), distance_(distances_to(skeleton, goal)), most_(most), on_path_(skeleton.ids.size(), 0) {}

  void find(std::size_t start, std::size_t length) { extend(start, length); }
  [[nodiscard]] bool full() const { return found_.size() >= most_; }
  [[nodiscard]] std::size_t shortest(std::size_t start) const { return distance_[start]; }
  [[nodiscard]] std::vector<std::vector<std::string>> take() { return std::move(found_); }

 private:
  void extend(std::size_t here, std::size_t left) {
    if (full() || distance_[here] > left) return;
    path_.push_back(here);
    on_path_[here] = 1;
    if (left == 0) {
      std::vector<std::string>& ids = found_.emplace_back();
      for (const std::size_t node : path_) ids.emplace_back(skeleton_.ids[node]);
    } else if (distance_[here] > 0) {
      const auto [begin, end] = boost::adjacent_vertices(here, skeleton_.adjacency);
      std::size_t last = unreached;  // neighbours are sorted: parallel edges lie side by side
      for (auto at = begin; at != end; ++at) {
        if (*at != std::exchange(last, *at) && on_path_[*at] == 0) extend(*at, left - 1);
      }
    }
    on_path_[here] = 0;
    path_.pop_back();
  }

  const Skeleton& skeleton_;
  std::vector<std::size_t> distance_;
  std::size_t most_;
  std::vector<char> on_path_;
  std::vector<std::size_t> path_;
  std::vector<std::vector<std::string>> found_;
};

}  // namespace

std::vector<std::vector<std::string>> simple_paths(const Graph& graph, std::string_view from, std::string_view to,
                                                   const PathOptions& options) {
  require_node(graph, from);
  require_node(graph, to);
  const Skeleton skeleton = detail::skeleton_of(graph.bgl(), from, to);
  PathSearch search(skeleton, rank_of(skeleton, to), options.most);
  const std::size_t start = rank_of(skeleton, from);
  for (std::size_t length = search.shortest(start); length <= options.longest && !search.full(); ++length) {
    search.find(start, length);
  }
  return search.take();
}

std::vector<std::string> Graph::shortest_path(std::string_view from, std::string_view to) const {
  auto paths = simple_paths(*this, from, to, {.longest = unreached - 1, .most = 1});
  return paths.empty() ? std::vector<std::string>() : std::move(paths.front());
}

Graph ego_network(const Graph& graph, std::string_view id, std::size_t radius) {
  require_node(graph, id);
  const Skeleton skeleton = detail::skeleton_of(graph.bgl(), id, id);
  const std::vector<std::size_t> distance = distances_to(skeleton, rank_of(skeleton, id));
  std::set<std::string_view> inside;
  for (std::size_t v = 0; v < distance.size(); ++v) {
    if (distance[v] <= radius) inside.insert(skeleton.ids[v]);
  }
  const auto is_actor = [&skeleton](std::string_view node) {
    return std::binary_search(skeleton.ids.begin(), skeleton.ids.end(), node);
  };
  const auto belongs = [&](std::string_view node) { return inside.contains(node) || !is_actor(node); };
  std::vector<Edge> edges;
  graph.for_each_edge([&](const Edge& edge) {
    const bool touches = inside.contains(edge.source) || inside.contains(edge.target);
    if (touches && belongs(edge.source) && belongs(edge.target)) edges.push_back(edge);
  });
  std::set<std::string> wanted(inside.begin(), inside.end());
  for (const Edge& edge : edges) wanted.insert({edge.source, edge.target});
  Graph out;
  for (const std::string& node : wanted) out.add(graph.node(node));
  for (const Edge& edge : edges) out.add(edge);
  return out;
}

}  // namespace diurna
