// What the XML formats share: names of attributes, ids.
#pragma once

#include <string>
#include <string_view>

#include "diurna/graph/graph.hpp"

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

/// A node id as an XML attribute: the id itself, or a stand-in where XML cannot hold it (`record` has the true one).
[[nodiscard]] std::string node_id(const std::string& id);
/// Derived from ends, type and key.
[[nodiscard]] std::string edge_id(const Edge& edge);

}  // namespace diurna::io::detail::graphml
