#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/io/format.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

Graph small_graph() {
  const GraphEvidence proof{.document = "d", .begin = 0, .end = 3, .text = "Ana \"A\", a; met\nBo."};
  Graph graph;
  graph.add(Node{.id = "e:ana",
                 .type = "PERSON",
                 .name = "Ana",
                 .aliases = {"A;B", "Ana, the first"},
                 .properties = {{"named", true}, {"rank", std::int64_t{2}}, {"share", 0.5}, {"name", std::string("x")}},
                 .evidence = {proof}});
  graph.add(Node{.id = "e:bo", .type = "PERSON", .name = "", .properties = {{"mixed", true}}});
  graph.add(Node{.id = "v:1",
                 .kind = NodeKind::event,
                 .type = "contact.meet",
                 .name = "met",
                 .properties = {{"factuality", std::string("negated")}, {"mixed", 0.5}},
                 .evidence = {proof}});
  graph.add(Node{.id = "t:2026-02",
                 .kind = NodeKind::time,
                 .type = "DATE",
                 .name = "2026-02",
                 .properties = {{"value", std::string("2026-02")}}});
  graph.add(Edge{.source = "v:1", .target = "e:ana", .type = "agent", .evidence = {proof}});
  graph.add(Edge{.source = "v:1", .target = "e:bo", .type = "patient", .evidence = {proof}});
  graph.add(Edge{.source = "v:1", .target = "t:2026-02", .type = "time", .evidence = {proof}});
  graph.add(Edge{.source = "e:ana", .target = "e:bo", .type = "person.family", .key = "kind=p:1"});
  return graph;
}

std::vector<std::string> lines_of(const std::string& format, std::string_view name) {
  for (const io::Table& table : io::graph_tables(small_graph(), format)) {
    if (table.name != name) continue;
    std::vector<std::string> out;
    std::istringstream in(table.bytes);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
  }
  return {};
}

TEST_CASE("csv: the nodes as neo4j-admin reads them") {
  const std::vector<std::string> lines = lines_of("csv", "nodes.csv");
  REQUIRE(lines.size() == 5);
  CHECK(
      lines[0] ==
      "id:ID(Entity),:LABEL,kind,type,name,aliases:string[],documents:string[],mentions:long,start:date,end:date,"
      "sentence,factuality:string,mixed:string,property_name:string,named:boolean,rank:long,share:double,value:string");
  CHECK(lines[1] ==
        "e:ana,\"Entity;PERSON\",entity,PERSON,Ana,\"A,B;Ana, the first\",d,1,,,\"Ana \"\"A\"\", a; met "
        "Bo.\",,,x,true,2,0.5,");
  CHECK(lines[2] == "e:bo,\"Entity;PERSON\",entity,PERSON,\"\",,,0,,,,,true,,,,,");
  CHECK(lines[3].starts_with("t:2026-02,\"Time;DATE\",time,DATE,2026-02,,,0,2026-02-01,2026-02-28,"));
  CHECK(lines[4].starts_with("v:1,\"Event;contact_meet\",event,contact.meet,met,,d,1,2026-02-01,2026-02-28,"));
}

TEST_CASE("csv: the relationships as neo4j-admin reads them") {
  const std::vector<std::string> lines = lines_of("csv", "relationships.csv");
  REQUIRE(lines.size() == 5);
  CHECK(
      lines[0] ==
      ":START_ID(Entity),:END_ID(Entity),:TYPE,type,key,documents:string[],mentions:long,start:date,end:date,sentence");
  CHECK(lines[1] == "e:ana,e:bo,person_family,person.family,kind=p:1,,0,,,");
  CHECK(lines[2].starts_with("v:1,e:ana,agent,agent,,d,1,2026-02-01,2026-02-28,\"Ana"));
}

TEST_CASE("graphrag: an event that did not happen is a false claim") {
  const std::vector<std::string> lines = lines_of("graphrag", "covariates.csv");
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].starts_with("v:1,0,claim,contact.meet,met (negated),Ana,\" (e:bo)\",FALSE,2026-02-01,2026-02-28,"));
  const std::vector<std::string> units = lines_of("graphrag", "text_units.csv");
  REQUIRE(units.size() == 2);
  CHECK(units[1].starts_with("d#0,0,"));
}

TEST_CASE("tables: written to one stream, each has a line with its name") {
  std::ostringstream out;
  io::write_graph(out, small_graph(), "csv");
  CHECK(out.str().starts_with("# nodes.csv\nid:ID(Entity),"));
  CHECK(out.str().find("\n# relationships.csv\n:START_ID(Entity),") != std::string::npos);
  CHECK_THROWS_AS((void)io::graph_tables(small_graph(), "json"), Error);
}

TEST_CASE("gexf, node-link, csv, graphrag: the order in which a graph was built leaves no trace") {
  Graph forward;
  Graph backward;
  for (unsigned i = 0; i < 8; ++i) {
    forward.merge(test::RandomDocument(i).graph());
    backward.merge(test::RandomDocument(7 - i).graph());
  }
  for (const char* format : {"gexf", "node-link", "csv", "graphrag", "dot"}) {
    std::ostringstream a;
    std::ostringstream b;
    io::write_graph(a, forward, format);
    io::write_graph(b, backward, format);
    CHECK(a.str() == b.str());
  }
}

}  // namespace
