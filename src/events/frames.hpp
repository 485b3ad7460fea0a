// Which syntactic slot gives which role (data/en/events/frames.tsv).
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

/// A role that a slot may give.
struct FrameRole {
  std::string role;
  float prior = 0;
};

class Frames {
 public:
  /// Throws ParseError "frames.type", "frames.role" or "frames.prior" with file and line.
  [[nodiscard]] static Frames load(const Ontology& ontology);
  /// The roles of `slot` for an event of this type and word, by the most specific row; empty when none speaks of it.
  [[nodiscard]] std::span<const FrameRole> find(std::size_t type, const Atom& lemma, WordClass word_class,
                                                const Atom& slot) const;

 private:
  using Table = std::unordered_map<FeatureKey, std::vector<FrameRole>>;
  Table table_;
  std::vector<FeatureKey> type_keys_;    // by type: hash of its id
  std::vector<FeatureKey> family_keys_;  // by type: hash of "family.*"
};

}  // namespace diurna::detail
