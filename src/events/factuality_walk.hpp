// The way up the tree from a trigger, past the words that govern it.
#pragma once

#include <string>

#include "events/factuality_cues.hpp"

namespace diurna::detail {

class FactualityWalk {
 public:
  FactualityWalk(const Context& context, const FactualityReader::Tables& tables) : cues_(context, tables) {}

  [[nodiscard]] FactualityDecision decide(TokenId trigger) const;
  /// How a token hangs on its head: "clause", "infinitive", "object", "subject", a preposition, or "".
  [[nodiscard]] std::string slot_of(TokenId node) const;
  /// "an inquiry", "talks": new to the text, so that it shares the fate of its verb.
  [[nodiscard]] bool is_indefinite(TokenId noun) const;
  [[nodiscard]] bool in_title(TokenId token) const;
  [[nodiscard]] const FactualityCues& cues() const { return cues_; }

 private:
  struct Step {
    FactualityDecision cue;
    bool goes_on = false;
  };

  [[nodiscard]] const Syntax& syntax() const { return cues_.syntax(); }
  [[nodiscard]] const Context& context() const { return cues_.context(); }
  [[nodiscard]] static FactualityDecision combine(FactualityDecision inner, const FactualityDecision& outer);
  [[nodiscard]] std::string governor_key(TokenId node) const;
  [[nodiscard]] FactualityDecision governed(TokenId node, TokenId head) const;
  /// "has yet to resign".
  [[nodiscard]] bool has_yet(TokenId head) const;
  [[nodiscard]] bool stands_alone(TokenId conjunct) const;
  /// "would have resigned but stayed": a finite form is under nobody's auxiliary.
  [[nodiscard]] bool is_finite(TokenId node) const;
  [[nodiscard]] Step above_conjunct(TokenId node, TokenId head) const;
  [[nodiscard]] Step above_clause(TokenId node, TokenId head) const;
  [[nodiscard]] Step cue_above(TokenId node) const;

  FactualityCues cues_;
};

}  // namespace diurna::detail
