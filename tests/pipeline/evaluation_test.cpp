#include "diurna/pipeline/evaluation.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace diurna;

TEST_CASE("pipeline.evaluation: two phrases are one when they share half of their content words") {
  struct Row {
    std::string_view gold, stated;
    bool same;
  };
  const Row rows[] = {
      {"the harbour police", "Harbour police", true},
      {"councillors", "a councillor", true},
      {"the party’s leader", "party leader", true},
      {"Rocío Durán", "ROCIO DURAN", true},
      {"1,250 people", "1250 people", true},
      {"two old ships", "ships", true},
      {"the two very old ships", "ships", false},
      {"the", "the", true},
      {"the", "a", false},
      {"", "", false},
      {"…", "…", false},
      {"company", "companies", true},
      {"glass", "glas", false},
      {"ship ship", "ship", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.gold);
    CAPTURE(row.stated);
    CHECK(same_phrase(row.gold, row.stated) == row.same);
  }
}

TEST_CASE("pipeline.evaluation: times are one by value; words decide only where the system has no value") {
  struct Row {
    std::string_view gold, stated;
    bool same;
  };
  const Row rows[] = {{"2024", "2024", true},          {"2024", "2024-05", false},
                      {"2024-05", "2024-05-03", true}, {"2024-05-03", "2024-05", true},
                      {"2024-W03", "2024-w03", true},  {"2024-05-03", "2024-05-04", false}};
  for (const Row& row : rows) {
    CAPTURE(row.gold);
    CAPTURE(row.stated);
    const GoldFiller gold{{"the same words"}, std::string(row.gold), ""};
    CHECK(same_filler(gold, {{"the same words"}, std::string(row.stated)}) == row.same);
  }
  const GoldFiller monday{{"on Monday"}, "2024-05-06", ""};
  CHECK(same_filler(monday, {{"Monday"}, ""}));
  CHECK_FALSE(same_filler(monday, {{"Tuesday"}, ""}));
}

TEST_CASE("pipeline.evaluation: any name of the system's entity may match any form of the annotator's") {
  const GoldFiller mayor{{"Ada Brandt", "the mayor"}, "", ""};
  CHECK(same_filler(mayor, {{"she", "Ada Brandt", "Brandt"}, ""}));
  CHECK(same_filler(mayor, {{"the mayor of Karsa"}, ""}));
  CHECK_FALSE(same_filler(mayor, {{"she"}, ""}));
  CHECK_FALSE(same_filler({}, {{"she"}, ""}));
}

//                      0         1         2         3         4         5
//                      0123456789012345678901234567890123456789012345678901234567890
const char* const text = "Karsa\n\nPolice arrested Ada Brandt. She may be charged soon.";

GoldDocument gold_document() {
  GoldDocument out{.id = "a", .date = "", .text = text, .events = {}, .relations = {}};
  out.events.push_back({.id = "V1",
                        .type = "justice.detain",
                        .trigger = {14, 22},
                        .sentence = {7, 34},
                        .optional = false,
                        .factuality = "actual",
                        .attribution = {},
                        .roles = {{"agent", {{{"Police"}, "", ""}}}, {"patient", {{{"Ada Brandt", "she"}, "", ""}}}},
                        .optional_roles = {{"place", {{{"Karsa"}, "", ""}}}}});
  out.events.push_back({.id = "V2",
                        .type = "justice.charge",
                        .trigger = {46, 53},
                        .sentence = {35, 59},
                        .optional = false,
                        .factuality = "possible",
                        .attribution = {{{"Police"}, "", ""}},
                        .roles = {{"patient", {{{"Ada Brandt", "she"}, "", ""}}}},
                        .optional_roles = {}});
  return out;
}

StatedEvent arrest() {
  return {.type = "justice.detain",
          .trigger = {14, 22},
          .factuality = "actual",
          .attribution = {},
          .roles = {{"agent", {{{"Police"}, ""}}}, {"patient", {{{"Ada Brandt"}, ""}}}}};
}

Evaluation scored(StatedFacts facts, GoldDocument gold = gold_document()) {
  return evaluate({std::move(gold)}, {{"a", std::move(facts)}});
}

TEST_CASE("pipeline.evaluation: an event is right by type and overlapping trigger") {
  const Evaluation result = scored({{arrest()}, {}});
  CHECK(result.events == Tally{1, 0, 1});
  CHECK(result.roles == Tally{2, 0, 1});
  CHECK(result.core_roles == Tally{2, 0, 1});
  CHECK(result.events.precision() == 1.0);
  CHECK(result.events.recall() == 0.5);
  CHECK(result.event_types.at("justice.charge") == Tally{0, 0, 1});
  CHECK(result.role_names.at("agent") == Tally{1, 0, 0});
}

