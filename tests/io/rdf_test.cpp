#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/graph/grouping.hpp"
#include "diurna/io/format.hpp"
#include "diurna/text/unicode.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

constexpr std::array<const char*, 4> readable = {"turtle", "ntriples", "nquads", "trig"};
constexpr std::array<const char*, 5> all_formats = {"turtle", "ntriples", "nquads", "trig", "jsonld"};

std::string written(const Graph& graph, std::string_view format, const io::WriteOptions& options = {}) {
  std::ostringstream out;
  io::write_graph(out, graph, format, options);
  return out.str();
}

Graph random_graph(unsigned from, unsigned to) {
  Graph out;
  for (unsigned i = from; i < to; ++i) out.merge(test::RandomDocument(i).graph());
  return out;
}

/// Texts that every syntax must escape, ids that no IRI can hold, values of every type.
Graph hostile_graph() {
  Graph graph;
  graph.add(Node{.id = "e:a<b>&\"'\n\t\x01 é\xF0\x9F\x99\x82",
                 .type = "T|\xEF\xBF\xBE /.",
                 .name = "a \"\"\" b\r\n\\u0041 ]]>",
                 .aliases = {"x \\ y", "\x02", "'''"},
                 .properties = {{"", std::string("no name")},
                                {"two words/é", std::string("")},
                                {"flag", true},
                                {"whole", std::int64_t{-9007199254740993}},
                                {"small", 4.9e-324},
                                {"large", -1.7976931348623157e308},
                                {"half", 0.1},
                                {"round", 2.0}}});
  for (const char* id : {"", ".", "..", "e:..", "%41", "a//b?c#d"}) {
    graph.add(Node{.id = id, .kind = NodeKind::phrase, .type = id});
  }
  graph.add(Edge{.source = "", .target = "", .type = "", .properties = {{"weight", std::string("w")}}, .key = "k"});
  graph.add(Edge{.source = ".",
                 .target = "..",
                 .type = "odd type.",
                 .evidence = {{.document = "d/\xC3\xA9 ?", .begin = 3, .end = 9, .text = "One text."},
                              {.document = "d/\xC3\xA9 ?", .begin = 3, .end = 9, .text = "Two texts"},
                              {.document = "", .begin = 0, .end = 0, .text_begin = 7}}});
  return graph;
}

/// The nodes that the random documents share, under other ids.
Graph grouped_graph() {
  const Graph graph = random_graph(0, 8);
  std::vector<Membership> members;
  for (const Node& node : graph.nodes()) {
    if (node.kind == NodeKind::entity && node.id.size() % 2 == 0) {
      members.push_back({node.id, "e:name_0", "test.rule", "because \"" + node.name + "\""});
    }
  }
  return regroup(graph, members);
}

TEST_CASE("rdf: reading what was written gives the same graph and the same bytes") {
  for (const char* format : readable) {
    CAPTURE(std::string(format));
    for (const Graph& graph : {Graph(), random_graph(0, 1), random_graph(0, 10), hostile_graph(), grouped_graph()}) {
      const std::string bytes = written(graph, format);
      const Graph back = io::read_graph(bytes, format, "test");
      CHECK(back == graph);
      CHECK(written(back, format) == bytes);
    }
  }
}

TEST_CASE("rdf: the order in which a graph was built leaves no trace") {
  std::vector<unsigned> numbers{0, 1, 2, 3, 4, 5};
  std::mt19937 random(3);
  for (const char* format : all_formats) {
    const std::string bytes = written(random_graph(0, 6), format);
    for (int round = 0; round < 5; ++round) {
      std::shuffle(numbers.begin(), numbers.end(), random);
      Graph graph;
      for (const unsigned number : numbers) graph.merge(test::RandomDocument(number).graph());
      CHECK(written(graph, format) == bytes);
    }
  }
}

TEST_CASE("rdf: N-Quads files put one behind the other are the graphs merged") {
  Graph both = random_graph(0, 4);
  const Graph other = random_graph(2, 7);
  const std::string bytes = written(both, "nquads") + written(other, "nquads");
  both.merge(other);
  CHECK(io::read_graph(bytes, "nquads", "test") == both);
}

TEST_CASE("rdf: the order of lines means nothing") {
  for (const char* format : {"ntriples", "nquads"}) {
    const Graph graph = random_graph(0, 4);
    std::istringstream in(written(graph, format));
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
    std::mt19937 random(5);
    std::shuffle(lines.begin(), lines.end(), random);
    std::string bytes;
    for (const std::string& line : lines) bytes += line;
    CHECK(io::read_graph(bytes, format, "test") == graph);
  }
}

