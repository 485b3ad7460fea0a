// Which node of a graph is meant.
#pragma once

#include <string>

#include "diurna/graph/graph.hpp"

namespace diurna::cli {

/// The id itself, or the node with this name or alias. Throws UsageError when there is none, or several: then it lists
/// their ids.
[[nodiscard]] std::string choose_node(const Graph& graph, const std::string& text);

/// "Rocío San Miguel", "detained (justice.detain)": how a node is shown to people.
[[nodiscard]] std::string shown(const Node& node);

}  // namespace diurna::cli
