// Words that might be events, with what the lexicon says of them here.
#pragma once

#include <vector>

#include "events/lexicon.hpp"

namespace diurna::detail {

/// A meaning that the lexicon allows for a word in its place.
struct Meaning {
  std::uint16_t type = 0;
  float prior = 0;
  bool same_class = true;     ///< The word has the part of speech of the entry.
  bool with_partner = false;  ///< The entry asked for a partner, and it is there.
};

struct TriggerCandidate {
  TokenId head;
  std::vector<Meaning> meanings;  ///< Best first, one a type.
};

/// Lemmas (hashes of lemma and word class) that training saw as events although the lexicon lacks them.
class TrainedLemmas {
 public:
  TrainedLemmas() = default;
  explicit TrainedLemmas(std::vector<std::uint32_t> sorted_keys) : keys_(std::move(sorted_keys)) {}
  [[nodiscard]] bool contains(const Atom& lemma, WordClass word_class) const;
  [[nodiscard]] static std::uint32_t key(const Atom& lemma, WordClass word_class);

 private:
  std::vector<std::uint32_t> keys_;
};

/// All candidates of the document, in text order.
[[nodiscard]] std::vector<TriggerCandidate> find_trigger_candidates(const Context& context, const Words& words,
                                                                    const Lexicon& lexicon,
                                                                    const TrainedLemmas& trained);

}  // namespace diurna::detail
