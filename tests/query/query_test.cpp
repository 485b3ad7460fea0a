#include "diurna/query/query.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "diurna/core/error.hpp"
#include "diurna/query/pattern_query.hpp"

namespace {

using namespace diurna;

GraphEvidence in(const std::string& document, double score = 0.5) {
  return {.document = document, .begin = 1, .end = 4, .text = "Some words.", .score = score};
}

std::vector<Node> some_nodes() {
  return {
      {.id = "d:one", .kind = NodeKind::document, .type = "document", .name = "One", .evidence = {in("one")}},
      {.id = "e:ana", .type = "PERSON", .name = "Ana Núñez", .aliases = {"Ana"}, .evidence = {in("one"), in("two")}},
      {.id = "e:ben", .type = "PERSON", .name = "Ben", .evidence = {in("two")}},
      {.id = "e:oslo", .type = "GPE", .name = "Oslo", .evidence = {in("one")}},
      {.id = "t:2026-01-05",
       .kind = NodeKind::time,
       .type = "DATE",
       .name = "2026-01-05",
       .properties = {{"begin", std::string("2026-01-05")}},
       .evidence = {in("one")}},
      {.id = "v:1",
       .kind = NodeKind::event,
       .type = "movement.travel",
       .name = "went",
       .properties = {{"factuality", std::string("actual")}},
       .evidence = {in("one", 0.75), in("one", 0.25)}},
      {.id = "v:2", .kind = NodeKind::event, .type = "contact.meet", .name = "met", .evidence = {in("two")}},
  };
}

std::vector<Edge> some_edges() {
  return {
      {.source = "v:1",
       .target = "e:ana",
       .type = "agent",
       .properties = {{"words", std::string("she")}},
       .evidence = {in("one")}},
      {.source = "v:1", .target = "e:oslo", .type = "destination", .evidence = {in("one")}},
      {.source = "v:1", .target = "t:2026-01-05", .type = "time", .evidence = {in("one")}},
      {.source = "v:1", .target = "d:one", .type = "mentioned_in", .evidence = {in("one")}},
      {.source = "v:2", .target = "e:ana", .type = "agent", .evidence = {in("two")}},
      {.source = "v:2", .target = "e:ben", .type = "agent", .evidence = {in("two")}},
      {.source = "e:ana", .target = "e:oslo", .type = "person.residence", .evidence = {in("two")}},
  };
}

Graph shuffled_graph(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Node> nodes = some_nodes();
  std::vector<Edge> edges = some_edges();
  std::ranges::shuffle(nodes, random);
  std::ranges::shuffle(edges, random);
  Graph graph;
  for (const Node& node : nodes) graph.add(node);
  for (const Edge& edge : edges) graph.add(edge);
  return graph;
}

std::string dump(const QueryResult& result) {
  std::string out;
  for (const QueryRow& row : result) {
    for (std::size_t column = 0; column < row.size(); ++column) out += (column > 0 ? " | " : "") + to_text(row[column]);
    out += '\n';
  }
  return out;
}

TEST_CASE("query: what a graph looks like in queries") {
  const Graph graph = shuffled_graph(1);
  const QueryGraph index(graph);
  struct Case {
    std::string_view text;
    std::string_view rows;
  };
  const std::vector<Case> cases = {
      {"MATCH (p:PERSON) RETURN p.id, p.name, p.aliases, p.type, p.kind",
       "e:ana | Ana Núñez | ['Ana'] | PERSON | entity\ne:ben | Ben | null | PERSON | entity\n"},
      {"MATCH (n:entity) RETURN count(*)", "3\n"},
      {"MATCH (e:movement) RETURN labels(e), e.type", "['event', 'movement', 'movement_travel'] | movement.travel\n"},
      {"MATCH (e:`movement.travel`) RETURN e.factuality, e.n_mentions, e.score", "actual | 2 | 0.75\n"},
      {"MATCH (p)-[r:person_residence]->(x) RETURN p.name, type(r), x.name", "Ana Núñez | person_residence | Oslo\n"},
      {"MATCH (p)-[:`person.residence`]->(x) RETURN x.id", "e:oslo\n"},
      {"MATCH (:event)-[r:agent {words: 'she'}]->(p) RETURN p.id, r.documents, r.n_documents", "e:ana | ['one'] | 1\n"},
      {"MATCH (p {id: 'e:ana'}) RETURN p.n_documents, p.documents", "2 | ['one', 'two']\n"},
      {"MATCH (e:event)-[:time]->(t:time) WHERE t.begin >= '2026-01-01' RETURN e.name", "went\n"},
      {"MATCH (a:PERSON)<-[:agent]-(e)-[:agent]->(b:PERSON) RETURN a.name, b.name",
       "Ana Núñez | Ben\nBen | Ana Núñez\n"},
      {"MATCH p = shortestPath((a {name: 'Ben'})-[*]-(b {name: 'Oslo'})) RETURN [n IN nodes(p) | n.id]",
       "['e:ben', 'v:2', 'e:ana', 'e:oslo']\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dump(index.run(c.text)) == c.rows);
  }
}

TEST_CASE("query: rows do not depend on the order in which the graph was built") {
  const std::vector<std::string_view> texts = {
      "MATCH (n) RETURN n", "MATCH ()-[r]->() RETURN r", "MATCH (a)--(b)--(c) RETURN a.id, b.id, c.id",
      "MATCH p = (:PERSON)-[*1..3]-(x) RETURN p", "MATCH (n) RETURN n.type, count(*)"};
  const Graph first = shuffled_graph(1);
  for (unsigned seed = 2; seed < 12; ++seed) {
    const Graph other = shuffled_graph(seed);
    for (const std::string_view text : texts) CHECK(dump(query(first, text)) == dump(query(other, text)));
  }
}

TEST_CASE("query: a result outlives graph, index and query") {
  QueryResult result;
  {
    const Graph graph = shuffled_graph(3);
    result = QueryGraph(graph).prepare("MATCH p = (e)-[:agent]->(n {name: 'Ben'}) RETURN p, n").run();
  }
  REQUIRE(result.size() == 1);
  CHECK(result[0]["n"].node_record()->properties.at("name") == Value("Ben"));
  CHECK(result[0]["p"].as_path().relationships.front().relationship_record()->source_id == "v:2");
  CHECK_THROWS_AS((void)result[0]["nothing"], Error);
}

TEST_CASE("query: prepared queries take other parameters each time, from several threads as well") {
  const Graph graph = shuffled_graph(4);
  const QueryGraph index(graph);
  const PreparedQuery by_name = index.prepare("MATCH (n {name: $name}) RETURN n.id");
  CHECK(dump(by_name.run({{"name", "Ben"}})) == "e:ben\n");
  CHECK(dump(by_name.run({{"name", "Oslo"}})) == "e:oslo\n");
  CHECK(by_name.run({{"name", "Nobody"}}).empty());
  CHECK_THROWS_AS((void)by_name.run(), QueryError);
}

TEST_CASE("query: patterns that are built match as those that are written") {
  const Graph graph = shuffled_graph(5);
  const QueryGraph index(graph);
  const auto same = [&](const PatternQuery& built, std::string_view written) {
    CAPTURE(written);
    const QueryResult a = index.prepare(built).run();
    const QueryResult b = index.run(written);
    CHECK(a.columns() == b.columns());
    CHECK(dump(a) == dump(b));
    CHECK_FALSE(a.empty());
  };
  same(PatternQuery()
           .node("p", {"PERSON"}, {{"name", "Ana Núñez"}})
           .incoming("", {"agent"})
           .node("e", {"event"})
           .outgoing("r", {"destination", "place"})
           .node("g")
           .result("e", "type")
           .result("g", "name")
           .result("r"),
       "MATCH (p:PERSON {name: 'Ana Núñez'})<-[:agent]-(e:event)-[r:destination|place]->(g) "
       "RETURN e.type, g.name, r");
  same(PatternQuery()
           .node("a", {"PERSON"})
           .either_way("", {}, PatternQuery::Hops{1, 2})
           .node("b")
           .distinct()
           .order_by("b", "id"),
       "MATCH (a:PERSON)-[*1..2]-(b) RETURN DISTINCT a, b ORDER BY b.id");
  using enum PatternQuery::Comparison;
  same(PatternQuery()
           .node("p", {"PERSON"})
           .condition("p", "name", in, Value::List{"Ben", "Ana Núñez"})
           .condition("p", "n_documents", greater, 1)
           .result("p", "name")
           .limit(5),
       "MATCH (p:PERSON) WHERE p.name IN ['Ben', 'Ana Núñez'] AND p.n_documents > 1 RETURN p.name LIMIT 5");
}

TEST_CASE("query: a plan starts where the fewest rows are") {
  const Graph graph = shuffled_graph(6);
  const QueryGraph index(graph);
  const auto plan = [&](std::string_view text) { return index.prepare(text).explain(); };
  CHECK(plan("MATCH (e:event)-[:agent]->(p:PERSON) WHERE p.name = 'Ben' RETURN e").find("PropertySeek  (p:PERSON)") !=
        std::string::npos);
  CHECK(plan("MATCH (n)-[:time]->() RETURN n").find("RelationshipScan  (n)-[:time]->()") != std::string::npos);
  CHECK(plan("MATCH (n:Nothing) RETURN n").find("Nothing") != std::string::npos);
  CHECK(dump(index.run("EXPLAIN MATCH (n:GPE) RETURN n.name")) == plan("MATCH (n:GPE) RETURN n.name"));
}

TEST_CASE("query: an interrupted query ends with an error") {
  const Graph graph = shuffled_graph(7);
  int asked = 0;
  const QueryOptions options{.interrupted = [&] { return ++asked > 2; }};
  try {
    (void)query(graph, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*)", {}, options);
    FAIL("ran to the end");
  } catch (const Error& error) {
    CHECK(error.code() == "query.interrupted");
  }
}

}  // namespace