TEST_CASE("rdf: another base changes the IRIs, not the graph") {
  const Graph graph = random_graph(0, 3);
  const io::WriteOptions options{.base = "https://example.org/news/"};
  for (const char* format : readable) {
    const std::string bytes = written(graph, format, options);
    CHECK(bytes.find("https://example.org/news/") != std::string::npos);
    CHECK(bytes.find("<https://diurna.example/id/") == std::string::npos);
    CHECK(io::read_graph(bytes, format, "test") == graph);
  }
  for (const char* base : {"news", "news/", "http://a b/", "https://example.org/#", "://x/", "<>/", "http://é/"}) {
    CHECK_THROWS_AS(written(graph, "turtle", {.base = base}), Error);
  }
}

TEST_CASE("rdf: there are no blank nodes, and every output is UTF-8") {
  for (const char* format : all_formats) {
    const std::string bytes = written(hostile_graph(), format);
    CHECK(bytes.find("_:") == std::string::npos);
    CHECK(bytes.find('\0') == std::string::npos);
    CHECK(invalid_utf8(bytes).empty());
  }
}

Graph report(const std::string& document, const char* factuality) {
  const GraphEvidence proof{.document = document, .begin = 0, .end = 8, .text = "Arrested", .rule = "r"};
  Graph graph;
  graph.add(Node{.id = "v:1",
                 .kind = NodeKind::event,
                 .type = "justice.detain",
                 .name = "arrested",
                 .properties = {{"factuality", std::string(factuality)}},
                 .evidence = {proof}});
  graph.add(Node{.id = "e:ana", .type = "PERSON", .name = "Ana", .evidence = {proof}});
  graph.add(Node{.id = "e:police", .type = "ORG", .name = "Police", .evidence = {proof}});
  graph.add(Edge{.source = "v:1", .target = "e:ana", .type = "patient", .evidence = {proof}});
  graph.add(Edge{.source = "v:1", .target = "e:police", .type = "attribution", .evidence = {proof}});
  return graph;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("rdf: only what is told as fact is asserted in the words of others") {
  const std::string fact = written(report("a", "actual"), "ntriples");
  CHECK(has(
      fact,
      "/id/v:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://semanticweb.cs.vu.nl/2009/11/sem/Event>"));
  CHECK(has(fact, "/id/v:1> <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> <https://diurna.example/id/e:ana>"));
  CHECK(has(fact, "/id/v:1> <https://diurna.example/ns/role/patient> <https://diurna.example/id/e:ana>"));
  for (const char* factuality : {"negated", "planned", "possible", "alleged", "unheard-of"}) {
    CAPTURE(std::string(factuality));
    for (const char* format : {"ntriples", "nquads"}) {
      const std::string text = written(report("a", factuality), format);
      CHECK_FALSE(has(text, "sem/Event>"));
      CHECK_FALSE(has(text, "sem/eventType>"));
      CHECK_FALSE(has(text, "sem/hasActor>"));
      CHECK_FALSE(has(text, "/id/v:1> <https://diurna.example/ns/role/"));
      CHECK(has(text, "/id/v:1> <http://semanticweb.cs.vu.nl/2009/11/sem/accordingTo>"));
      CHECK(has(text, "<https://diurna.example/ns/property/factuality> \"" + std::string(factuality)));
    }
  }
}

TEST_CASE("rdf: what one document affirms and another denies is asserted in the graph of the one alone") {
  Graph both = report("a", "actual");
  both.merge(report("b", "negated"));
  const std::string merged = written(both, "ntriples");
  CHECK_FALSE(has(merged, "sem/Event>"));
  CHECK(has(merged, "ns#DisputedEvent>"));
  const std::string quads = written(both, "nquads");
  CHECK(has(quads, "sem/Event> <https://diurna.example/graph/a>"));
  CHECK_FALSE(has(quads, "sem/Event> <https://diurna.example/graph/b>"));
  CHECK(has(quads, "ns#NegatedEvent> <https://diurna.example/graph/b>"));
}

TEST_CASE("rdf: a time of any granularity has days") {
  Graph graph;
  graph.add(Node{.id = "t:2026-02",
                 .kind = NodeKind::time,
                 .type = "DATE",
                 .name = "2026-02",
                 .properties = {{"value", std::string("2026-02")}, {"granularity", std::string("month")}}});
  const std::string text = written(graph, "turtle");
  CHECK(has(text, "time:ProperInterval"));
  CHECK(has(text, "time:hasBeginning <instant/2026-02-01>"));
  CHECK(has(text, "time:hasEnd <instant/2026-02-28>"));
  CHECK(has(text, "time:unitType time:unitMonth"));
}

}  // namespace
