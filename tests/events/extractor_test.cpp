#include "diurna/events/extractor.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "diurna/events/reading.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"

using namespace diurna;

namespace {

struct Chain {
  Analyzer analyzer = Analyzer::load();
  MentionFinder finder = MentionFinder::load();
  Extractor extractor = Extractor::load();

  Reading operator()(const std::string& text) const {
    Document document =
        read_document({.id = "t", .date = "2024-05-06", .title = "", .text = text, .source = "", .url = ""});
    Syntax syntax = analyzer(document);
    Mentions mentions = finder(document, syntax);
    Facts facts = extractor(document, syntax, mentions);
    return {std::move(document), std::move(syntax), std::move(mentions), std::move(facts), extractor.ontology()};
  }
};

std::size_t count(const Reading& reading, std::string_view type) {
  std::size_t out = 0;
  for (const Event& event : reading.facts.events()) out += event.type == type ? 1 : 0;
  return out;
}

}  // namespace

TEST_CASE("extractor: a plain sentence, end to end") {
  const Chain read;
  const Reading reading = read("Police arrested the mayor of Leeds on Friday.");
  REQUIRE(count(reading, "justice.detain") == 1);
  const Event& event = reading.facts.events().front();
  CHECK(reading.describe(event) ==
        "justice.detain \"arrested\" (actual): agent Police; patient the mayor of Leeds; time 2024-05-03");
  CHECK(event.evidence.rule == "lexicon:justice.detain/arrest");
  CHECK(event.evidence.score > 0.5);
  REQUIRE(!event.arguments.empty());
  CHECK(event.arguments.front().evidence.path == ">nsubj");
}

TEST_CASE("extractor: events as triples") {
  const Chain read;
  const Reading reading = read("Soldiers killed a farmer on Friday.");
  const std::vector<Triple> triples = reading.triples();
  const auto has = [&](std::string_view predicate, std::string_view label) {
    return std::any_of(triples.begin(), triples.end(),
                       [&](const Triple& triple) { return triple.predicate == predicate && triple.label == label; });
  };
  CHECK(has("life.die", "died"));
  CHECK(has("die_time", "died in"));
}

TEST_CASE("extractor: a passage repeated word for word gives one event") {
  const Chain read;
  const std::string passage = "The army freed five prisoners from a camp near the border on Friday.";
  const Reading reading = read("News\n\n" + passage + "\n\nNothing else was said by anyone.\n\n" + passage);
  CHECK(count(reading, "justice.release") == 1);
}

TEST_CASE("extractor: an empty article has no events") {
  const Chain read;
  CHECK(read("").facts.events().empty());
}

TEST_CASE("extractor: reading twice gives the same") {
  const Chain read;
  const std::string text = "Rebels seized the airport, killing two guards, and the minister resigned.";
  const Reading a = read(text);
  const Reading b = read(text);
  REQUIRE(a.facts.events().size() == b.facts.events().size());
  for (std::size_t i = 0; i < a.facts.events().size(); ++i) {
    CHECK(a.describe(a.facts.events()[i]) == b.describe(b.facts.events()[i]));
  }
}
