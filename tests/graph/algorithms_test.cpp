#include "diurna/graph/algorithms.hpp"

#include <doctest/doctest.h>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/graph/strong_components.hpp>
#include <numeric>
#include <sstream>

#include "diurna/graph/bgl.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

// a – v1 – b – v2 – c, and d alone; all meet in one document and in 2024.
Graph chain() {
  Graph graph;
  for (const char* id : {"e:a", "e:b", "e:c", "e:d"}) graph.add(Node{.id = id, .type = "PERSON", .name = id});
  for (const char* id : {"v:1", "v:2"}) graph.add(Node{.id = id, .kind = NodeKind::event, .type = "contact.meet"});
  graph.add(Node{.id = "d:x", .kind = NodeKind::document});
  graph.add(Node{.id = "t:2024", .kind = NodeKind::time, .name = "2024"});
  const auto join = [&graph](const char* source, const char* type, const char* target) {
    graph.add(Edge{.source = source, .target = target, .type = type});
  };
  join("v:1", "agent", "e:a");
  join("v:1", "patient", "e:b");
  join("v:2", "agent", "e:b");
  join("v:2", "patient", "e:c");
  join("v:1", "time", "t:2024");
  join("v:2", "time", "t:2024");
  for (const char* id : {"e:a", "e:b", "e:c", "e:d", "v:1", "v:2"}) join(id, "mentioned_in", "d:x");
  return graph;
}

TEST_CASE("shortest_path: through entities and events, not through documents and values") {
  const Graph graph = chain();
  CHECK(graph.shortest_path("e:a", "e:c") == std::vector<std::string>{"e:a", "v:1", "e:b", "v:2", "e:c"});
  CHECK(graph.shortest_path("e:a", "e:d").empty());
  CHECK(graph.shortest_path("e:a", "e:a") == std::vector<std::string>{"e:a"});
  CHECK(graph.shortest_path("t:2024", "e:c") == std::vector<std::string>{"t:2024", "v:2", "e:c"});
}

// A square a–b–c–d with a diagonal b–d and a tail d–e.
Graph kite() {
  Graph graph;
  for (const char* id : {"e:a", "e:b", "e:c", "e:d", "e:e"}) graph.add(Node{.id = id, .type = "ORG", .name = id});
  const auto join = [&graph](const char* source, const char* target) {
    graph.add(Edge{.source = source, .target = target, .type = "org.part_of"});
  };
  join("e:a", "e:b");
  join("e:b", "e:c");
  join("e:c", "e:d");
  join("e:d", "e:a");
  join("e:b", "e:d");
  join("e:d", "e:e");
  graph.add(Edge{.source = "e:d", .target = "e:e", .type = "org.owns"});
  return graph;
}

using Paths = std::vector<std::vector<std::string>>;

TEST_CASE("simple_paths: every path, the shortest first, parallel edges once") {
  const Graph graph = kite();
  CHECK(simple_paths(graph, "e:a", "e:e") ==
        Paths{{"e:a", "e:d", "e:e"}, {"e:a", "e:b", "e:d", "e:e"}, {"e:a", "e:b", "e:c", "e:d", "e:e"}});
  CHECK(simple_paths(graph, "e:a", "e:e", {.longest = 2}) == Paths{{"e:a", "e:d", "e:e"}});
  CHECK(simple_paths(graph, "e:a", "e:e", {.longest = 1}).empty());
  CHECK(simple_paths(graph, "e:a", "e:e", {.most = 2}).size() == 2);
  CHECK(simple_paths(graph, "e:a", "e:a") == Paths{{"e:a"}});
  CHECK_THROWS_WITH(simple_paths(graph, "e:a", "e:x"), doctest::Contains("e:x"));
}

TEST_CASE("betweenness: who stands between the others") {
  const auto ranks = betweenness(kite());
  CHECK(ranks.front().id == "e:d");
  CHECK(ranks.front().score == doctest::Approx(3.5 / 6));
  CHECK(ranks[1] == Ranked{"e:b", doctest::Approx(0.5 / 6).m_value});
  CHECK(ranks.back().score == 0.0);
}

