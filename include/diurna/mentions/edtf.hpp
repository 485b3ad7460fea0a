/// Times as EDTF (ISO 8601-2:2019, level 2) and as first and last day, for whatever sorts, draws or compares them.
///
///     edtf_of("2026-01-05")   // "2026-01-05"             edtf_of("199")       // "199X", the 1990s
///     edtf_of("2026-SU")      // "2026-22", a season      edtf_of("2026-Q2")   // "2026-34", a quarter
///     edtf_of("2026-W02")     // "2026-01-05/2026-01-11"  edtf_of("P3M")       // "": a length has no place in the
///     calendar bounds_of("2026-02")    // 2026-02-01 … 2026-02-28
///
/// A time that the text gives as near ("around 1990") ends in "~", one that it doubts ("perhaps in 1990") in "?", both
/// in "%". Pure functions of a TIMEX3 value; anything that is none gives "" and no bounds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diurna/mentions/time_expression.hpp"

namespace diurna {

/// EDTF of a TIMEX3 value; "" for lengths, repeated times, references ("PRESENT_REF") and what is no value.
[[nodiscard]] std::string edtf_of(std::string_view value);
/// The same with what the text says of its certainty.
[[nodiscard]] std::string edtf_of(const TimeExpression& time);

/// First and last day (ISO 8601), both inside; with the second where the value has a clock time.
struct TimeBounds {
  std::string begin;
  std::string end;
  bool operator==(const TimeBounds&) const = default;
};
/// None where the value leaves year, month or day open ("XXXX-02"), and for whatever has no place in the calendar.
/// Seasons are those of the northern hemisphere, by month: summer is June to August, winter December to February.
[[nodiscard]] std::optional<TimeBounds> bounds_of(std::string_view value);

}  // namespace diurna
