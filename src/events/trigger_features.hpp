// What the trigger model looks at.
#pragma once

#include "events/trigger_candidates.hpp"

namespace diurna::detail {

/// What the whole document says about its candidates; built once a document.
class TriggerContext {
 public:
  TriggerContext(const Context& context, const Words& words, const std::vector<TriggerCandidate>& candidates,
                 std::size_t type_count);

  /// Fills `features` (cleared first) for one candidate. Labels of tied features: 0 is "none", type t is t + 1.
  void describe(std::size_t candidate, FeatureList& features) const;

 private:
  void add_word(TokenId token, FeatureList& features) const;
  void add_dependents(TokenId token, FeatureList& features) const;
  void add_governor(TokenId token, FeatureList& features) const;
  void add_neighbours(TokenId token, FeatureList& features) const;
  void add_document(std::size_t candidate, FeatureList& features) const;
  void add_lexicon(const TriggerCandidate& candidate, FeatureList& features) const;

  const Context& context_;
  const Words& words_;
  const std::vector<TriggerCandidate>& candidates_;
  std::vector<float> topics_;           // by type: sum of priors of all candidates
  std::vector<std::uint32_t> earlier_;  // by candidate: how many candidates with the same lemma stand before it
};

}  // namespace diurna::detail
