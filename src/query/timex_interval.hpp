// The days that a TIMEX3 value covers.
//
//     timex_interval("2024-02");        // 2024-02-01 … 2024-02-29
//     timex_interval("2024-W10");       // 2024-03-04 … 2024-03-10
//     timex_interval("XXXX-02");        // nothing: no place in the calendar
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace diurna::cypher {

struct DayInterval {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
  bool operator==(const DayInterval&) const = default;
};

// Centuries, decades, years, half-years, quarters, seasons, months, weeks, weekends, days; a time of day counts as its
// day. A season is the three months that begin with its first full month; winter begins in December.
[[nodiscard]] std::optional<DayInterval> timex_interval(std::string_view value);

}  // namespace diurna::cypher
