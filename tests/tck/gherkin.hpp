// A reader of Gherkin (.feature files) as the openCypher TCK uses it: Background, Scenario, Scenario Outline with
// Examples, doc strings, tables, tags, comments.
//
//     for (const Scenario& scenario : read_feature(text).scenarios) …
//
// Outlines come out as one scenario a row of their examples; the steps of the background stand before those of each
// scenario. Throws Error "tck.syntax" with the line for anything else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace diurna::tck {

using Table = std::vector<std::vector<std::string>>;

struct Step {
  std::string text;  // without Given, When, Then, And, But
  std::string doc;   // the doc string below it
  Table table;       // the table below it, header first
  std::size_t line = 0;
};

struct Scenario {
  std::string name;
  std::vector<Step> steps;
  std::vector<std::string> tags;
  std::size_t line = 0;
};

struct Feature {
  std::string name;
  std::vector<Scenario> scenarios;
};

[[nodiscard]] Feature read_feature(std::string_view text);

}  // namespace diurna::tck
