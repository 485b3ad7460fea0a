#include "diurna/io/gold.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "diurna/core/error.hpp"

namespace {

using namespace diurna;

const std::string article = R"({
  "id": "harbour", "date": "2024-05-06",
  "sentences": ["Café fire", "A fire, a fire! – in a café.", "", "The UN said it burned."],
  "entities": [{"id": "E1", "type": "ORG", "names": ["United Nations"], "nominals": ["UN", "it", "body"]}],
  "events": [
    {"id": "V1", "type": "disaster.occur", "sentence": 1, "trigger": "fire", "nth": 2,
     "attribution": ["E1"], "roles": {"time": [{"value": "2024", "text": "in 2024"}], "cause": ["V2", "gas"]}},
    {"id": "V2", "type": "disaster.occur", "sentence": 3, "trigger": "burn", "factuality": "alleged",
     "attribution": null, "optional": true, "roles": {}, "roles_optional": {"agent": ["E1"]}}],
  "relations": [{"type": "entity.alias", "sentence": 3, "subject": "E1", "object": "UN"}]
})";

std::string replaced(const std::string& from, const std::string& to) {
  std::string out = article;
  return out.replace(out.find(from), from.size(), to);
}

TEST_CASE("io.gold: an annotated article with its text, triggers and fillers") {
  const GoldDocument gold = io::parse_gold(article, "harbour.json");
  CHECK(gold.id == "harbour");
  CHECK(gold.text == "Café fire\n\nA fire, a fire! – in a café.\n\nThe UN said it burned.");
  REQUIRE(gold.events.size() == 2);
  const GoldEvent& fire = gold.events[0];
  CHECK(fire.trigger.begin == gold.text.find("fire!"));
  CHECK(fire.attribution.front().forms == std::vector<std::string>{"United Nations", "UN", "body"});
  CHECK(fire.roles.at("time").front().value == "2024");
  CHECK(fire.roles.at("cause")[0].event == "V2");
  CHECK(fire.roles.at("cause")[0].forms == std::vector<std::string>{"burn"});
  CHECK(fire.roles.at("cause")[1].forms == std::vector<std::string>{"gas"});
  CHECK(gold.events[1].trigger.text_in(gold.text) == "burn");  // no whole word: anywhere
  CHECK(gold.events[1].optional);
  CHECK(gold.events[1].optional_roles.at("agent").size() == 1);
  CHECK(gold.relations.front().object.forms == std::vector<std::string>{"UN"});
}

TEST_CASE("io.gold: wrong files are refused with the place") {
  struct Row {
    std::string bytes, code, place;
  };
  const Row rows[] = {
      {"{", "json.syntax", "x.json:1:2"},
      {"[]", "json.type", "x.json"},
      {"{}", "json.missing", "x.json"},
      {replaced("\"sentence\": 3, \"trigger\"", "\"sentence\": 9, \"trigger\""), "gold.sentence",
       "x.json: /events/1/sentence"},
      {replaced("\"trigger\": \"burn\"", "\"trigger\": \"flood\""), "gold.trigger", "x.json: /events/1/trigger"},
      {replaced("\"trigger\": \"burn\"", "\"trigger\": \"\""), "gold.trigger", "x.json: /events/1/trigger"},
      {replaced("\"optional\": true", "\"optional\": 1"), "json.type", "x.json: /events/1/optional"},
      {replaced("\"trigger\": \"fire\"", "\"trigger\": 7"), "json.type", "x.json: /events/0/trigger"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    try {
      static_cast<void>(io::parse_gold(row.bytes, "x.json"));
      FAIL("not refused");
    } catch (const ParseError& error) {
      CHECK(error.code() == row.code);
      CHECK(error.place() == row.place);
    }
  }
  CHECK_THROWS_AS(static_cast<void>(io::read_gold("no such folder")), IoError);
}

TEST_CASE("io.gold: facts of any program are scored; offsets count code points") {
  const auto folder = std::filesystem::temp_directory_path() / "diurna_gold_test";
  std::filesystem::create_directories(folder);
  const std::string path = (folder / "facts.jsonl").string();
  std::ofstream(path)
      << R"({"doc": "dir/harbour.txt", "kind": "event", "type": "disaster.occur", )"
      << R"("trigger": {"text": "fire", "start": 21, "end": 25}, "roles": {"cause": [{"text": "gas"}]}})"
      << "\n\n"
      << R"({"doc": "harbour", "kind": "entity"})" << '\n'
      << R"({"doc": "other", "kind": "event"})" << '\n';
  const std::vector<GoldDocument> gold{io::parse_gold(article, "harbour.json")};
  const auto facts = io::read_stated_facts(path, gold);
  CHECK(facts.size() == 1);
  CHECK(facts.at("harbour").events.front().trigger == gold.front().events.front().trigger);
  const Evaluation result = evaluate(gold, facts);
  CHECK(result.events == Tally{1, 0, 0});
  CHECK(result.roles == Tally{1, 0, 2});

  std::ofstream(path) << "{\"doc\": 1}\n";
  CHECK_THROWS_WITH_AS(static_cast<void>(io::read_stated_facts(path, gold)), doctest::Contains("facts.jsonl:1"),
                       ParseError);
  std::filesystem::remove_all(folder);
}

TEST_CASE("io.gold: the key of an article is its name without folder and a known ending") {
  CHECK(io::article_key("a/b/news_x.txt") == "news_x");
  CHECK(io::article_key("APW1998.0476") == "APW1998.0476");
  CHECK(io::article_key("news_x.json") == "news_x");
}

}  // namespace
