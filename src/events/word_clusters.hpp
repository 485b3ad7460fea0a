// Clusters of lemmas that occur alike (data/en/events/word_clusters.tsv): what the models know of "blast" they also use
// for "detonation".
#pragma once

#include <unordered_map>
#include <vector>

#include "core/features.hpp"
#include "diurna/core/resources.hpp"

namespace diurna::detail {

/// A lemma's cluster at two granularities; empty atoms for an unknown lemma.
struct ClusterPair {
  Atom fine;
  Atom coarse;
};

class WordClusters {
 public:
  /// Throws ParseError with file and line for a bad row.
  [[nodiscard]] static WordClusters load();
  [[nodiscard]] ClusterPair find(const Atom& lemma) const;

 private:
  explicit WordClusters(Resource table) : table_(std::move(table)) {}
  Resource table_;  // keeps the atoms' text
  std::unordered_map<FeatureKey, ClusterPair> clusters_;
};

}  // namespace diurna::detail
