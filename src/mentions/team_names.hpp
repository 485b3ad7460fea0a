// Places that are teams: "Spain beat Ghana 2–0" in an article on sport.
#pragma once

#include <vector>

#include "mentions/name_finder.hpp"

namespace diurna::detail {

/// Makes organisations of the places that play, except where the text says "in Spain".
void places_that_play(const MentionContext& context, std::vector<NameDraft>& names);

}  // namespace diurna::detail
