// How claims that differ become one value. Every rule looks at the set of claims alone, never at their order.
#pragma once

#include <cstddef>
#include <string_view>

#include "diurna/graph/property.hpp"

namespace diurna::detail {

inline constexpr std::string_view facet_type = "type";
inline constexpr std::string_view facet_name = "name";
inline constexpr std::string_view facet_alias = "alias";
inline constexpr std::string_view facet_presence = "presence";
inline constexpr std::string_view facet_property = "property.";  // a prefix

/// Properties of events that are counted from their evidence.
inline constexpr std::string_view counted_documents = "n_documents";
inline constexpr std::string_view counted_mentions = "n_mentions";
/// Takes them out.
void drop_counts(Properties& properties);

/// The longer name wins; of equally long ones the last in byte order ("Nicolas Maduro" before "NICOLAS MADURO").
[[nodiscard]] inline bool better_name(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() > b.size() : a > b;
}

/// The type of more documents wins; of equally frequent ones the first in byte order.
[[nodiscard]] inline bool better_type(std::string_view a, std::size_t documents_a, std::string_view b,
                                      std::size_t documents_b) {
  return documents_a != documents_b ? documents_a > documents_b : a < b;
}

}  // namespace diurna::detail
