// In which order the parts of a pattern are found: from the start that makes the fewest rows in between.
//
// Every node, every relationship type and whatever is bound already is tried as the start; from there the pattern is
// grown greedily by the step that gives the fewest rows (Steinbrunn et al., Heuristic and randomized optimization for
// the join ordering problem, VLDB Journal 1997: minimum selectivity). The cheapest of these orders wins; of equals the
// one that starts further left.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/estimates.hpp"
#include "query/pattern.hpp"
#include "query/property_graph.hpp"

namespace diurna::cypher {

// How a node is found when nothing leads to it.
struct Access {
  enum class Kind { all, label, property, number };
  Kind kind = Kind::all;
  std::uint32_t label = 0;
  std::optional<IndexablePredicate> predicate;
  std::size_t predicate_number = 0;  // in Pattern::predicates: it needs no test any more
  double rows = 0;
};

// One step of finding a pattern.
struct MatchAction {
  enum class Kind {
    scan_node,           // `node` by `access`
    scan_relationships,  // `relationship` and both its ends
    ends_of_bound,       // the relationship was bound before
    expand,              // `relationship` from one end, which is bound
    expand_into,         // between two bound ends
  };
  Kind kind = Kind::scan_node;
  std::size_t node = 0;  // scanned, or where an expansion starts
  std::size_t relationship = 0;
  Access access;
  double rows = 0;  // what it gives, before predicates
};

struct MatchOrder {
  std::vector<MatchAction> actions;
  double cost = 0;
  double rows = 0;
};

// `bound` are the variables known before; `rows` how often they come.
[[nodiscard]] MatchOrder order_of(const Pattern& pattern, const PropertyGraph& graph,
                                  const std::set<std::string>& bound, double rows);

}  // namespace diurna::cypher
