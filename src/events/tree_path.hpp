// Ways through a dependency tree: ">obl:agent", "<acl >nsubj", "(>obj | >nsubj:pass) >conj*".
//
// Every pair of instruction and token is visited once, so the time is linear in the way's length and the sentence.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "events/rule_program.hpp"
#include "events/token_test.hpp"

namespace diurna::detail {

struct CompiledStep {
  Step::Direction direction = Step::Direction::down;
  std::uint64_t relations = 0;  ///< One bit a relation.
  std::vector<CompiledTest> test;
  std::string text;  ///< As written, for explanations.
};

class TreePath {
 public:
  TreePath(Program program, std::vector<CompiledStep> steps) : program_(std::move(program)), steps_(std::move(steps)) {}

  /// Called for every step tried from a token, with the tokens it reached and those that only its test refused.
  using Watch = std::function<void(const CompiledStep&, TokenId from, const std::vector<TokenId>& reached,
                                   const std::vector<TokenId>& refused)>;

  /// All tokens that the way can lead to, in the order in which they are found: alternatives as written, then text
  /// order.
  [[nodiscard]] std::vector<TokenId> ends(const RuleScene& scene, TokenId from, const Watch& watch = {}) const;
  [[nodiscard]] bool leads_somewhere(const RuleScene& scene, TokenId from) const { return !ends(scene, from).empty(); }

 private:
  Program program_;
  std::vector<CompiledStep> steps_;
};

}  // namespace diurna::detail