TEST_CASE("core_numbers: the densest part first") {
  CHECK(core_numbers(kite()) == std::vector<Ranked>{{"e:a", 2}, {"e:b", 2}, {"e:c", 2}, {"e:d", 2}, {"e:e", 1}});
}

TEST_CASE("ego_network: what is near, with its values and documents") {
  const Graph graph = chain();
  const Graph near = ego_network(graph, "e:a", 1);
  CHECK(near.contains("v:1"));
  CHECK_FALSE(near.contains("e:b"));
  CHECK(near.contains("t:2024"));
  CHECK(near.contains("d:x"));
  CHECK(ego_network(graph, "e:a", 2).contains("e:b"));
  CHECK(ego_network(graph, "e:a", 9).contains("e:c"));
  CHECK_FALSE(ego_network(graph, "e:a", 9).contains("e:d"));
  CHECK(ego_network(graph, "e:a", 0).node_count() == 2);
  CHECK_THROWS_WITH(ego_network(graph, "e:x"), doctest::Contains("e:x"));
}

TEST_CASE("components: the largest first") {
  const auto parts = components(chain());
  REQUIRE(parts.size() == 2);
  CHECK(parts[0] == std::vector<std::string>{"e:a", "e:b", "e:c", "v:1", "v:2"});
  CHECK(parts[1] == std::vector<std::string>{"e:d"});
}

TEST_CASE("page_rank and degree: the middle of a chain stands first") {
  const std::vector<Ranked> ranks = page_rank(chain());
  CHECK(ranks.size() == 6);
  CHECK(ranks.front().score > ranks.back().score);
  CHECK(ranks.back().id == "e:d");
  const double total =
      std::accumulate(ranks.begin(), ranks.end(), 0.0, [](double sum, const Ranked& r) { return sum + r.score; });
  CHECK(total == doctest::Approx(1.0).epsilon(0.2));
  CHECK(degree(chain()).front() == Ranked{"e:b", 2});
  CHECK(page_rank(Graph()).empty());
  CHECK(components(Graph()).empty());
}

TEST_CASE("algorithms: the order in which a graph was built does not matter") {
  Graph forward;
  Graph backward;
  for (unsigned i = 0; i < 8; ++i) forward.merge(test::RandomDocument(i).graph());
  for (unsigned i = 8; i-- > 0;) backward.merge(test::RandomDocument(i).graph());
  CHECK(page_rank(forward) == page_rank(backward));
  CHECK(degree(forward) == degree(backward));
  CHECK(components(forward) == components(backward));
  CHECK(forward.shortest_path("e:name_1", "e:name_7") == backward.shortest_path("e:name_1", "e:name_7"));
}

TEST_CASE("bgl: Boost's own algorithms run on the graph") {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<BglGraph>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<BglGraph>));
  BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<BglGraph>));
  const Graph graph = chain();
  const BglGraph& bgl = graph.bgl();
  std::vector<int> component(boost::num_vertices(bgl));
  const auto index = boost::get(boost::vertex_index, bgl);
  CHECK(boost::strong_components(bgl, boost::make_iterator_property_map(component.begin(), index)) == 8);
  std::vector<double> distance(boost::num_vertices(bgl));
  boost::dijkstra_shortest_paths(
      bgl, boost::vertex(4, bgl),
      boost::weight_map(boost::get(&EdgeProperties::weight, bgl)).distance_map(distance.data()));
  CHECK(distance[4] == 0);
  CHECK(distance[1] == 1);
  int reached = 0;
  struct Count : boost::default_bfs_visitor {
    int* n;
    void discover_vertex(std::size_t, const BglGraph&) const { ++*n; }
  } count;
  count.n = &reached;
  boost::breadth_first_search(bgl, boost::vertex(4, bgl), boost::visitor(count));
  CHECK(reached == 5);
  std::ostringstream dot;
  boost::write_graphviz(dot, bgl, boost::make_label_writer(boost::get(&NodeProperties::id, bgl)),
                        boost::make_label_writer(boost::get(&EdgeProperties::type, bgl)));
  CHECK(dot.str().find("\"t:2024\"") != std::string::npos);
}

}  // namespace
