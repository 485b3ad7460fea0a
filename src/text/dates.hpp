// Dates as articles print them above or below their headline.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diurna/core/span.hpp"

namespace diurna::detail {

/// "2026-01-08", "2026-01", "2026", also with a time behind ("2026-01-08T10:00Z"), cut to the date; nothing when it is
/// no day of the calendar.
[[nodiscard]] std::optional<std::string> parse_iso_date(std::string_view text);

/// A full date found in running text and where it stands.
struct FoundDate {
  std::string value;  // "2026-01-08"
  Span span;
};
/// The first date with day, month and year in a line: "8 January 2026", "Jan. 8, 2026", "2026-01-08", "08.01.2026".
/// "01/02/2026" counts only when one of the first two numbers is over 12.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view line);

/// Number of the month called `word` ("Jan", "Sept.", "january"), 1 to 12; 0 when it is none.
[[nodiscard]] unsigned month_number(std::string_view word);
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace diurna::detail
