/// Who is who across articles: names that mean one person, body, place or country, and reports of one event.
///
///     const diurna::Graph resolved = diurna::resolve(graph);
///     resolved.find("Nicolás Maduro Moros");                    // e:nicolas_maduro, with every other form as an alias
///     for (const diurna::Membership& m : diurna::resolve_identity(graph).members) …   // who was joined, and why
///
/// A function of the set of claims alone: the order of articles, shards and threads plays no part, and neither does an
/// earlier resolution (a resolved graph is ungrouped first). Joins follow rules, the surest first, and none may break a
/// constraint: a person is no body, "he" is not "she", two birth years are two persons, and what the user says holds.
/// Precision goes first: what is in doubt stays apart and is listed as a refusal. docs/identity.md has the rules.
/// Near-linear: names are compared within blocks of one key only. Thread-safe for a graph that does not change.
#pragma once

#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "diurna/graph/grouping.hpp"
#include "diurna/graph/same_as.hpp"

namespace diurna {

struct ResolutionOptions {
  bool entities = true;  ///< Join names of one thing.
  bool events = true;    ///< Join reports of one happening.
  bool refusals = true;  ///< Also list what was kept apart.
  SameAs same_as;        ///< What the user knows better.
};

/// Two that a reader may take for one, left apart.
struct Refusal {
  std::string node;  ///< Raw ids, with the document where only one document's telling is meant.
  std::string document;
  std::string other;
  std::string other_document;
  std::string rule;
  std::string because;
  auto operator<=>(const Refusal&) const = default;
};

struct Resolution {
  std::vector<Membership> members;  ///< For `regroup`; sorted by canonical id, then by node and document.
  std::vector<Refusal> refusals;    ///< Sorted.
  std::vector<std::string> unused;  ///< Statements of the user that name nothing in this graph, as file:line.
};

/// Throws Error "identity.conflict" when the user's statements contradict each other.
[[nodiscard]] Resolution resolve_identity(const Graph& graph, const ResolutionOptions& options = {});
/// The graph with each thing and each happening shown once; `ungroup` gives the old one back.
[[nodiscard]] Graph resolve(const Graph& graph, const ResolutionOptions& options = {});

}  // namespace diurna
