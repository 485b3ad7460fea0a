#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/io/format.hpp"
#include "diurna/text/unicode.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

std::string written(const Graph& graph, std::string_view format) {
  std::ostringstream out;
  io::write_graph(out, graph, format);
  return out.str();
}

Graph random_graph(unsigned documents) {
  Graph out;
  for (unsigned i = 0; i < documents; ++i) out.merge(test::RandomDocument(i).graph());
  return out;
}

Graph hostile_graph() {
  Graph graph;
  graph.add(Node{.id = "e:a<b>&\"'\n\t\x01",
                 .type = "T|\xEF\xBF\xBE",
                 .name = "a | b\r\n]]>",
                 .aliases = {"x | y", "\x02"},
                 .properties = {{"label", std::string("clash")},
                                {"flag", true},
                                {"whole", std::int64_t{-9007199254740993}},
                                {"half", 0.1},
                                {"round", 2.0}}});
  graph.add(Node{.id = "", .kind = NodeKind::phrase});
  graph.add(Edge{.source = "", .target = "", .type = "", .properties = {{"weight", std::string("w")}}, .key = "k"});
  graph.add(Edge{.source = "",
                 .target = "e:a<b>&\"'\n\t\x01",
                 .type = "t",
                 .evidence = {{.document = "d", .begin = 3, .end = 9, .text = "One text."},
                              {.document = "d", .begin = 3, .end = 9, .text = "Another text."}}});
  return graph;
}

TEST_CASE("json, snapshot, graphml: reading what was written gives the same graph and the same bytes") {
  for (const char* format : {"json", "snapshot", "graphml"}) {
    CAPTURE(std::string(format));
    for (const Graph& graph : {Graph(), random_graph(1), random_graph(10), hostile_graph()}) {
      const std::string bytes = written(graph, format);
      const Graph back = io::read_graph(bytes, format, "test");
      CHECK(back == graph);
      CHECK(written(back, format) == bytes);
    }
  }
}

TEST_CASE("json: a merged graph is shorter than its parts") {
  std::size_t parts = 0;
  for (unsigned i = 0; i < 10; ++i) parts += written(test::RandomDocument(i).graph(), "json").size();
  CHECK(written(random_graph(10), "json").size() < parts);
}

/// The message of the error that reading throws.
std::string refusal(const std::string& bytes, std::string_view format = "json") {
  try {
    (void)io::read_graph(bytes, format, "g.json");
    return "accepted";
  } catch (const ParseError& error) {
    return error.what();
  }
}

std::string with_nodes(const std::string& nodes, const std::string& edges = "") {
  return R"({"format":"diurna-graph","version":1,"sentences":[],"nodes":[)" + nodes + "],\"edges\":[" + edges + "]}";
}

TEST_CASE("json: what is not a graph is refused with its place") {
  const std::string node =
      R"({"id":"e:a","kind":"entity","type":"","name":"","aliases":[],"properties":{},"evidence":[]})";
  const std::string edge = R"({"source":"e:a","type":"t","target":"e:a","properties":{},"evidence":[]})";
  CHECK(refusal(with_nodes(node, edge)) == "accepted");
  const std::vector<std::pair<std::string, std::string>> table = {
      {"",
       "g.json:1:1: error: this is not JSON: the text ends too early [json.syntax]; was the file cut off or edited?"},
      {"{\"format\":\n \"diurna-graph\",]",
       "g.json:2:17: error: this is not JSON [json.syntax]; was the file cut off or edited?"},
      {"[]", "g.json: error: expected an object, found array [json.type]"},
      {R"({"format":"x"})",
       "g.json: /format: error: this is no graph of Diurna but 'x' [json.format]; expected 'diurna-graph'"},
      {R"({"format":"diurna-graph","version":3})",
       "g.json: /version: error: this is version 3 of the format [json.version]; this Diurna reads versions 1 to 2"},
      {with_nodes(node + "," + node),
       "g.json: /nodes/1: error: node 'e:a' is given already [json.duplicate]; keep one"},
      {with_nodes(node, edge + "," + edge),
       "g.json: /edges/1: error: this edge is given already [json.duplicate]; keep one, or tell them apart by 'key'"},
      {with_nodes("", edge),
       "g.json: /edges/0/source: error: there is no node 'e:a' [json.dangling]; add it to 'nodes'"},
      {with_nodes(R"({"id":"e:a"})"), "g.json: /nodes/0: error: 'kind' is missing [json.missing]; add it"},
      {with_nodes(R"({"id":7,"kind":"entity"})"),
       "g.json: /nodes/0/id: error: expected a string, found number [json.type]"},
      {with_nodes(R"({"id":"a","kind":"thing"})"),
       "g.json: /nodes/0/kind: error: there is no kind of node 'thing' [json.kind]; kinds are document, entity, event, "
       "time, quantity and phrase"},
      {with_nodes(R"({"id":"a","kind":"entity","naem":""})"),
       "g.json: /nodes/0/naem: error: 'naem' is not known here [json.unknown-key]; known are id, kind, type, name, "
       "aliases, properties, evidence, claims, joins"},
  };
  for (const auto& [bytes, message] : table) CHECK(refusal(bytes) == message);
}

