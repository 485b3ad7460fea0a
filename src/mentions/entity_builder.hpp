// Chains → entities: names, types, countries.
#pragma once

#include "diurna/mentions/mentions.hpp"
#include "mentions/chains.hpp"

namespace diurna::detail {

/// Mentions in text order with their entities; entities in the order of their first mention.
[[nodiscard]] Mentions::Parts build_entities(const MentionContext& context, const Candidates& candidates,
                                             const Chains& chains);

}  // namespace diurna::detail
