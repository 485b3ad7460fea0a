/// Runs the examples that rules carry with them.
///
///     const diurna::Pipeline pipeline({.rules = {"shipping.rule"}});
///     for (const diurna::ExampleOutcome& outcome : diurna::check_examples(pipeline)) …
///
/// Each example is read as an article of its own by the whole pipeline, with all rules of the set.
#pragma once

#include <string>
#include <vector>

#include "diurna/pipeline/pipeline.hpp"

namespace diurna {

struct ExampleOutcome {
  std::string rule;
  RuleExample example;
  bool passed = false;
  std::vector<std::string> reasons;  ///< Why it failed: what was expected and found, then what the rule did.
  std::vector<std::string> found;    ///< The facts of the sentence, in words.
};

/// All examples of all rules, in the order of the rules.
[[nodiscard]] std::vector<ExampleOutcome> check_examples(const Pipeline& pipeline);

}  // namespace diurna
