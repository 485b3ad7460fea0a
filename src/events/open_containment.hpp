// Facts that say no more than another fact of their sentence.
#pragma once

#include <cstddef>
#include <vector>

#include "diurna/events/event.hpp"

namespace diurna::detail {

/// Whether subject, relation and object of `part` stand, word for word, inside those of `whole`, which says more:
/// (soldiers, defeat, an attack) in (soldiers, were able to defeat, an attack).
[[nodiscard]] bool is_contained(const OpenTriple& part, const OpenTriple& whole);
/// Removes from `begin` on what is contained in another triple from there on.
void drop_contained(std::vector<OpenTriple>& triples, std::size_t begin);

}  // namespace diurna::detail
