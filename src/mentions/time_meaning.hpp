// What a time expression says before it is placed on the calendar.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentions/calendar.hpp"
#include "mentions/lexeme.hpp"

namespace diurna::detail {

/// Which of the many Mondays, Mays or mornings is meant.
enum class Pick : std::uint8_t {
  written,             // the words say it all
  by_tense,            // "on Monday": the latest one in a story about the past, the next one in a plan
  last,                // before the day of writing
  next,                // after it
  current,             // the period that holds it
  narrative,           // the one the text spoke of: "that year"
  narrative_next,      // "the following day"
  narrative_previous,  // "the previous Friday"
};

/// So many periods from a base, in the grain of the period: "two years ago" is a year.
struct Shift {
  Unit unit = Unit::day;
  int count = 0;
  bool narrative = false;   // from the last time of the text instead of the day of writing
  bool latest = false;      // the last one that is over: "the latest quarter", "the weekend"
  bool keep_grain = false;  // "a year earlier" of a quarter is a quarter
};

struct TimeMeaning {
  TimexType type = TimexType::date;
  std::string value = {};  // for what needs no calendar: "P2Y", "PRESENT_REF"
  Point point = {};        // else the fields that the words tell
  Pick pick = Pick::written;
  std::optional<Shift> shift = {};
  std::optional<int> year_offset = {};  // "of last year": -1
  std::optional<int> week_offset = {};  // "Monday of last week": -1
  int until_day = 0;                    // "July 27-28"
  int until_year = 0;                   // "1967-1995"
  Granularity clock_grain = Granularity::none;
  std::string_view holiday = {};
  std::string_view mod = {};
  std::string_view rule = {};
};

/// A meaning and the piece behind its words.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  TimeMeaning meaning = {};
};

/// The longest time expression that starts at this piece.
[[nodiscard]] std::optional<Match> match_time(Cursor cursor);

using Pattern = std::optional<Match> (*)(Cursor);

// Families of patterns; each gives the longest of its own.
[[nodiscard]] std::optional<Match> match_date(Cursor cursor);      // calendar dates, years, quarters, seasons, holidays
[[nodiscard]] std::optional<Match> match_period(Cursor cursor);    // the part of match_date without days and months
[[nodiscard]] std::optional<Match> match_relative(Cursor cursor);  // yesterday, last week, two years ago
[[nodiscard]] std::optional<Match> match_clock(Cursor cursor);     // 6 a.m., noon, 15:00
[[nodiscard]] std::optional<Match> match_duration(Cursor cursor);  // two weeks, five-year
[[nodiscard]] std::optional<Match> match_set(Cursor cursor);       // daily, every Monday
[[nodiscard]] std::optional<Match> match_reference(Cursor cursor);  // now, recently

/// The longer of two; the first when they are equal.
void keep_longer(std::optional<Match>& best, std::optional<Match> other);

}  // namespace diurna::detail
