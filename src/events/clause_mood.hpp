// What auxiliaries, negation and conjunctions say of one predicate.
#pragma once

#include "events/stages.hpp"

namespace diurna::detail {

struct ClauseMood {
  bool negated = false;
  bool future = false;    ///< "will", "would", "is to", "is going to"
  bool present = false;   ///< Present tense, or a modal: a negated act is a refusal then
  bool obliged = false;   ///< "must", "should", "has to"
  bool possible = false;  ///< "may", "could", "if"
};

[[nodiscard]] ClauseMood clause_mood(const Context& context, TokenId predicate);

}  // namespace diurna::detail
