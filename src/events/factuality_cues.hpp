// The words around one predicate or noun that decide its factuality: negation, modals, adverbs, markers, times.
#pragma once

#include <string>
#include <string_view>

#include "events/factuality.hpp"
#include "events/factuality_tables.hpp"

namespace diurna::detail {

/// Whether nothing speaks against its taking place.
[[nodiscard]] inline bool is_certain(const FactualityDecision& decision) {
  return decision.value == Factuality::actual;
}

/// Cues beside a token, for one document.
class FactualityCues {
 public:
  FactualityCues(const Context& context, const FactualityReader::Tables& tables) : context_(context), tables_(tables) {}

  /// The strongest cue beside a token; actual, "default" when there is none.
  [[nodiscard]] FactualityDecision cue_beside(TokenId node) const;
  [[nodiscard]] FactualityDecision negation_beside(TokenId node) const;
  [[nodiscard]] bool has_infinitive_to(TokenId node) const;
  [[nodiscard]] bool is_past(TokenId node) const;
  [[nodiscard]] FactualityDecision future_time_beside(TokenId node) const;
  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const Syntax& syntax() const { return context_.syntax; }
  [[nodiscard]] const FactualityReader::Tables& tables() const { return tables_; }

 private:
  [[nodiscard]] FactualityDecision word_cue(std::string_view kind, const std::string& form) const;
  [[nodiscard]] bool takes_in_more(TokenId negation) const;
  [[nodiscard]] FactualityDecision no_longer_beside(TokenId node) const;
  [[nodiscard]] bool is_reported(TokenId node) const;
  [[nodiscard]] bool has_condition(TokenId node) const;
  [[nodiscard]] FactualityDecision modal_beside(TokenId node) const;
  [[nodiscard]] FactualityDecision adverb_beside(TokenId node) const;
  /// "X to visit Y", "they are to meet", "Meet us!", "Will they meet?"
  [[nodiscard]] FactualityDecision mood_beside(TokenId node) const;
  [[nodiscard]] bool opens_sentence(TokenId node) const;
  [[nodiscard]] bool is_question(TokenId node) const;
  [[nodiscard]] FactualityDecision marker_beside(TokenId node) const;
  [[nodiscard]] bool is_after_publication(TimeId id) const;

  const Context& context_;
  const FactualityReader::Tables& tables_;
};

}  // namespace diurna::detail
