#include "graph/resolution/desk.hpp"

#include <algorithm>

namespace diurna::detail {

bool Desk::try_join(Index a, Index b, const Reason& reason) {
  if (clusters.together(a, b)) return true;
  if (const auto against = clusters.objection(a, b)) {
    refuse(a, b, reason.rule, *against);
    return false;
  }
  clusters.join(a, b, reason);
  return true;
}

void Desk::refuse(Index a, Index b, std::string_view rule, const std::string& because) {
  if (refusals == nullptr) return;
  Index first = clusters.first(a);
  Index second = clusters.first(b);
  if (second < first) std::swap(first, second);
  const auto id = [this](Index w) { return corpus.nodes[corpus.witnesses[w].node].id; };
  const auto document = [this](Index w) { return corpus.documents[corpus.witnesses[w].document].id; };
  refusals->push_back({id(first), document(first), id(second), document(second), std::string(rule), because});
}

std::vector<Index> Desk::clusters_of(Index node) const {
  std::vector<Index> out;
  for (Index w = corpus.nodes[node].first; w < corpus.nodes[node].last; ++w) out.push_back(clusters.root(w));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::sort(out.begin(), out.end(), [this](Index a, Index b) {
    const std::size_t size_a = clusters.members(a).size();
    const std::size_t size_b = clusters.members(b).size();
    return size_a != size_b ? size_a > size_b : clusters.first(a) < clusters.first(b);
  });
  return out;
}

}  // namespace diurna::detail
