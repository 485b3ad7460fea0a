// Everything that might fill a role of an event: what hangs on its trigger, what coordination, control, relative
// clauses and light verbs share with it, what stands with its governors, and the names and times around it.
#pragma once

#include <string>
#include <vector>

#include "events/words.hpp"

namespace diurna::detail {

/// A word that was judged to be an event.
struct Trigger {
  TokenId head;
  std::uint16_t type = 0;  ///< Index into Ontology::event_types.
  double score = 1;
};

/// The triggers of a document, in text order, and which one stands at a token.
class Triggers {
 public:
  Triggers(std::vector<Trigger> triggers, std::size_t token_count);
  [[nodiscard]] const std::vector<Trigger>& all() const& { return triggers_; }
  [[nodiscard]] EventId at(TokenId token) const { return at_[token.index()]; }

 private:
  std::vector<Trigger> triggers_;
  std::vector<EventId> at_;
};

enum class FillerKind { entity, time, quantity, event, phrase };

struct RoleCandidate {
  TokenId token;
  FillerKind kind = FillerKind::phrase;
  /// Where it stands as seen from the trigger: "subj", "obj/num", "of"; behind "g:obj:" what the governor has whose
  /// object the trigger is; "far" for what only shares the sentence.
  std::string slot;
  /// How it came to the slot: "" directly, "conj", "shared" with a coordinated predicate, "control", "relative".
  std::string_view via;
};

/// At most `max_role_candidates` of one trigger, direct ones first; a token that is also a number comes twice.
inline constexpr std::size_t max_role_candidates = 48;
[[nodiscard]] std::vector<RoleCandidate> find_role_candidates(const Context& context, const Words& words,
                                                              const Triggers& triggers, EventId event);

}  // namespace diurna::detail
