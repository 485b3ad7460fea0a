/// The days that a TIMEX3 value covers, so that times of any granularity can be put on one line.
///
///     diurna::day_interval("2026-02");      // 2026-02-01 … 2026-02-28
///     diurna::day_interval("2026-W02");     // 2026-01-05 … 2026-01-11
///     diurna::day_interval("202");          // the decade: 2020-01-01 … 2029-12-31
///     diurna::day_interval("XXXX-02");      // nullopt: no place in the calendar
///
/// Seasons are those of the north by whole months; winter begins in December of its year. Durations, sets and
/// references ("PRESENT_REF") are no interval. Pure, constant time.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace diurna {

/// Both ends belong to it.
struct DayInterval {
  std::chrono::sys_days first;
  std::chrono::sys_days last;
  auto operator<=>(const DayInterval&) const = default;
};

[[nodiscard]] std::optional<DayInterval> day_interval(std::string_view timex);
/// "2026-01-05".
[[nodiscard]] std::string iso_date(std::chrono::sys_days day);

}  // namespace diurna
