// Rules and model together: which of them makes the event at each place, and what the rules say of lasting relations.
//
// Rules are ranked by priority (highest first), then name; the model stands between priority 0 and -1. In this order
// each trigger takes its words; one that would touch words taken before is dropped, and so is one whose roles stay
// empty.
#pragma once

#include <functional>
#include <vector>

#include "diurna/events/event.hpp"
#include "events/attribution.hpp"
#include "events/factuality.hpp"
#include "events/rule_matcher.hpp"

namespace diurna::detail {

/// The triggers of a document in text order, and the rule match behind each, if any.
struct RuledTriggers {
  Triggers triggers;
  std::vector<RuleMatch> matches;       ///< Of triggers that rules made, with their fillers.
  std::vector<std::uint32_t> match_of;  ///< By event: 1 + index into `matches`; 0 for the model's.
  [[nodiscard]] const RuleMatch* match(EventId event) const {
    const std::uint32_t number = match_of.empty() ? 0 : match_of[event.index()];
    return number == 0 ? nullptr : &matches[number - 1];
  }
};

/// `tells`: whether facts are read from a token's sentence.
[[nodiscard]] RuledTriggers apply_event_rules(const CompiledRules& rules, const RuleScene& scene,
                                              std::vector<Trigger> model, const std::function<bool(TokenId)>& tells);

/// Adds the relations that rules find to those that the patterns found; of two that say the same, the one of higher
/// rank stays. What the text denies or only supposes gives none.
struct RelationRuleParts {
  const CompiledRules& rules;
  const RuleScene& scene;
  const Triggers& triggers;
  const Ontology& ontology;
  const FactualityReader& factuality;
};
[[nodiscard]] std::vector<Relation> apply_relation_rules(const RelationRuleParts& parts, std::vector<Relation> found,
                                                         const std::function<bool(TokenId)>& tells);

}  // namespace diurna::detail
