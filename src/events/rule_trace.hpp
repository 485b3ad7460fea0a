// What a rule did with a document, in words: for people whose rule does not fire.
//
//   "ferry": lemma = sink does not hold (it is 'ferry')
//   trigger matches "ran aground"
//   role vessel: >nsubj[entity = ORG] leads nowhere from "ran": "ferry" does not pass [entity = ORG]
#pragma once

#include <string>
#include <vector>

#include "events/rule_events.hpp"

namespace diurna::detail {

class RuleTrace {
 public:
  RuleTrace(const CompiledRules& rules, const RuleScene& scene, const RuledTriggers& ruled)
      : rules_(rules), scene_(scene), ruled_(ruled) {}

  [[nodiscard]] std::vector<std::string> of(std::size_t rank);

 private:
  void explain_missed_triggers(const CompiledRule& rule);
  void explain_partial(const TokenPattern& pattern);
  void explain_first_word(const TokenPattern& pattern);
  void explain_match(const CompiledRule& rule, RuleMatch match);
  void explain_role(const CompiledRule& rule, std::uint32_t number, RuleMatch match);
  void explain_path(const CompiledRole& role, TokenId from);
  void explain_outcome(const RuleMatch& match);
  /// Which parts of a test do not hold, with what stands there instead.
  [[nodiscard]] std::string refusal(const CompiledTest& test, TokenId token) const;
  [[nodiscard]] std::size_t passed_parts(const CompiledTest& test, TokenId token) const;
  [[nodiscard]] std::string quoted(TokenId token) const;
  [[nodiscard]] std::string dependents(TokenId token) const;
  void say(std::string line) { lines_.push_back(std::move(line)); }

  const CompiledRules& rules_;
  const RuleScene& scene_;
  const RuledTriggers& ruled_;
  std::vector<std::string> lines_;
};

}  // namespace diurna::detail
