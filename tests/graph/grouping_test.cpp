// regroup and ungroup: exact inverses, and whatever is done to a grouped graph is done to what its documents said.
#include "diurna/graph/grouping.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/io/format.hpp"
#include "support/random_graph.hpp"
#include "support/random_members.hpp"

namespace {

using namespace diurna;
using test::random_members;

std::string bytes_of(const Graph& graph, std::string_view format = "json") {
  std::ostringstream out;
  io::write_graph(out, graph, format);
  return out.str();
}

Graph documents(unsigned count) {
  Graph out;
  for (unsigned i = 0; i < count; ++i) out.merge(test::RandomDocument(i).graph());
  return out;
}

GraphEvidence in(const std::string& document) { return {.document = document, .begin = 1, .end = 4, .text = "Words."}; }

/// Two reports of one arrest, by documents that call the prisoner differently.
Graph two_reports() {
  Graph graph;
  for (const std::string name : {"Maduro", "Nicolas Maduro"}) {
    const std::string document = name.substr(0, 1);
    const std::string person = "e:" + document;
    const std::string event = "v:" + document;
    graph.add(Node{.id = person, .type = "PERSON", .name = name, .evidence = {in(document)}});
    graph.add(Node{.id = "e:court", .type = "ORG", .name = "Court", .evidence = {in(document)}});
    graph.add(Node{.id = event,
                   .kind = NodeKind::event,
                   .type = "justice.detain",
                   .name = "held",
                   .properties = {{"count", std::int64_t{document == "M" ? 12 : 15}}},
                   .evidence = {in(document)}});
    graph.add(Edge{.source = event, .target = person, .type = "patient", .evidence = {in(document)}});
    graph.add(Edge{.source = person,
                   .target = "e:court",
                   .type = "person.position",
                   .evidence = {in(document)},
                   .key = "org=e:court for=" + person});
  }
  return graph;
}

const std::vector<Membership> same_person = {{"e:M", "e:N", "person.family-name", "Maduro is Nicolas Maduro"},
                                             {"v:M", "v:N", "event.report", "same day"}};

TEST_CASE("grouping: one person under two names is one node with both names, and why") {
  const Graph grouped = regroup(two_reports(), same_person);
  const Node person = grouped.node("e:N");
  CHECK(person.name == "Nicolas Maduro");
  CHECK(person.aliases == std::vector<std::string>{"Maduro"});
  CHECK(person.evidence.size() == 2);
  CHECK(person.joins == std::vector<Join>{{"e:M", "person.family-name", "Maduro is Nicolas Maduro"}});
  CHECK(grouped.find("maduro") == std::vector<std::string>{"e:N"});
  CHECK_FALSE(grouped.contains("e:M"));
}

TEST_CASE("grouping: two reports are one event with one role edge, each document's claim beside the other") {
  const Graph grouped = regroup(two_reports(), same_person);
  REQUIRE(grouped.edges_of("v:N").size() == 1);
  CHECK(grouped.edges_of("v:N").front().evidence.size() == 2);
  const std::vector<Edge> positions = grouped.edges_of("e:court");
  REQUIRE(positions.size() == 1);
  CHECK(positions.front().key == "org=e:court for=e:N");
  std::vector<std::string> counts;
  for (const Claim& claim : grouped.node("v:N").claims) {
    if (claim.facet == "property.count") counts.push_back(to_text(claim.value) + claim.documents.front());
  }
  CHECK(counts == std::vector<std::string>{"12M", "15N"});
}

TEST_CASE("grouping: an edge between two names of one thing stays as an edge to itself") {
  Graph graph = two_reports();
  graph.add(Edge{.source = "e:M", .target = "e:N", .type = "person.met", .evidence = {in("M")}});
  const Graph grouped = regroup(graph, same_person);
  const std::vector<Edge> edges = grouped.edges_of("e:N");
  CHECK(std::count_if(edges.begin(), edges.end(), [](const Edge& e) { return e.source == e.target; }) == 1);
  CHECK(bytes_of(ungroup(grouped)) == bytes_of(graph));
}

TEST_CASE("grouping: a document counts once, whatever the number of names it uses") {
  Graph graph;
  graph.add(Node{.id = "e:1", .type = "ORG", .name = "A", .evidence = {in("x")}});
  graph.add(Node{.id = "e:2", .type = "ORG", .name = "B", .evidence = {in("x")}});
  graph.add(Node{.id = "e:3", .type = "PERSON", .name = "C", .evidence = {in("y")}});
  graph.add(Node{.id = "e:4", .type = "PERSON", .name = "D", .evidence = {in("z")}});
  const std::vector<Membership> members = {{"e:2", "e:1", "r", ""}, {"e:3", "e:1", "r", ""}, {"e:4", "e:1", "r", ""}};
  CHECK(regroup(graph, members).node("e:1").type == "PERSON");
}

TEST_CASE("grouping: 200 random groupings are undone to the byte, and read back from every format that keeps them") {
  const Graph graph = documents(8);
  const std::string expected = bytes_of(graph);
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const std::vector<Membership> members = random_members(graph, seed);
    const Graph grouped = regroup(graph, members);
    REQUIRE(bytes_of(ungroup(grouped)) == expected);
    REQUIRE(bytes_of(regroup(grouped, memberships(grouped))) == bytes_of(grouped));
    if (seed % 20 != 0) continue;
    for (const char* format : {"json", "snapshot", "graphml"}) {
      const Graph back = io::read_graph(bytes_of(grouped, format), format, "test");
      CHECK(back == grouped);
      CHECK(bytes_of(ungroup(back)) == expected);
    }
    CHECK(Graph(grouped) == grouped);
  }
}

TEST_CASE("grouping: merge and remove work on what documents said") {
  Graph grouped = regroup(documents(6), random_members(documents(6), 3));
  const Graph more = regroup(test::RandomDocument(6).graph(), random_members(test::RandomDocument(6).graph(), 4));
  grouped.merge(more);
  CHECK_FALSE(is_grouped(grouped));
  CHECK(bytes_of(grouped) == bytes_of(documents(7)));
  grouped = regroup(grouped, random_members(grouped, 5));
  CHECK(grouped.remove("doc6"));
  CHECK(bytes_of(grouped) == bytes_of(documents(6)));
  Graph empty;
  empty.merge(regroup(documents(6), random_members(documents(6), 6)));
  CHECK(bytes_of(empty) == bytes_of(documents(6)));
}

TEST_CASE("grouping: impossible members are refused") {
  const Graph graph = two_reports();
  const auto code = [&graph](const std::vector<Membership>& members) -> std::string {
    try {
      (void)regroup(graph, members);
      return "accepted";
    } catch (const Error& error) {
      return error.code();
    }
  };
  CHECK(code({}) == "accepted");
  CHECK(code({{"e:nobody", "e:M", "", ""}}) == "graph.no-node");
  CHECK(code({{"e:M", "v:M", "", ""}}) == "graph.kind");
  CHECK(code({{"e:M", "e:x", "", ""}, {"e:M", "e:y", "", ""}}) == "graph.member");
  CHECK(code({{"e:M", "e:x", "", ""}, {"e:M", "e:x", "", ""}}) == "accepted");
}

}  // namespace
