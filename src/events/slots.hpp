// The dependents of a word by the names that data/en/political/senses.tsv uses: "obj", "subj", "mod", "xcomp", "to" …
//
//   "The rebels freed two of the hostages"    obj of freed: two, hostages
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/stages.hpp"

namespace diurna::detail {

using TokenList = std::vector<TokenId>;

/// What fills the slot, with what is coordinated with it; quantity words ("two of", "hundreds of") are followed by what
/// they count.
[[nodiscard]] TokenList slot_fillers(const Context& context, TokenId token, std::string_view slot);
/// The token and all coordinated with it.
[[nodiscard]] TokenList with_conjuncts(const Context& context, TokenId token);
/// Whether the verb's grammatical subject is acted upon: a passive, or a bare past participle behind a noun.
[[nodiscard]] bool is_passive(const Context& context, TokenId verb);
/// Who does it in a passive ("by rebels"), or none().
[[nodiscard]] TokenId passive_agent(const Context& context, TokenId verb);

}  // namespace diurna::detail
