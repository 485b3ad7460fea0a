// Rules beside the model: what wins where, and what the rest of the chain adds to a rule's event.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "diurna/pipeline/rule_check.hpp"

using namespace diurna;

namespace {

std::string written(const std::string& name, const std::string& text) {
  const std::string path = (std::filesystem::temp_directory_path() / ("diurna_rules_" + std::to_string(::getpid()) + "_" + name)).string();
  std::ofstream(path) << text;
  return path;
}

/// Events of a text under some rules: "life.die 'died' rule:x; …".
std::string events(const std::string& rules, const std::string& text) {
  const Pipeline pipeline({.rules = {written("test.rule", rules)}});
  const Reading reading =
      pipeline({.id = "t", .date = "2024-05-06", .title = "", .text = text, .source = "", .url = ""});
  std::string out;
  for (const Event& event : reading.facts.events()) {
    const std::string made = event.evidence.rule.starts_with("rule:") ? event.evidence.rule : "model";
    out +=
        (out.empty() ? "" : "; ") + event.type + " '" + std::string(reading.document.text(event.trigger)) + "' " + made;
  }
  return out;
}

constexpr const char* arrest = "Police arrested the mayor of Leeds on Friday.";

}  // namespace

TEST_CASE("rule events: a rule takes a word from the model, and a negative priority leaves it") {
  CHECK(events("rule r -> conflict.seize\n trigger arrest\n", arrest) == "conflict.seize 'arrested' rule:r");
  CHECK(events("rule r -> conflict.seize\n priority 0\n trigger arrest\n", arrest) ==
        "conflict.seize 'arrested' rule:r");
  CHECK(events("rule r -> conflict.seize\n priority -1\n trigger arrest\n", arrest) ==
        "justice.detain 'arrested' model");
}

TEST_CASE("rule events: a negative priority fires where the model is silent") {
  CHECK(events("rule r -> contact.meet\n priority -1\n trigger lunch\n", "They had lunch.").find("rule:r") !=
        std::string::npos);
}

TEST_CASE("rule events: a rule for nothing forbids an event") {
  CHECK(events("rule r -> nothing\n trigger arrest\n", arrest).empty());
}

TEST_CASE("rule events: among rules the priority decides, then the name, never the order in the file") {
  const std::string a = "rule a -> life.die\n trigger arrest\n";
  const std::string b = "rule b -> contact.meet\n trigger arrest\n";
  const std::string high = "rule c -> conflict.seize\n priority 2\n trigger arrest\n";
  CHECK(events(a + b, arrest) == "life.die 'arrested' rule:a");
  CHECK(events(b + a, arrest) == "life.die 'arrested' rule:a");
  CHECK(events(a + b + high, arrest) == "conflict.seize 'arrested' rule:c");
}

TEST_CASE("rule events: a rule that lacks a role leaves its words to others") {
  CHECK(events("rule a -> life.die\n priority 9\n trigger arrest\n cause any = >nsubj >nsubj >nsubj\n", arrest) ==
        "justice.detain 'arrested' model");
}

TEST_CASE("rule events: a longer trigger takes all its words") {
  CHECK(events("rule a -> contact.meet\n trigger arrest [] []\n", arrest) ==
        "contact.meet 'arrested the mayor' rule:a");
}

TEST_CASE("rule events: time, factuality and source come from the rest of the chain, unnamed roles from the model") {
  const Pipeline pipeline(
      {.rules = {written("chain.rule", "rule r -> justice.detain\n trigger arrest\n patient any = >obj\n")}});
  const Reading reading = pipeline({.id = "t",
                                    .date = "2024-05-06",
                                    .title = "",
                                    .text = "Police may have arrested the mayor of Leeds on Friday, officials said.",
                                    .source = "",
                                    .url = ""});
  REQUIRE(reading.facts.events().size() == 1);
  const Event& event = reading.facts.events().front();
  CHECK(event.evidence.rule == "rule:r");
  CHECK(event.evidence.score == 1.0);
  CHECK(event.factuality == Factuality::possible);
  CHECK(event.attribution.size() == 1);
  std::string roles;
  for (const Argument& argument : event.arguments) {
    roles += argument.role + (argument.evidence.rule == "rule:r" ? "(rule) " : " ");
  }
  CHECK(roles == "agent patient(rule) time ");
}

TEST_CASE("rule events: '= nothing' keeps the model from filling a role") {
  const Pipeline pipeline(
      {.rules = {written("none.rule", "rule r -> justice.detain\n trigger arrest\n agent = nothing\n")}});
  const Reading reading = pipeline({.id = "t", .date = "", .title = "", .text = arrest, .source = "", .url = ""});
  REQUIRE(reading.facts.events().size() == 1);
  for (const Argument& argument : reading.facts.events().front().arguments) CHECK(argument.role != "agent");
}

