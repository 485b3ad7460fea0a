// What every rule of resolution works on.
#pragma once

#include <string>
#include <vector>

#include "diurna/graph/resolution.hpp"
#include "graph/resolution/clusters.hpp"

namespace diurna::detail {

struct Desk {
  const Corpus& corpus;
  const Vocabulary& vocabulary;
  Clusters& clusters;
  std::vector<Refusal>* refusals;  ///< nullptr when nobody wants them.

  /// Joins when nothing speaks against it; else notes why not.
  bool try_join(Index a, Index b, const Reason& reason);
  void refuse(Index a, Index b, std::string_view rule, const std::string& because);
  /// Clusters among the witnesses of a node: the largest first, then by first member.
  [[nodiscard]] std::vector<Index> clusters_of(Index node) const;
  [[nodiscard]] std::string quoted(Index node) const { return "'" + corpus.nodes[node].name + "'"; }
};

/// Namesakes: witnesses of one raw node are one thing unless something speaks against it. Bodies that every country has
/// wait for `join_bodies`.
void join_same_names(Desk& desk);
/// Every name is one thing, but for what the user says.
void join_all_names(Desk& desk);
/// Forms of bodies, places and all else but persons: legal forms, spelling, countries, word order.
void join_bodies(Desk& desk);
/// Forms of a person's name, around the fullest.
void join_persons(Desk& desk);
/// "IAEA" with what some document calls so.
void join_acronyms(Desk& desk);

}  // namespace diurna::detail
