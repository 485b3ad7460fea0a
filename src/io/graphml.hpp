// What writer and reader of GraphML share: the names of the attributes.
#pragma once

#include <string_view>

namespace diurna::io::detail::graphml {

inline constexpr std::string_view attribute_label = "label";
inline constexpr std::string_view attribute_kind = "kind";
inline constexpr std::string_view attribute_type = "type";
inline constexpr std::string_view attribute_aliases = "aliases";
inline constexpr std::string_view attribute_weight = "weight";
/// Everything about a node or edge as JSON (the members of docs/formats.md), since GraphML knows scalars only.
inline constexpr std::string_view attribute_record = "record";
/// Of the graph: format, version and sentences as JSON.
inline constexpr std::string_view attribute_header = "diurna";
inline constexpr std::string_view list_separator = " | ";

}  // namespace diurna::io::detail::graphml
