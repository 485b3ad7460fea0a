// Reports of one happening become one event.
#pragma once

#include <vector>

#include "graph/resolution/desk.hpp"
#include "graph/resolution/reports.hpp"

namespace diurna::detail {

/// Adds a member for every report but the first of each event: those that the user joins, and those that rules do.
void join_events(const Reports& reports, const ResolutionOptions& options, Resolution& out);

}  // namespace diurna::detail
