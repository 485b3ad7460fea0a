// Witnesses joined into entities under constraints: a join that breaks one is refused, whatever supports it.
//
// Constrained agglomerative clustering over a union-find forest. Profiles add up, so what is checked holds between all
// members of two clusters, not only between the two that a rule looked at: weak evidence cannot chain.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "graph/resolution/corpus.hpp"
#include "graph/resolution/person_name.hpp"

namespace diurna::detail {

struct Reason {
  std::string rule;
  std::string because;
};

class Clusters {
 public:
  Clusters(const Corpus& corpus, const Vocabulary& vocabulary);

  /// The witness that stands for the cluster of `witness`.
  [[nodiscard]] Index root(Index witness) const;
  [[nodiscard]] bool together(Index a, Index b) const { return root(a) == root(b); }
  [[nodiscard]] const Profile& profile(Index witness) const { return clusters_[root(witness)].profile; }
  /// Members of the cluster, in no particular order.
  [[nodiscard]] const std::vector<Index>& members(Index witness) const { return clusters_[root(witness)].members; }
  /// Raw nodes of the members.
  [[nodiscard]] const Symbols& nodes(Index witness) const { return clusters_[root(witness)].nodes; }
  /// Smallest member: a name for the cluster that does not depend on the order of joins.
  [[nodiscard]] Index first(Index witness) const { return clusters_[root(witness)].first; }

  /// Why two clusters cannot be one: the user's word, profiles, kinds, names; nothing when they can.
  [[nodiscard]] std::optional<std::string> objection(Index a, Index b) const;
  /// Joins without a question.
  void join(Index a, Index b, const Reason& reason);
  /// How the witness, or the cluster that it stood for, came to the others; empty when it was the first.
  [[nodiscard]] const Reason& reason(Index witness) const { return reasons_[witness]; }

  /// `mark` and `other` must never be in one cluster; the witness bears `mark`.
  void bar(Index witness, Symbol mark);
  /// The mark of `a` that excludes `b`; none when they may be one.
  [[nodiscard]] std::optional<Symbol> bar_between(Index a, Index b) const;
  [[nodiscard]] const PersonName& person_name_of(Index node) const { return names_[node]; }

 private:
  struct Cluster {
    Profile profile;
    std::vector<Index> members;
    Symbols nodes;
    Symbols bars;  ///< Two marks that differ in the last bit alone exclude each other.
    Index first = 0;
    bool person = false;
    bool body = false;
  };
  [[nodiscard]] std::optional<std::string> name_objection(const Cluster& a, const Cluster& b) const;

  const Corpus& corpus_;
  const Vocabulary& vocabulary_;
  std::vector<PersonName> names_;  // by node; empty unless a person
  std::vector<Cluster> clusters_;  // by root
  std::vector<Reason> reasons_;    // by witness
  mutable std::vector<Index> parents_;
};

}  // namespace diurna::detail
