// A result as a table for a terminal.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "diurna/query/result.hpp"

namespace diurna::cli {

// Columns are as wide as their widest cell, long cells are cut with an ellipsis on a terminal only; numbers stand to
// the right, null is dim. Ends with the number of rows.
[[nodiscard]] std::string table_of(const QueryResult& result, const Console& console);

}  // namespace diurna::cli
