// The words that a reader would quote for a filler.
#pragma once

#include "events/role_candidates.hpp"

namespace diurna::detail {

/// The phrase under `token` without its leading adposition, subordinator and punctuation, without what is coordinated
/// with a noun, and without relative clauses and appositions: "treason" of "on charges of treason, which …".
[[nodiscard]] Span phrase_span(const Context& context, TokenId token);
/// The trigger with its particle and fixed words: "stepped down", "death".
[[nodiscard]] Span trigger_span(const Context& context, const Words& words, TokenId head);
/// The filler of a candidate: entity, time, quantity, event or plain phrase, with its words.
[[nodiscard]] Filler make_filler(const Context& context, const Triggers& triggers, const RoleCandidate& candidate);

}  // namespace diurna::detail
