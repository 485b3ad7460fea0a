#include "graph/resolution/clusters.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace diurna::detail {

Clusters::Clusters(const Corpus& corpus, const Vocabulary& vocabulary)
    : corpus_(corpus),
      vocabulary_(vocabulary),
      names_(corpus.nodes.size()),
      clusters_(corpus.witnesses.size()),
      reasons_(corpus.witnesses.size()),
      parents_(corpus.witnesses.size()) {
  std::iota(parents_.begin(), parents_.end(), Index{0});
  for (Index n = 0; n < corpus.nodes.size(); ++n) {
    const RawNode& node = corpus.nodes[n];
    if (node.person()) names_[n] = person_name(node.name, vocabulary);
    const bool body = node.type == "ORG" || node.type == "GPE" || node.type == "FACILITY" || node.type == "LOC";
    for (Index w = node.first; w < node.last; ++w) {
      clusters_[w] = {.profile = corpus.witnesses[w].profile,
                      .members = {w},
                      .nodes = {n},
                      .bars = {},
                      .first = w,
                      .person = node.person(),
                      .body = body};
    }
  }
}

Index Clusters::root(Index witness) const {
  while (parents_[witness] != witness) {
    parents_[witness] = parents_[parents_[witness]];
    witness = parents_[witness];
  }
  return witness;
}

std::optional<std::string> Clusters::name_objection(const Cluster& a, const Cluster& b) const {
  if (!a.person || !b.person) return std::nullopt;
  for (const Index x : a.nodes) {
    for (const Index y : b.nodes) {
      if (x == y || names_[x].words.empty() || names_[y].words.empty()) continue;
      if (compatible(names_[x], names_[y], vocabulary_)) continue;
      return "'" + corpus_.nodes[x].name + "' and '" + corpus_.nodes[y].name + "' are two names";
    }
  }
  return std::nullopt;
}

std::optional<Symbol> Clusters::bar_between(Index a, Index b) const {
  const Symbols& other = clusters_[root(b)].bars;
  for (const Symbol mark : clusters_[root(a)].bars) {
    if (std::binary_search(other.begin(), other.end(), mark ^ 1U)) return mark;
  }
  return std::nullopt;
}

std::optional<std::string> Clusters::objection(Index a, Index b) const {
  const Cluster& first = clusters_[root(a)];
  const Cluster& second = clusters_[root(b)];
  if (bar_between(a, b)) return "the user says that they differ";
  if (first.nodes != second.nodes && ((first.person && second.body) || (first.body && second.person))) {
    return "a person and a body or place";
  }
  if (auto reason = contradiction(first.profile, second.profile)) return reason;
  return name_objection(first, second);
}

void Clusters::join(Index a, Index b, const Reason& reason) {
  Index into = root(a);
  Index from = root(b);
  if (into == from) return;
  for (const Index head : {clusters_[into].first, clusters_[from].first}) {
    if (reasons_[head].rule.empty()) reasons_[head] = reason;
  }
  if (clusters_[into].members.size() < clusters_[from].members.size()) std::swap(into, from);
  Cluster& kept = clusters_[into];
  Cluster gone = std::exchange(clusters_[from], {});
  parents_[from] = into;
  kept.profile.unite(gone.profile);
  kept.members.insert(kept.members.end(), gone.members.begin(), gone.members.end());
  unite(kept.nodes, gone.nodes);
  unite(kept.bars, gone.bars);
  kept.first = std::min(kept.first, gone.first);
  kept.person = kept.person || gone.person;
  kept.body = kept.body || gone.body;
}

void Clusters::bar(Index witness, Symbol mark) { insert(clusters_[root(witness)].bars, mark); }

}  // namespace diurna::detail
