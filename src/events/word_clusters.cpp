#include "events/word_clusters.hpp"

#include "core/tsv.hpp"

namespace diurna::detail {

WordClusters WordClusters::load() {
  WordClusters out(find_resource("en/events/word_clusters.tsv"));
  for (const TsvRow& row : read_tsv(out.table_, 3, 3)) {
    out.clusters_.emplace(hash64(row.fields[0]), ClusterPair{Atom(row.fields[1]), Atom(row.fields[2])});
  }
  return out;
}

ClusterPair WordClusters::find(const Atom& lemma) const {
  const auto found = clusters_.find(lemma.hash);
  return found == clusters_.end() ? ClusterPair{} : found->second;
}

}  // namespace diurna::detail
