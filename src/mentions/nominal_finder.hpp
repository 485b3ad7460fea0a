// Nominals and pronouns: which words head a phrase that can fill a role, and what that phrase is.
#pragma once

#include "mentions/candidate.hpp"

namespace diurna::detail {

/// Tokens of the document that are part of a time or a measured quantity and head no mention.
using Taken = std::vector<bool>;

/// All mentions of the document: the names, and the phrases and pronouns around and beside them.
[[nodiscard]] Candidates find_candidates(const MentionContext& context, std::vector<NameDraft> names,
                                         const Taken& taken);

}  // namespace diurna::detail
