// Boost's own algorithms on the event graph: which stories hang together, and who matters most in them.
//
//     boost_algorithms article.txt…
#include <algorithm>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/range/iterator_range.hpp>
#include <diurna/diurna.hpp>
#include <diurna/graph/bgl.hpp>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <ranges>
#include <string>
#include <vector>

namespace {

using Vertex = boost::graph_traits<diurna::BglGraph>::vertex_descriptor;

diurna::Graph graph_of(int count, char** paths) {
  const diurna::Pipeline pipeline;
  diurna::Graph graph;
  for (int i = 0; i < count; ++i) {
    diurna::io::ArticleReader reader(paths[i]);
    while (const auto item = reader.next()) {
      if (const auto* article = std::get_if<diurna::Article>(&*item)) graph.add(pipeline(*article));
    }
  }
  return graph;
}

/// Groups of entities and events that hang together when documents are left out, largest first.
std::vector<std::vector<Vertex>> stories(const diurna::BglGraph& bgl) {
  const std::function<bool(Vertex)> is_told = [&](Vertex v) { return bgl[v].kind != diurna::NodeKind::document; };
  const boost::filtered_graph<diurna::BglGraph, boost::keep_all, std::function<bool(Vertex)>> told(bgl, {}, is_told);
  std::vector<std::size_t> rank(boost::num_vertices(bgl));
  std::vector<Vertex> parent(boost::num_vertices(bgl));
  boost::disjoint_sets sets(rank.data(), parent.data());
  boost::initialize_incremental_components(told, sets);
  boost::incremental_components(told, sets);

  std::map<Vertex, std::vector<Vertex>> by_root;
  for (const Vertex v : boost::make_iterator_range(boost::vertices(told))) by_root[sets.find_set(v)].push_back(v);
  std::vector<std::vector<Vertex>> groups;
  for (auto& [root, group] : by_root) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return groups;
}

/// PageRank over roles, relations and sources: what many events point to ranks high.
std::vector<double> importance(const diurna::BglGraph& bgl) {
  std::vector<double> ranks(boost::num_vertices(bgl));
  boost::graph::page_rank(bgl, boost::make_iterator_property_map(ranks.begin(), boost::get(boost::vertex_index, bgl)));
  return ranks;
}

void print_story(const diurna::BglGraph& bgl, std::vector<Vertex> story, const std::vector<double>& ranks) {
  constexpr std::size_t shown = 5;
  std::sort(story.begin(), story.end(),
            [&](Vertex a, Vertex b) { return ranks[a] != ranks[b] ? ranks[a] > ranks[b] : bgl[a].id < bgl[b].id; });
  std::erase_if(story, [&](Vertex v) { return bgl[v].kind != diurna::NodeKind::entity; });
  for (const Vertex v : story | std::views::take(shown)) {
    std::cout << "  " << std::fixed << std::setprecision(3) << ranks[v] << "  " << bgl[v].name << " (" << bgl[v].type
              << ")\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const diurna::Graph graph = graph_of(argc - 1, argv + 1);
  const diurna::BglGraph& bgl = graph.bgl();
  const std::vector<double> ranks = importance(bgl);
  constexpr std::size_t smallest_story = 8;
  for (const std::vector<Vertex>& story : stories(bgl)) {
    if (story.size() < smallest_story) break;
    std::cout << "A story of " << story.size() << " nodes around\n";
    print_story(bgl, story, ranks);
  }
}
