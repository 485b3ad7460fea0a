// Where the triggers of rules stand in a document, and who fills their roles.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "events/compiled_rules.hpp"
#include "events/role_candidates.hpp"

namespace diurna::detail {

/// A trigger is at most this long, so that matching stays linear in the text.
inline constexpr std::size_t max_trigger_tokens = 40;

struct RuleArgument {
  std::uint32_t role = 0;  ///< Index into the rule's roles.
  TokenId token;
  FillerKind kind = FillerKind::phrase;
};

struct RuleMatch {
  std::uint32_t rank = 0;  ///< Of the rule in its set; lower ones come first.
  TokenId head;            ///< The token of the trigger that governs the others.
  TokenRange tokens;       ///< The trigger: what "^" marks, else all that matched.
  std::vector<RuleArgument> arguments;
};

/// All places of all triggers, leftmost and longest for each rule, sorted by rank, then place. Roles are not looked at.
[[nodiscard]] std::vector<RuleMatch> find_triggers(const CompiledRules& rules, const RuleScene& scene);

/// What a role takes a token for; nothing when it may not fill the role.
struct RoleFiller {
  TokenId token;  ///< A relative pronoun stands for its noun.
  FillerKind kind = FillerKind::phrase;
};
[[nodiscard]] std::optional<RoleFiller> filler_for(const RuleScene& scene, const Triggers& triggers,
                                                   const CompiledRole& role, TokenId token);
/// Adds the fillers of one role to `match.arguments`; whether there are any.
bool fill_role(const CompiledRule& rule, std::uint32_t role, const RuleScene& scene, const Triggers& triggers,
               RuleMatch& match);
/// Fills `match.arguments` anew; false when a role that must be filled stays empty.
[[nodiscard]] bool fill_roles(const CompiledRule& rule, const RuleScene& scene, const Triggers& triggers,
                              RuleMatch& match);

/// The longest match of a pattern that starts with the first of these tokens; nothing when there is none.
struct PatternMatch {
  TokenRange all;
  TokenRange marked;
};
/// Called for every test of a token while a pattern is matched.
using PatternWatch = std::function<void(TokenId token, const PatternAtom& atom, bool passed)>;
[[nodiscard]] std::optional<PatternMatch> match_at(const TokenPattern& pattern, const RuleScene& scene,
                                                   TokenRange tokens, const PatternWatch& watch = {});

}  // namespace diurna::detail