TEST_CASE("json: texts that nest without end are refused, not followed") {
  CHECK(refusal(std::string(100000, '[')).find("json.depth") != std::string::npos);
  CHECK(refusal(with_nodes(std::string(100000, '{'))).find("json.depth") != std::string::npos);
}

TEST_CASE("json: every cut of a file is refused") {
  const std::string bytes = written(random_graph(2), "json");
  for (std::size_t size = 0; size + 2 < bytes.size(); size += 97) {
    CHECK(refusal(bytes.substr(0, size)) != "accepted");
  }
}

TEST_CASE("json, graphml: damaged files are read or refused, whatever the damage") {
  for (const char* format : {"json", "graphml"}) {
    const std::string bytes = written(random_graph(2), format);
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
      std::string damaged = bytes;
      for (unsigned n = 0; n <= random() % 3; ++n)
        damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
      const std::size_t from = random() % damaged.size();
      if (random() % 2 == 0) damaged.erase(from, random() % 40);
      CHECK_NOTHROW((void)refusal(damaged, format));
    }
  }
}

TEST_CASE("graph: texts that are no UTF-8 are repaired, endless numbers refused") {
  Graph graph;
  graph.add(Node{.id = "e:\xFF", .name = "a\x80"});
  for (const char* format : {"json", "graphml", "dot"}) CHECK(invalid_utf8(written(graph, format)).empty());
  CHECK_THROWS_AS(graph.add(Node{.id = "e:n", .properties = {{"n", std::numeric_limits<double>::infinity()}}}), Error);
}

TEST_CASE("json: claims that do not add up are refused") {
  const std::string node =
      R"({"id":"e:a","kind":"entity","type":"","name":"B","aliases":[],"properties":{},"evidence":[],)"
      R"("claims":[{"facet":"name","value":"A","documents":["d"]}]})";
  CHECK(refusal(with_nodes(node)).find("json.claims") != std::string::npos);
}

TEST_CASE("graphml: files of others are read, hostile ones refused") {
  const std::string head = "<?xml version=\"1.0\"?>\n";
  const std::string body =
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><key id=\"k\" for=\"node\" attr.name=\"age\" "
      "attr.type=\"int\"/><graph edgedefault=\"directed\"><node id=\"n0\"><data key=\"k\">41</data></node>"
      "<node id=\"n1\"/><edge source=\"n0\" target=\"n1\"/></graph></graphml>";
  const Graph graph = io::read_graph(head + body, "graphml", "g.graphml");
  CHECK(graph.node("n0").properties.at("age") == Property(std::int64_t{41}));
  CHECK(graph.edge_count() == 1);
  const std::string bomb = "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
  CHECK(refusal(head + bomb + body, "graphml") ==
        "g.json:2:13: error: a document type declaration is not accepted [graphml.doctype]; remove <!DOCTYPE …>");
  CHECK(refusal("<html/>", "graphml").find("graphml.format") != std::string::npos);
  CHECK(refusal("{}", "graphml").find("graphml.syntax") != std::string::npos);
  CHECK(refusal("<graphml><graph><edge source=\"a\" target=\"b\"/></graph></graphml>", "graphml")
            .find("graphml.dangling") != std::string::npos);
  std::string deep = "<graphml><graph>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  CHECK(refusal(deep, "graphml").find("graphml.depth") != std::string::npos);
}

TEST_CASE("formats: a wrong name is answered with the right ones") {
  std::ostringstream out;
  CHECK_THROWS_WITH_AS(io::write_graph(out, Graph(), "facts"),
                       "error: there is no format 'facts' to write a graph in [io.format]; choose one of json, "
                       "snapshot, dot, graphml, gexf, node-link, csv, graphrag, turtle, ntriples, jsonld, nquads, trig",
                       Error);
  CHECK(io::find_format("graphml")->readable);
  CHECK_FALSE(io::find_format("dot")->readable);
  CHECK(io::find_format("facts")->of_readings);
  CHECK(io::find_format("nonsense") == nullptr);
}

}  // namespace
