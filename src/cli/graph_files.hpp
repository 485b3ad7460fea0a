// Graphs from files, in every format that can be read; graph_output.hpp has the way out.
#pragma once

#include <string>
#include <vector>

#include "cli/format_choice.hpp"
#include "diurna/graph/graph.hpp"

namespace diurna::cli {

[[nodiscard]] std::vector<FormatName> readable_graph_formats();
[[nodiscard]] std::vector<FormatName> graph_formats();

/// `path` may be "-" for standard input; `format` may be empty: then the ending tells, and for standard input it is
/// JSON. Throws what the reader throws, and UsageError for an unknown format.
[[nodiscard]] Graph read_graph_file(const std::string& path, const std::string& format);

}  // namespace diurna::cli
