// Years and the other words that the patterns of dates and periods share.
#pragma once

#include <optional>

#include "mentions/time_meaning.hpp"

namespace diurna::detail {

[[nodiscard]] Match matched_point(const Cursor& from, const Cursor& to, Point point, Pick pick, std::string_view rule);
/// Whether the piece at the cursor follows without white space.
[[nodiscard]] bool is_glued(const Cursor& cursor);
/// "last" May, "next" summer.
[[nodiscard]] Pick pick_of(const WordSense& relative);
/// Four digits that may be a year, or "'98".
[[nodiscard]] std::optional<int> take_year(Cursor& cursor);
/// "nineteen ninety-four", "twenty ten".
[[nodiscard]] std::optional<int> take_spoken_year(Cursor& cursor);
/// "of last year", "this year", "last": years from that of writing.
[[nodiscard]] std::optional<int> take_year_offset(Cursor& cursor);
/// The year behind a month or a day, in one of its forms.
void take_year_part(Cursor& cursor, TimeMeaning& meaning);

}  // namespace diurna::detail
