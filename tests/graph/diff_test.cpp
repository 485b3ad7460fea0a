#include "diurna/graph/diff.hpp"

#include <doctest/doctest.h>

#include "support/random_graph.hpp"

namespace {

using namespace diurna;

GraphEvidence in(const std::string& document) {
  return {.document = document, .begin = 1, .end = 4, .text = "Some words."};
}

Graph before() {
  Graph graph;
  graph.add(Node{.id = "e:ana", .type = "PERSON", .name = "Ana", .aliases = {"A."}, .evidence = {in("a")}});
  graph.add(Node{.id = "e:oslo", .type = "GPE", .name = "Oslo", .evidence = {in("a")}});
  graph.add(Edge{.source = "e:ana", .target = "e:oslo", .type = "person.lives_in", .evidence = {in("a")}});
  return graph;
}

std::vector<std::string> lines(const GraphDiff& difference) {
  std::vector<std::string> out;
  const auto add = [&out](Change change, const std::string& what, const std::vector<FieldChange>& fields) {
    out.push_back(std::string(to_text(change)) + " " + what);
    for (const FieldChange& field : fields)
      out.push_back(field.field + ": '" + field.before + "' '" + field.after + "'");
  };
  for (const NodeChange& one : difference.nodes) add(one.change, one.node.id, one.fields);
  for (const EdgeChange& one : difference.edges) add(one.change, one.edge.source + one.edge.target, one.fields);
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("diff: equal graphs have none, however they were built") {
  Graph one;
  Graph two;
  for (unsigned i = 0; i < 6; ++i) one.merge(test::RandomDocument(i).graph());
  for (unsigned i = 6; i-- > 0;) two.merge(test::RandomDocument(i).graph());
  CHECK(diff(one, two).empty());
  CHECK_FALSE(diff(one, Graph()).empty());
}

TEST_CASE("diff: what came and what went") {
  Graph after = before();
  after.add(Node{.id = "e:bo", .name = "Bo", .evidence = {in("b")}});
  CHECK(lines(diff(before(), after)) == Lines{"appeared e:bo"});
  CHECK(lines(diff(after, before())) == Lines{"vanished e:bo"});
  CHECK(lines(diff(before(), Graph())) == Lines{"vanished e:ana", "vanished e:oslo", "vanished e:anae:oslo"});
}

TEST_CASE("diff: what changed in a node and in an edge") {
  Graph after = before();
  after.add(Node{.id = "e:ana",
                 .type = "ORG",
                 .name = "Anastasia",
                 .properties = {{"country", std::string("NOR")}},
                 .evidence = {in("b")}});
  after.add(Edge{.source = "e:ana",
                 .target = "e:oslo",
                 .type = "person.lives_in",
                 .properties = {{"time", std::string("2020")}},
                 .evidence = {in("a")}});
  CHECK(lines(diff(before(), after)) == Lines{"changed e:ana", "type: 'PERSON' 'ORG'", "name: 'Ana' 'Anastasia'",
                                              "alias: '' 'Ana'", "property.country: '' 'NOR'", "document: '' 'b'",
                                              "changed e:anae:oslo", "property.time: '' '2020'",
                                              "claim: '' 'property.time = 2020 in a'"});
}

TEST_CASE("diff: evidence alone is a change") {
  Graph after = before();
  GraphEvidence more = in("a");
  more.begin = 2;
  after.add(Node{.id = "e:oslo", .type = "GPE", .name = "Oslo", .evidence = {more}});
  CHECK(lines(diff(before(), after)) == Lines{"changed e:oslo", "evidence: '' 'a 2-4 Some words. 1'"});
}

TEST_CASE("diff: what remove takes out is what vanishes") {
  Graph whole;
  for (unsigned i = 0; i < 5; ++i) whole.merge(test::RandomDocument(i).graph());
  Graph rest = whole;
  rest.remove("doc2");
  for (const NodeChange& one : diff(whole, rest).nodes) CHECK(one.change != Change::appeared);
  CHECK(diff(whole, rest).nodes.size() == diff(rest, whole).nodes.size());
}

}  // namespace
