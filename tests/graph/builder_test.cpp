#include "diurna/graph/builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "diurna/graph/identity.hpp"
#include "support/reading_builder.hpp"

namespace {

using namespace diurna;
using test::ReadingBuilder;

Graph graph_of(const Reading& reading) {
  Graph graph;
  graph.add(reading);
  return graph;
}

/// "source type target" of all edges of a type, by name.
std::vector<std::string> edges_of_type(const Graph& graph, std::string_view type) {
  std::vector<std::string> out;
  for (const Edge& edge : graph.edges()) {
    if (edge.type == type) out.push_back(graph.node(edge.source).name + " -> " + graph.node(edge.target).name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("builder: roles, relations, attribution and documents are edges") {
  const Graph graph = graph_of(test::harbour_reading());
  CHECK(edges_of_type(graph, "agent") == std::vector<std::string>{"arrested -> Police", "denied -> Otto Rehm",
                                                                  "injured -> guards", "marched -> dock workers",
                                                                  "visit -> Otto Rehm"});
  CHECK(edges_of_type(graph, "charge") == std::vector<std::string>{"charged -> bribery", "charged -> fraud"});
  CHECK(edges_of_type(graph, "attribution") == std::vector<std::string>{"injured -> Dockers' League"});
  CHECK(edges_of_type(graph, "topic") == std::vector<std::string>{"denied -> injured"});
  CHECK(edges_of_type(graph, "person.position") ==
        std::vector<std::string>{"Ilse Brandt -> head", "Otto Rehm -> Interior Minister"});
  CHECK(edges_of_type(graph, "mentioned_in").size() == 16);
  CHECK(edges_of_type(graph, "open").empty());
}

TEST_CASE("builder: nodes say what they are") {
  const Graph graph = graph_of(test::harbour_reading());
  const Node brandt = graph.node("e:ilse_brandt");
  CHECK(brandt.type == "PERSON");
  CHECK(brandt.aliases == std::vector<std::string>{"Brandt"});
  CHECK(brandt.evidence.size() == 2);
  CHECK(graph.find("brandt") == std::vector<std::string>{"e:ilse_brandt"});
  const Node document = graph.node("d:harbour");
  CHECK(document.name == "Harbour chief held in Karsa");
  CHECK(to_text(document.properties.at("date")) == "2026-01-08");
  CHECK(to_text(graph.node("t:2026-01-05").properties.at("granularity")) == "day");
  const Node visit = graph.node(graph.find("visit").front());
  CHECK(to_text(visit.properties.at("factuality")) == "planned");
  CHECK(to_text(visit.properties.at("reported")) == "2026-01-08");
}

TEST_CASE("builder: evidence shows its words") {
  const Graph graph = graph_of(test::harbour_reading());
  for (const GraphEvidence& proof : graph.node("e:ilse_brandt").evidence) {
    const std::string words = proof.text.substr(proof.begin - proof.text_begin, proof.end - proof.begin);
    CHECK((words == "Ilse Brandt" || words == "Brandt"));
  }
}

TEST_CASE("builder: qualifiers are part of a relation") {
  const Graph graph = graph_of(test::harbour_reading());
  const std::vector<Edge> edges = graph.edges_of("e:ilse_brandt");
  const auto position =
      std::find_if(edges.begin(), edges.end(), [](const Edge& e) { return e.type == "person.position"; });
  REQUIRE(position != edges.end());
  CHECK(position->key == "org=e:harbour_authority");
  CHECK(to_text(position->properties.at("org")) == "Harbour Authority");
}

TEST_CASE("builder: a document added twice changes nothing, with another id it adds evidence") {
  Graph graph = graph_of(test::harbour_reading());
  const Graph once = graph;
  graph.add(test::harbour_reading());
  CHECK(graph == once);
}

TEST_CASE("builder: a passage repeated word for word adds evidence, not events") {
  ReadingBuilder b({.id = "r",
                    .text = "Rebels attacked Karsa on Monday evening.\n\nThe town has a bridge.\n\n"
                            "Rebels attacked Karsa on Monday evening."});
  const EntityId karsa = b.entity(EntityType::gpe, {"Karsa"});
  for (const int nth : {1, 2}) {
    const EntityId rebels = b.entity(EntityType::group, {}, {"Rebels"});
    b.event("conflict.attack", "attacked", {{"agent", {rebels, "Rebels"}}, {"patient", {karsa, "Karsa"}}},
            Factuality::actual, {}, nth);
  }
  const Graph graph = graph_of(b.reading());
  const std::vector<std::string> events = graph.find("attacked");
  REQUIRE(events.size() == 1);
  CHECK(graph.node(events.front()).evidence.size() == 2);
  CHECK(graph.find("rebels").size() == 1);
}

TEST_CASE("builder: two documents meet in names and values, not in unnamed people") {
  const auto report = [](const std::string& id) {
    ReadingBuilder b({.id = id, .date = "2026-01-08", .text = "Guards arrested Ana NÚÑEZ in January."});
    const EntityId guards = b.entity(EntityType::group, {}, {"Guards"});
    const EntityId ana = b.entity(EntityType::person, {"Ana NÚÑEZ"});
    const TimeId january = b.time("January", "2026-01", Granularity::month);
    b.event("justice.detain", "arrested",
            {{"agent", {guards, "Guards"}}, {"patient", {ana, "Ana NÚÑEZ"}}, {"time", {january, "January"}}});
    return b.reading();
  };
  Graph graph;
  graph.add(report("a"));
  graph.add(report("b"));
  CHECK(graph.find("ana nunez") == std::vector<std::string>{"e:ana_nunez"});
  CHECK(graph.find("guards").size() == 2);
  CHECK(graph.find("arrested").size() == 2);
  CHECK(graph.contains("t:2026-01"));
  CHECK(graph.shortest_path(graph.find("guards").front(), graph.find("guards").back()).size() == 5);
}

TEST_CASE("builder: a country is one node under all its names") {
  const auto told = [](const std::string& id, const std::string& name) {
    ReadingBuilder b({.id = id, .text = name + " is far away."});
    b.entity(EntityType::gpe, {name}, {}, "VEN");
    return b.reading();
  };
  Graph graph;
  graph.add(told("a", "Venezuela"));
  graph.add(told("b", "Venezuelan"));
  CHECK(graph.node("e:VEN").name == "Venezuela");
  CHECK(graph.node("e:VEN").aliases == std::vector<std::string>{"Venezuelan"});
  CHECK(graph.node_count() == 3);
  ReadingBuilder person({.id = "c", .text = "Maduro is far away."});
  person.entity(EntityType::person, {"Maduro"}, {}, "VEN");
  CHECK(entity_node_id(person.reading(), EntityId{0}) == "e:maduro");
}

TEST_CASE("builder: times without a calendar place stay with their document") {
  const auto id_of = [](const std::string& document, const std::string& value) {
    ReadingBuilder b({.id = document, .text = "It is so now."});
    const TimeId now = b.time("now", value);
    return filler_node_id(b.reading(), {.span = b.find("now"), .value = now});
  };
  CHECK(id_of("a", "2026-W02") == "t:2026-W02");
  CHECK(id_of("a", "P2Y") == "t:P2Y");
  CHECK(id_of("a", "PRESENT_REF") != id_of("b", "PRESENT_REF"));
  CHECK(id_of("a", "XXXX-02") != id_of("b", "XXXX-02"));
  CHECK(id_of("a", "") != id_of("b", ""));
}

TEST_CASE("builder: open triples join entities when they are asked for") {
  Graph graph;
  graph.add(test::harbour_reading(), {.open_triples = true});
  CHECK(edges_of_type(graph, "open") == std::vector<std::string>{"Police -> Ilse Brandt"});
}

TEST_CASE("builder: a text without an id is known by its words") {
  const Reading reading = ReadingBuilder({.text = "Rain."}).reading();
  CHECK(document_key(reading.document).starts_with("text-"));
  CHECK(graph_of(reading).documents() == std::vector<std::string>{document_key(reading.document)});
}

}  // namespace
