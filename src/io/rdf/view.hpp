// A node or an edge as all documents together have it, or as one of them has it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna::io::detail::rdf {

template <class Item>
struct View {
  Item item;                               ///< The fields shown, claims and evidence.
  std::vector<Claim> direct = {};          ///< One statement each, distinct in facet and value.
  std::vector<Claim> apart = {};           ///< Claims that need a resource of their own.
  std::vector<std::string> mentions = {};  ///< The resource of each piece of evidence.
};

/// What all say: the fields shown are the direct claims; where documents differ, all claims are kept apart.
template <class Item>
[[nodiscard]] View<Item> view_of_all(const Item& item);
/// What each document says; kept apart are claims that it makes of another node than the one shown.
template <class Item>
[[nodiscard]] std::map<std::string, View<Item>> views_by_document(const Item& item);

}  // namespace diurna::io::detail::rdf
