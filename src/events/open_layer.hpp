// The open layer: every clause of the text as small triples in its own words.
//
//   "He was released in Oslo and became head of the party."
//       (He, was released in, Oslo) (He, became, head of the party) (He, became head of, the party)
//
// Read off the tree: one triple for the object, one for each prepositional phrase (the relation takes in the
// object and ends in the preposition), subjects and objects spread over coordination, subjects found through
// relative clauses, participles and infinitives. Linear in the size of the document; const and thread-safe.
// Attribution is left to the caller, who knows the sources.
#pragma once

#include <vector>

#include "diurna/events/extractor.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

[[nodiscard]] std::vector<OpenTriple> find_open_triples(const Context& context, OpenLayer layer = OpenLayer::maximal);

}  // namespace diurna::detail
