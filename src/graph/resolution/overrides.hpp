// What the user says on who is who, laid over witnesses before any rule runs.
#pragma once

#include <string>
#include <vector>

#include "graph/resolution/desk.hpp"

namespace diurna::detail {

/// Bars and joins as `statements` ask. Those that name nobody go to `unused`; statements on events are left alone.
/// Throws Error "identity.conflict" when statements contradict each other.
void apply_overrides(Desk& desk, const SameAs& statements, std::vector<std::string>& unused);
[[nodiscard]] bool about_events(const SameAsStatement& statement);
[[noreturn]] void fail_in_conflict(const SameAsStatement& same, const SameAsStatement& different);

}  // namespace diurna::detail
