// Runs the scenarios of the openCypher TCK against the query engine.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tck/gherkin.hpp"

namespace diurna::tck {

struct Outcome {
  enum class Kind { passed, failed, skipped };
  Kind kind = Kind::passed;
  std::string reason;  // of failing or skipping
};

// `folder` is where graphs that a scenario names are looked for: graphs/NAME/NAME.cypher in it or above it.
[[nodiscard]] Outcome run(const Scenario& scenario, const std::filesystem::path& folder);

// The clauses of a query that do not only read ("CREATE", "SET", "CALL" …), in order; words in strings, names and
// comments do not count.
[[nodiscard]] std::vector<std::string> writing_clauses(std::string_view query);

}  // namespace diurna::tck
