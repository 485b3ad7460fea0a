#include "diurna/graph/graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "diurna/core/error.hpp"
#include "diurna/graph/identity.hpp"

namespace {

using namespace diurna;

GraphEvidence in(const std::string& document) {
  return {.document = document, .begin = 1, .end = 4, .text = "Some words."};
}

Graph small_graph() {
  Graph graph;
  graph.add(Node{.id = "e:ana", .type = "PERSON", .name = "Ana Núñez", .aliases = {"Núñez"}, .evidence = {in("a")}});
  graph.add(Node{.id = "e:oslo", .type = "GPE", .name = "Oslo", .evidence = {in("a")}});
  graph.add(
      Node{.id = "v:1", .kind = NodeKind::event, .type = "movement.travel", .name = "went", .evidence = {in("a")}});
  graph.add(Edge{.source = "v:1", .target = "e:ana", .type = "agent", .evidence = {in("a")}});
  graph.add(Edge{.source = "v:1", .target = "e:oslo", .type = "destination", .evidence = {in("a")}});
  return graph;
}

TEST_CASE("graph: nodes are found by name and alias, whatever the case and accents") {
  const Graph graph = small_graph();
  CHECK(graph.find("ana nunez") == std::vector<std::string>{"e:ana"});
  CHECK(graph.find("NÚÑEZ") == std::vector<std::string>{"e:ana"});
  CHECK(graph.find("nobody").empty());
}

TEST_CASE("graph: nodes and edges come sorted, with neighbours in both directions") {
  const Graph graph = small_graph();
  CHECK(graph.node_count() == 3);
  CHECK(graph.edge_count() == 2);
  CHECK(graph.nodes().front().id == "e:ana");
  CHECK(graph.edges().front().type == "agent");
  CHECK(graph.neighbors("e:ana") == std::vector<std::string>{"v:1"});
  CHECK(graph.neighbors("v:1") == std::vector<std::string>{"e:ana", "e:oslo"});
  CHECK(graph.edges_of("e:oslo").size() == 1);
  CHECK(graph.documents() == std::vector<std::string>{"a"});
}

TEST_CASE("graph: an edge without its nodes is refused") {
  Graph graph = small_graph();
  CHECK_THROWS_AS(graph.add(Edge{.source = "v:1", .target = "e:nowhere", .type = "origin"}), Error);
  CHECK_THROWS_WITH_AS(
      (void)graph.node("e:x"),
      "error: there is no node 'e:x' in this graph [graph.no-node]; Graph::find gives the ids for a name", Error);
  CHECK_THROWS_AS(graph.add(Node{.id = "v:1", .kind = NodeKind::entity}), Error);
}

TEST_CASE("graph: documents that differ are settled by rule and keep their claims") {
  Graph graph;
  graph.add(
      Node{.id = "e:x", .type = "ORG", .name = "NAME", .properties = {{"n", std::int64_t{5}}}, .evidence = {in("a")}});
  graph.add(Node{
      .id = "e:x", .type = "PERSON", .name = "Name", .properties = {{"n", std::int64_t{3}}}, .evidence = {in("b")}});
  graph.add(Node{
      .id = "e:x", .type = "PERSON", .name = "Náme", .properties = {{"c", std::string("B")}}, .evidence = {in("c")}});
  graph.add(
      Node{.id = "e:x", .type = "ORG", .name = "Name", .properties = {{"c", std::string("A")}}, .evidence = {in("d")}});
  const Node node = graph.node("e:x");
  CHECK(node.type == "ORG");  // two against two: the first in order
  CHECK(node.name == "Náme");
  CHECK(node.aliases == std::vector<std::string>{"NAME", "Name"});
  CHECK(to_text(node.properties.at("n")) == "3");
  CHECK(to_text(node.properties.at("c")) == "A");
  const auto claim =
      std::find_if(node.claims.begin(), node.claims.end(), [](const Claim& c) { return c.value == Property("Name"); });
  REQUIRE(claim != node.claims.end());
  CHECK(claim->documents == std::vector<std::string>{"b", "d"});
}

TEST_CASE("graph: parallel edges are told apart by their key") {
  Graph graph = small_graph();
  graph.add(Edge{
      .source = "e:ana", .target = "e:oslo", .type = "person.lives_in", .evidence = {in("a")}, .key = "time=t:2020"});
  graph.add(Edge{
      .source = "e:ana", .target = "e:oslo", .type = "person.lives_in", .evidence = {in("a")}, .key = "time=t:2024"});
  CHECK(graph.edge_count() == 4);
}

TEST_CASE("graph: removing a document takes nodes that nobody else knows") {
  Graph graph = small_graph();
  graph.add(Node{.id = "e:oslo", .type = "GPE", .name = "Oslo", .evidence = {in("b")}});
  CHECK_FALSE(graph.remove("nothing"));
  CHECK(graph.remove("a"));
  CHECK(graph.node_count() == 1);
  CHECK(graph.edge_count() == 0);
  CHECK(graph.node("e:oslo").evidence == std::vector<GraphEvidence>{in("b")});
  CHECK(graph.find("ana").empty());
}

TEST_CASE("graph: an edge vouches for its ends") {
  Graph graph = small_graph();
  graph.add(Edge{.source = "e:ana", .target = "e:oslo", .type = "person.lives_in", .evidence = {in("b")}});
  CHECK(graph.remove("a"));
  CHECK(graph.edge_count() == 1);
  CHECK(graph.node_count() == 2);
}

TEST_CASE("identity: a key ignores case, accents, punctuation and a leading article") {
  CHECK(name_key("Nicolás  Maduro") == "nicolas_maduro");
  CHECK(name_key("the National Assembly") == "national_assembly");
  CHECK(name_key("U.S.") == "us");
  CHECK(name_key("Coca-Cola Co.") == "coca_cola_co");
  CHECK(name_key("O’Neil") == name_key("O'Neil"));
  CHECK(name_key("???").size() == 20);
  CHECK(name_key("???") != name_key("!!!"));
}

}  // namespace