TEST_CASE("rule events: types of one's own, with what may fill their roles") {
  const std::string ontology = written("own.json", R"({"format": "diurna-ontology", "version": 1,
    "roles": [{"id": "dish", "gloss": "what is eaten", "label": "eaten"}],
    "events": [{"id": "food.eat", "label": "ate", "gloss": "somebody eats", "roles": ["dish"],
                "fillers": {"agent": ["PERSON", "GROUP"]}},
               {"id": "a.first", "label": "f", "gloss": "sorts before every built-in type"}]})");
  const std::string rule = written("own.rule", "rule eat -> food.eat\n trigger eat\n agent = >nsubj\n dish = >obj\n");
  const Pipeline pipeline({.ontology = ontology, .rules = {rule}});
  const auto read = [&](const std::string& text) {
    return pipeline({.id = "t", .date = "2024-05-06", .title = "", .text = text, .source = "", .url = ""});
  };
  const Reading meal = read("Maria Lopez ate soup on Friday.");
  REQUIRE(meal.facts.events().size() == 1);
  CHECK(meal.describe(meal.facts.events().front()) ==
        "food.eat \"ate\" (actual): agent Maria Lopez; dish soup; time 2024-05-03");
  CHECK(read("The engine ate fuel.").facts.events().empty());
  const Reading known = read(arrest);  // the model's types keep their numbers
  REQUIRE(known.facts.events().size() == 1);
  CHECK(known.facts.events().front().type == "justice.detain");
}

TEST_CASE("rule events: the ontology's fillers bind the rules") {
  const std::string ontology = written("bound.json", R"({"format": "diurna-ontology", "version": 1,
    "events": [{"id": "food.eat", "label": "ate", "gloss": "somebody eats", "fillers": {"agent": ["PERSON"]}}]})");
  const Ontology own = Ontology::load(ontology);
  CHECK_THROWS_WITH_AS((void)RuleSet::parse("rule a -> food.eat\n trigger eat\n agent ORG = >nsubj\n", "a.rule", own),
                       "a.rule:3:8: error: the ontology allows only PERSON as agent [rule.filler]\n"
                       "     agent ORG = >nsubj\n"
                       "           ^~~",
                       RuleError);
}

TEST_CASE("rule events: rules for lasting relations") {
  const Pipeline pipeline(
      {.rules = {
           written("relation.rule",
                   "rule coach -> person.position\n trigger coach\n subject PERSON = >nsubj\n object any = >obj\n")}});
  const auto relations = [&](const std::string& text) {
    const Reading reading = pipeline({.id = "t", .date = "", .title = "", .text = text, .source = "", .url = ""});
    std::string out;
    for (const Relation& relation : reading.facts.relations()) {
      if (relation.evidence.rule == "rule:coach") out += reading.describe(relation);
    }
    return out;
  };
  CHECK(relations("Maria Lopez coached the team.") == "person.position: Maria Lopez – the team");
  CHECK(relations("Maria Lopez never coached the team.").empty());
}

TEST_CASE("rule events: results do not depend on the number of threads") {
  const Pipeline pipeline({.rules = {written("threads.rule", "rule r -> conflict.seize\n trigger arrest\n")}});
  std::vector<Article> articles(8,
                                Article{.id = "t", .date = "", .title = "", .text = arrest, .source = "", .url = ""});
  for (const Reading& reading : pipeline.run(articles, 3)) {
    REQUIRE(reading.facts.events().size() == 1);
    CHECK(reading.facts.events().front().type == "conflict.seize");
  }
}

TEST_CASE("rule check: an example that fails says where the rule stopped") {
  const Pipeline pipeline(
      {.rules = {written("check.rule",
                         "rule r -> conflict.seize\n"
                         "  example \"Police arrested the mayor.\" gives conflict.seize(agent: Police)\n"
                         "  example \"Police arrested the mayor.\" gives conflict.seize(agent: the mayor)\n"
                         "  example \"Police saw the mayor.\" gives conflict.seize(agent: Police)\n"
                         "  example \"Police arrested the mayor.\" gives nothing\n"
                         "  example \"Police slept.\" gives nothing\n"
                         "  trigger arrest\n"
                         "  agent any = >nsubj\n"
                         "  place GPE? = >obj\n")}});
  std::vector<ExampleOutcome> outcomes = check_examples(pipeline);
  REQUIRE(outcomes.size() == 5);
  CHECK(outcomes[0].passed);
  CHECK(!outcomes[1].passed);
  CHECK(outcomes[1].reasons ==
        std::vector<std::string>{"expected agent 'the mayor', found 'police'", "did not expect agent 'police'",
                                 "the trigger matches \"arrested\"", "role agent: \"Police\" as an entity",
                                 "role place stays empty (it may)",
                                 "  \"mayor\" is reached, but it is PERSON; wanted is GPE",
                                 "the rule makes an event of it"});
  CHECK(!outcomes[2].passed);
  CHECK(outcomes[2].reasons == std::vector<std::string>{"expected conflict.seize, found none",
                                                        "the trigger begins nowhere: no word passes arrest"});
  CHECK(!outcomes[3].passed);
  CHECK(outcomes[4].passed);
}
