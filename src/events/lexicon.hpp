// Words that can be events (data/en/events/lexicon.tsv): which types a lemma may have, and how often it has them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/events/ontology.hpp"
#include "events/words.hpp"

namespace diurna::detail {

/// One meaning of a lemma.
struct LexiconEntry {
  std::uint16_t type = 0;  ///< Index into Ontology::event_types.
  WordClass word_class = WordClass::verb;
  float prior = 0;                   ///< How often, in (0, 1].
  std::vector<FeatureKey> partners;  ///< Hashes of lemmas of which one must stand by; empty: no condition.
};

class Lexicon {
 public:
  /// Throws ParseError "lexicon.type", "lexicon.class" or "lexicon.prior" with file and line.
  [[nodiscard]] static Lexicon load(const Ontology& ontology);
  /// All meanings of a lower-case lemma; empty when it has none.
  [[nodiscard]] std::span<const LexiconEntry> find(const Atom& lemma) const;

 private:
  std::unordered_map<FeatureKey, std::vector<LexiconEntry>> entries_;  // by hash of the lemma
};

}  // namespace diurna::detail