TEST_CASE("pipeline.evaluation: a wrong type is one missed and one extra event with all their fillers") {
  StatedEvent wrong = arrest();
  wrong.type = "conflict.attack";
  const Evaluation result = scored({{wrong}, {}});
  CHECK(result.events == Tally{0, 1, 2});
  CHECK(result.roles == Tally{0, 2, 3});
  CHECK(result.detection == Tally{1, 0, 1});
}

TEST_CASE("pipeline.evaluation: another trigger in the sentence will do when a filler is shared") {
  StatedEvent elsewhere = arrest();
  elsewhere.trigger = {7, 13};
  CHECK(scored({{elsewhere}, {}}).events.hits == 1);
  elsewhere.roles.clear();
  CHECK(scored({{elsewhere}, {}}).events.hits == 0);
}

TEST_CASE("pipeline.evaluation: two system events for one gold event are one hit and one extra") {
  CHECK(scored({{arrest(), arrest()}, {}}).events == Tally{1, 1, 1});
}

TEST_CASE("pipeline.evaluation: optional events and roles neither reward nor punish") {
  GoldDocument gold = gold_document();
  gold.events[0].optional = true;
  CHECK(scored({{arrest()}, {}}, gold).events == Tally{0, 0, 1});
  StatedEvent mistyped = arrest();
  mistyped.type = "conflict.attack";
  CHECK(scored({{mistyped}, {}}, gold).events == Tally{0, 0, 1});

  StatedEvent with_place = arrest();
  with_place.roles["place"] = {{{"Karsa"}, ""}};
  CHECK(scored({{with_place}, {}}).roles == Tally{2, 0, 1});
  with_place.roles["place"] = {{{"Lund"}, ""}};
  CHECK(scored({{with_place}, {}}).roles == Tally{2, 1, 1});
}

TEST_CASE("pipeline.evaluation: factuality and attribution count on matched events") {
  StatedEvent charge{.type = "justice.charge",
                     .trigger = {46, 53},
                     .factuality = "planned",
                     .attribution = {{{"the police"}, ""}},
                     .roles = {}};
  const Evaluation result = scored({{arrest(), charge}, {}});
  CHECK(result.matched_events == 2);
  CHECK(result.factuality() == 0.5);
  CHECK(result.certainty() == 1.0);
  CHECK(result.attribution == Tally{1, 0, 0});
  charge.attribution.clear();
  CHECK(scored({{charge}, {}}).attribution == Tally{0, 0, 1});
  StatedEvent said = arrest();
  said.attribution = {{{"somebody"}, ""}};
  CHECK(scored({{said}, {}}).attribution == Tally{0, 1, 0});
}

TEST_CASE("pipeline.evaluation: a relation is right by type and both ends; a repetition costs nothing") {
  GoldDocument gold = gold_document();
  gold.relations = {{.type = "person.position",
                     .sentence = {7, 34},
                     .optional = false,
                     .subject = {{"Ada Brandt"}, "", ""},
                     .object = {{"mayor"}, "", ""}}};
  const StatedRelation right{"person.position", {{"Brandt"}, ""}, {{"mayor"}, ""}};
  const StatedRelation turned{"person.position", {{"mayor"}, ""}, {{"Brandt"}, ""}};
  CHECK(scored({{}, {right, right}}, gold).relations == Tally{1, 0, 0});
  CHECK(scored({{}, {turned}}, gold).relations == Tally{0, 1, 1});
  CHECK(scored({{}, {turned}}, gold).relation_types.at("person.position") == Tally{0, 1, 1});
}

TEST_CASE("pipeline.evaluation: every mistake is told with its kind") {
  StatedEvent wrong = arrest();
  wrong.factuality = "negated";
  wrong.roles["agent"] = {{{"the army"}, ""}};
  std::string kinds;
  for (const Mistake& mistake : scored({{wrong}, {}}).mistakes) kinds += mistake.kind + ", ";
  CHECK(kinds == "wrong factuality, missed role, extra role, missed event, ");
}

TEST_CASE("pipeline.evaluation: hostile spans and nothing at all are harmless") {
  CHECK(evaluate(std::vector<GoldDocument>{}, {}).events.f1() == 0.0);
  StatedEvent far = arrest();
  far.trigger = {1000, 2000};
  CHECK(scored({{far}, {}}).events.extra == 1);
  far.trigger = {20, 10};
  far.roles.clear();
  CHECK(scored({{far}, {}}).events.extra == 1);
}

TEST_CASE("pipeline.evaluation: a pipeline reads the annotated texts itself, with any number of jobs") {
  const Pipeline pipeline;
  const std::vector<GoldDocument> gold{gold_document()};
  const Evaluation result = evaluate(pipeline, gold);
  CHECK(result.events.hits + result.events.missed == 2);
  CHECK(evaluate(pipeline, gold, 2).events == result.events);
}

}  // namespace
