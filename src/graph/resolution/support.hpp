// What speaks for two clusters being one beside their names.
#pragma once

#include <string>
#include <vector>

#include "graph/resolution/clusters.hpp"

namespace diurna::detail {

struct Support {
  std::vector<Symbol> ties;    ///< Positions with country or body that both have.
  std::vector<Index> context;  ///< Rare names that the documents of both have.
  bool country = false;        ///< Both of one country, in one field of work.
  int days = 0;                ///< Between the nearest publications; 0 when unknown.
  bool same_document = false;  ///< One document has both and did not join them.
  /// Two for a tie, one for a name of the context, one for country and field.
  [[nodiscard]] std::size_t weight() const { return 2 * ties.size() + context.size() + (country ? 1 : 0); }
};

[[nodiscard]] Support support(const Corpus& corpus, const Clusters& clusters, Index a, Index b);
/// "both 'president FRA'; both with 'Élysée Palace'".
[[nodiscard]] std::string describe(const Corpus& corpus, const Support& support);

}  // namespace diurna::detail
