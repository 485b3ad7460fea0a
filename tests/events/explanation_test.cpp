// What explanations say of plain sentences, through the whole chain.
#include "diurna/events/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "diurna/io/explanation.hpp"
#include "diurna/pipeline/pipeline.hpp"

using namespace diurna;

namespace {

const Pipeline& pipeline() {
  static const Pipeline loaded;
  return loaded;
}

Reading read(const std::string& text) {
  return pipeline()(Article{.id = "t", .date = "2024-05-06", .title = "", .text = text, .source = "", .url = ""});
}

/// "arrested >obj mayor"
std::string drawn(const Reading& reading, const std::vector<PathStep>& path) {
  std::string out;
  for (const PathStep& step : path) {
    out += (step.relation.empty() ? "" : " " + step.relation + " ") + std::string(reading.document.form(step.token));
  }
  return out;
}

const RoleExplanation* role(const EventExplanation& why, std::string_view name) {
  const auto found =
      std::find_if(why.roles.begin(), why.roles.end(), [&](const RoleExplanation& r) { return r.role == name; });
  return found == why.roles.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("explanation: the model's decision is the one that extraction made, with reasons and runners-up") {
  const Reading reading = read("Police arrested the mayor of Leeds on Friday.");
  REQUIRE(reading.facts.events().size() == 1);
  const Event& event = reading.facts.events().front();
  const EventExplanation why = pipeline().explain(reading, EventId{0});
  CHECK(why.type == "justice.detain");
  CHECK(why.gloss == "arrest, detain, capture a person; hold, jail, imprison");
  CHECK(why.trigger.decided_by == "model");
  CHECK(why.trigger.rule == event.evidence.rule);
  CHECK(why.trigger.score == doctest::Approx(event.evidence.score));
  CHECK(why.trigger.reasons.size() > 3);
  CHECK(!why.trigger.runners_up.empty());
  CHECK(!why.lexicon.empty());
  REQUIRE(why.roles.size() == event.arguments.size());
  for (std::size_t i = 0; i < why.roles.size(); ++i) {
    CHECK(why.roles[i].role == event.arguments[i].role);
    CHECK(why.roles[i].decision.score == doctest::Approx(event.arguments[i].evidence.score));
  }
  REQUIRE(role(why, "agent") != nullptr);
  CHECK(drawn(reading, role(why, "agent")->path) == "arrested >nsubj Police");
}

TEST_CASE("explanation: a time says what it was counted from") {
  const Reading reading = read("Police arrested the mayor of Leeds on Friday.");
  const EventExplanation why = pipeline().explain(reading, EventId{0});
  REQUIRE(role(why, "time") != nullptr);
  REQUIRE(role(why, "time")->time.size() == 1);
  CHECK(role(why, "time")->time[0].value == "2024-05-03");
  CHECK(role(why, "time")->time[0].anchor == "2024-05-06");
}

TEST_CASE("explanation: a pronoun shows the chain to its name") {
  const Reading reading = read("Police arrested Ana Vidal on Friday. She was released on Sunday.");
  REQUIRE(reading.facts.events().size() == 2);
  const EventExplanation why = pipeline().explain(reading, EventId{1});
  REQUIRE(role(why, "patient") != nullptr);
  const RoleExplanation& patient = *role(why, "patient");
  CHECK(patient.name == "Ana Vidal");
  REQUIRE(patient.chain.size() == 2);
  CHECK(reading.document.text(patient.chain[0].span) == "Ana Vidal");
  CHECK(patient.chain[1].kind == MentionKind::pronoun);
  CHECK(patient.chain[1].rule.find("sieve:") != std::string::npos);
}

TEST_CASE("explanation: factuality names its cue, a source its word of speech") {
  const Reading reading = read("Police could arrest the mayor of Leeds, officials said.");
  REQUIRE(!reading.facts.events().empty());
  const EventExplanation why = pipeline().explain(reading, EventId{0});
  CHECK(why.factuality.value == Factuality::possible);
  CHECK(reading.document.text(why.factuality.cue) == "could");
  CHECK(drawn(reading, why.factuality.path) == "arrest >aux could");
  REQUIRE(why.sources.size() == 1);
  CHECK(why.sources[0].name == "officials");
  CHECK(reading.document.text(why.sources[0].cue) == "said");
}

TEST_CASE("explanation: every fact of a longer text can be explained, in JSON too") {
  const Reading reading = read(
      "Marta Olivares, a Honduran lawyer, was arrested in August 2023 and charged with terrorism. \"I walked out with "
      "nothing,\" Olivares told reporters. Julián Ferrer, 41, the Spanish president of Meridian Works, did not resign. "
      "The court ordered his release 😀, according to the ministry, which promised an inquiry.");
  CHECK(reading.facts.events().size() > 3);
  CHECK(!reading.facts.relations().empty());
  for (std::size_t i = 0; i < reading.facts.events().size(); ++i) {
    const EventExplanation why = pipeline().explain(reading, EventId{i});
    CHECK(why.roles.size() == reading.facts.events()[i].arguments.size());
    CHECK(why.sources.size() == reading.facts.events()[i].attribution.size());
    std::ostringstream json;
    io::write_explanation_json(json, reading, why);
    CHECK(json.str().find("\"kind\":\"event\"") != std::string::npos);
  }
  for (std::size_t i = 0; i < reading.facts.relations().size(); ++i) {
    const RelationExplanation why = pipeline().explain_relation(reading, i);
    CHECK(why.decision.decided_by == "pattern");
    CHECK(why.ends.size() == 2 + reading.facts.relations()[i].qualifiers.size());
  }
}
