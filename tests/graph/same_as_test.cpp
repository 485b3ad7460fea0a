// What the user says on who is who.
#include "diurna/graph/same_as.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/graph/resolution.hpp"
#include "diurna/io/format.hpp"
#include "told.hpp"

namespace {

using namespace diurna;
using test::Article;
using test::joined;

TEST_CASE("same-as: a file of statements") {
  const SameAs read = parse_same_as(
      "# who is who\n\nsame\tNicolás Bardem\te:bardem\r\ndifferent\tJohn Smith\tJohn Smith\tdoc-1\tdoc 2\n");
  REQUIRE(read.size() == 2);
  CHECK(read[0] == SameAsStatement{true, {"Nicolás Bardem", ""}, {"e:bardem", ""}, "same-as:3"});
  CHECK(read[1] == SameAsStatement{false, {"John Smith", "doc-1"}, {"John Smith", "doc 2"}, "same-as:4"});
}

TEST_CASE("same-as: bad lines are refused with their place") {
  struct Bad {
    std::string_view text;
    std::string_view place;
    std::string_view message;
  };
  const std::vector<Bad> cases = {
      {"same\tA", "f:1:1", "2 fields"},         {"same\tA\tB\tC\tD\tE", "f:1:1", "6 fields"},
      {"\n#\nequal\tA\tB", "f:3:1", "'equal'"}, {"same\t\tB", "f:1:6", "missing"},
      {"same\tA\t ", "f:1:8", "missing"},       {"different\tA\tA", "f:1:13", "both sides"},
  };
  for (const Bad& bad : cases) {
    CAPTURE(bad.text);
    try {
      (void)parse_same_as(bad.text, "f");
      FAIL("no error");
    } catch (const ParseError& error) {
      CHECK(error.code() == "identity.same-as");
      CHECK(error.place() == bad.place);
      CHECK(error.message().find(bad.message) != std::string::npos);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

Graph three_articles() {
  Article a("one", "2026-03-05");
  a.tell({.name = "Ana Vidal"}).event("1", "life.die", "died", {{"patient", "Ana Vidal"}});
  Article b("two", "2026-03-06");
  b.tell({.name = "Ana Vidal"}).event("2", "life.die", "died", {{"patient", "Ana Vidal"}});
  Article c("three", "2026-03-07");
  c.tell({.name = "The Widow of Karsa", .type = "OTHER"});
  return joined({a, b, c});
}

Graph resolved_with(std::string_view statements) {
  ResolutionOptions options;
  options.same_as = parse_same_as(statements);
  return resolve(three_articles(), options);
}

TEST_CASE("same-as: joins and parts what rules would not") {
  CHECK(resolve(three_articles()).find("Ana Vidal").size() == 1);
  CHECK(resolved_with("different\tAna Vidal\tAna Vidal\tone\ttwo").find("Ana Vidal").size() == 2);
  const Graph joined_by_hand = resolved_with("same\tana vidal\te:widow_of_karsa");
  CHECK(joined_by_hand.find("Ana Vidal") == joined_by_hand.find("Widow of Karsa"));
  CHECK(joined_by_hand.node(joined_by_hand.find("Ana Vidal").front()).joins.at(0).rule == "user");
}

TEST_CASE("same-as: a person joined with what is none meets other persons") {
  Article a("one", "2026-03-05");
  a.tell({.name = "Ana Vidal"}).tell({.name = "Aardvark of Karsa", .type = "OTHER"});
  Article b("two", "2026-03-06");
  b.tell({.name = "Vidal"}).tell({.name = "Ana Maria Vidal"});
  ResolutionOptions options;
  options.same_as = parse_same_as("same\tAna Vidal\tAardvark of Karsa");
  const Graph graph = resolve(joined({a, b}), options);
  CHECK(graph.find("Ana Vidal") == graph.find("Aardvark of Karsa"));
}

TEST_CASE("same-as: events by their ids") {
  CHECK(resolve(three_articles()).contains("v:1"));
  CHECK_FALSE(resolve(three_articles()).contains("v:2"));
  CHECK(resolved_with("different\tv:1\tv:2").contains("v:2"));
}

TEST_CASE("same-as: holds without the rules as well") {
  ResolutionOptions options{.entities = false,
                            .events = false,
                            .refusals = true,
                            .same_as = parse_same_as("same\tAna Vidal\tWidow of Karsa")};
  const Graph graph = resolve(three_articles(), options);
  CHECK(graph.find("Ana Vidal") == graph.find("Widow of Karsa"));
  CHECK(graph.contains("v:2"));
  CHECK(resolve(three_articles(), {.entities = false, .events = false, .refusals = true, .same_as = {}}) ==
        three_articles());
}

TEST_CASE("same-as: statements that contradict each other are reported with both places") {
  try {
    (void)resolved_with("same\tAna Vidal\tWidow of Karsa\ndifferent\tAna Vidal\tWidow of Karsa\tone");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == "identity.conflict");
    CHECK(error.place() == "same-as:1");
    CHECK(error.message().find("same-as:2") != std::string::npos);
  }
  CHECK_THROWS_AS((void)resolved_with("same\tv:1\tv:2\ndifferent\tv:1\tv:2"), Error);
}

TEST_CASE("same-as: a statement that names nothing here is told, not an error") {
  ResolutionOptions options;
  options.same_as = parse_same_as("same\tAna Vidal\tNobody");
  CHECK(resolve_identity(three_articles(), options).unused == std::vector<std::string>{"same-as:1"});
}

/// Articles on few people under many names, with many chances to join.
std::vector<Article> crowded_articles() {
  const std::vector<std::vector<std::string>> forms = {{"Nicolás Bardem", "Nicolas Bardem Moros", "Bardem"},
                                                       {"Ana Vidal", "A. Vidal", "Anna Vidal", "Vidal"},
                                                       {"Eva Vidal", "Vidal"},
                                                       {"John Smith", "John A. Smith", "Smith"}};
  const std::vector<std::string> descriptions = {"", "the Venezuelan president", "a teacher", "the Peruvian minister",
                                                 "a striker"};
  std::mt19937 random(7);
  std::vector<Article> out;
  for (int i = 0; i < 24; ++i) {
    const std::string id = "doc" + std::to_string(i);
    Article article(id, "2026-03-" + std::to_string(10 + random() % 15));
    article.tell({.name = random() % 2 == 0 ? "Karsa Committee" : "Dunmore League", .type = "ORG"});
    article.country("PER", "Peru")
        .tell({.name = random() % 2 == 0 ? "Foreign Ministry" : "Peruvian Foreign Ministry", .type = "ORG"});
    const std::vector<std::string>& person = forms[random() % forms.size()];
    const std::string& name = person[random() % person.size()];
    article.tell({.name = name, .description = descriptions[random() % descriptions.size()]});
    article.event(id, random() % 2 == 0 ? "life.die" : "justice.detain", "word", {{"patient", name}, {"agent", "PER"}});
    out.push_back(article);
  }
  return out;
}

std::string bytes_of(const Graph& graph) {
  std::ostringstream out;
  io::write_graph(out, graph, "json");
  return out.str();
}

TEST_CASE("resolution: 200 random orders and splits of the articles give the same bytes") {
  std::vector<Article> articles = crowded_articles();
  const Graph raw = joined(articles);
  const std::string expected = bytes_of(resolve(raw));
  REQUIRE(expected != bytes_of(raw));
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::shuffle(articles.begin(), articles.end(), random);
    std::vector<Graph> shards(1 + random() % 3);
    for (const Article& article : articles) shards[random() % shards.size()].merge(article.graph());
    Graph all;
    for (Graph& shard : shards)
      all.merge(random() % 2 == 0 ? resolve(shard) : shard);  // an earlier resolution plays no part
    REQUIRE(bytes_of(resolve(all)) == expected);
  }
  CHECK(ungroup(resolve(raw)) == raw);
}

}  // namespace
