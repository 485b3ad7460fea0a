#include "tck/gherkin.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"
#include "tck/expected_value.hpp"
#include "tck/runner.hpp"

namespace {

using namespace diurna;
using namespace diurna::tck;

constexpr std::string_view text = R"(
#encoding: utf-8
Feature: Harbours
  Words about the feature, and more of them.

  Background:
    Given an empty graph

  @slow @dear
  Scenario: [1] A table
    When executing query:
      """
      MATCH (n)
        RETURN n   # not a comment
      """
    Then the result should be, in any order:
      | n          | text  |
      | (:A {x: 1}) | 'a\|b' |

  # a comment
  Scenario Outline: [2] Many of <kind>
    When executing query:
      """
      RETURN <value> AS <kind>
      """
    But no side effects

    Examples:
      | kind | value |
      | one  | 1     |
      | two  | '\\n'  |
    Examples:
      | kind | value |
      | last | <x>   |
)";

TEST_CASE("gherkin: a background stands before the steps of each scenario") {
  const Feature feature = read_feature(text);
  CHECK(feature.name == "Harbours");
  REQUIRE(feature.scenarios.size() == 4);
  for (const Scenario& scenario : feature.scenarios) CHECK(scenario.steps.front().text == "an empty graph");
}

TEST_CASE("gherkin: doc strings lose the indentation of their mark, cells their escapes") {
  const Scenario scenario = read_feature(text).scenarios.front();
  CHECK(scenario.name == "[1] A table");
  CHECK(scenario.tags == std::vector<std::string>{"@slow", "@dear"});
  CHECK(scenario.steps[1].doc == "MATCH (n)\n  RETURN n   # not a comment");
  CHECK(scenario.steps[2].table == Table{{"n", "text"}, {"(:A {x: 1})", "'a|b'"}});
}

TEST_CASE("gherkin: an outline is filled once for each row of all its examples") {
  const std::vector<Scenario> scenarios = read_feature(text).scenarios;
  CHECK(scenarios[1].name == "[2] Many of one #1");
  CHECK(scenarios[1].steps[1].doc == "RETURN 1 AS one");
  CHECK(scenarios[2].steps[1].doc == "RETURN '\\n' AS two");
  CHECK(scenarios[3].steps[1].doc == "RETURN <x> AS last");
}

TEST_CASE("gherkin: what is no Gherkin is refused with its line") {
  const std::vector<std::pair<std::string_view, std::string_view>> bad = {
      {"Feature: F\n  Scenario: S\n    Given a step\n    nonsense\n", "4"},
      {"Feature: F\n  Given a step\n", "2"},
      {"Feature: F\n  Scenario: S\n    When query:\n      \"\"\"\n      RETURN 1\n", "6"},
      {"Feature: F\n  Examples:\n", "2"},
      {"| a |\n", "1"},
  };
  for (const auto& [feature, line] : bad) {
    CAPTURE(feature);
    try {
      (void)read_feature(feature);
      FAIL("read");
    } catch (const Error& error) {
      CHECK(error.code() == "tck.syntax");
      CHECK(error.place() == line);
    }
  }
}

TEST_CASE("tck: expected values are read as the TCK writes them") {
  for (const std::string_view value :
       {"null", "true", "-12", "0.5", "'it\\'s'", "[1, [2], 'x']", "{a: 1, b: {c: null}}", "(:A:B {x: 'y'})", "()",
        "[:T {y: 2.5}]", "<(:A)-[:T]->(:B)<-[:S {x: 1}]-({z: true})>", "[]", "{}", "NaN"}) {
    CAPTURE(value);
    CHECK(canonical(read_expected(value)) == value);
  }
  CHECK(canonical(read_expected("(:B:A)")) == "(:A:B)");
  CHECK(canonical(read_expected("-0.0")) == "0.0");
  CHECK(canonical(read_expected("[3, 1, [2, 1]]"), ListOrder::ignored) == "[1, 3, [1, 2]]");
  for (const std::string_view value : {"", "(", "[1", "{a 1}", "<(:A)-[:T]-(:B)>", "word", "1 2"})
    CHECK_THROWS_AS((void)read_expected(value), Error);
}

TEST_CASE("tck: clauses that write are seen, words in strings and names are not") {
  CHECK(writing_clauses("MATCH (n) SET n.x = 1 DELETE n") == std::vector<std::string>{"SET", "DELETE"});
  CHECK(writing_clauses("match (n) create (n)-[:T]->()") == std::vector<std::string>{"CREATE"});
  CHECK(writing_clauses("MATCH (n:Set) WHERE n.delete = 'MERGE' // CREATE\nRETURN `CALL`, n.set").empty());
}

Outcome outcome_of(std::string_view steps) {
  const Feature feature = read_feature("Feature: F\n  Scenario: S\n" + std::string(steps));
  return run(feature.scenarios.front(), ".");
}

TEST_CASE("tck: a scenario passes, fails or is skipped") {
  const std::string_view query = "When executing query:\n\"\"\"\nUNWIND [1, 2] AS x RETURN x\n\"\"\"\n";
  const std::string asked(query);
  CHECK(outcome_of(asked + "Then the result should be, in order:\n|x|\n|1|\n|2|\n").kind == Outcome::Kind::passed);
  CHECK(outcome_of(asked + "Then the result should be, in any order:\n|x|\n|2|\n|1|\n").kind == Outcome::Kind::passed);
  CHECK(outcome_of(asked + "Then the result should be, in order:\n|x|\n|2|\n|1|\n").kind == Outcome::Kind::failed);
  CHECK(outcome_of(asked + "Then the result should be, in any order:\n|y|\n|2|\n|1|\n").kind == Outcome::Kind::failed);
  CHECK(outcome_of(asked + "Then the result should be empty\n").kind == Outcome::Kind::failed);
  CHECK(outcome_of(asked + "Then a SyntaxError should be raised at compile time: X\n").kind == Outcome::Kind::failed);
  CHECK(outcome_of(asked + "Then pigs should fly\n").kind == Outcome::Kind::failed);
  CHECK(outcome_of("Given there exists a procedure p() :: ()\n").kind == Outcome::Kind::skipped);
  CHECK(outcome_of("When executing query:\n\"\"\"\nMATCH (n) DELETE n\n\"\"\"\n").kind == Outcome::Kind::skipped);
}

}  // namespace
