// Days and months: "Thursday, 8 January 2026", "Jan. 8", "2026-01-08", "01/08/2026", "May 2019".
#include <array>

#include "mentions/numerals.hpp"
#include "mentions/year_words.hpp"

namespace diurna::detail {
namespace {

/// A day of the month: "8", "8th", "eighth".
std::optional<int> take_day(Cursor& cursor) {
  Cursor ahead = cursor;
  std::optional<int> day = take_ordinal(ahead);
  if (!day) {
    day = ahead.take_digits(2);
    const bool clock =
        ahead.is(":") && is_glued(ahead) && ahead.peek(1) != nullptr && ahead.peek(1)->shape == Shape::digits;
    if (day && (clock || ahead.is("%"))) return std::nullopt;
  }
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  cursor = ahead;
  return day;
}

int take_weekday(Cursor& cursor) {
  Cursor ahead = cursor;
  const WordSense* weekday = ahead.take(FormKind::weekday);
  if (weekday == nullptr) return 0;
  ahead.take(",");
  ahead.take("the");
  cursor = ahead;
  return static_cast<int>(weekday->value);
}

/// "January 8", "July 27-28", "Thursday, Jan. 8, 2026".
std::optional<Match> month_first(Cursor cursor) {
  const Cursor start = cursor;
  const int weekday = take_weekday(cursor);
  const WordSense* month = cursor.take(FormKind::month);
  if (month == nullptr) return std::nullopt;
  cursor.take("the");
  const auto day = take_day(cursor);
  if (!day || !is_day_of_month(static_cast<int>(month->value), *day)) return std::nullopt;
  Point point{
      .granularity = Granularity::day, .month = static_cast<int>(month->value), .day = *day, .weekday = weekday};
  Match match = matched_point(start, cursor, point, Pick::by_tense, "date:month-day");
  Cursor range = cursor;
  if (range.take_any({"-", "to"})) {
    const auto until = take_day(range);
    if (until && *until > *day && is_day_of_month(point.month, *until)) {
      match.meaning.until_day = *until;
      cursor = range;
    }
  }
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

/// "8 January 2026", "the 8th of January", "27-28 July".
std::optional<Match> day_first(Cursor cursor) {
  const Cursor start = cursor;
  const int weekday = take_weekday(cursor);
  const auto first = take_day(cursor);
  if (!first) return std::nullopt;
  Cursor range = cursor;
  int until = 0;
  if (range.take_any({"-", "to"})) {
    const auto last = take_day(range);
    if (last && *last > *first && range.sense(FormKind::month) != nullptr) {
      until = *last;
      cursor = range;
    }
  }
  cursor.take("of");
  const WordSense* month = cursor.take(FormKind::month);
  if (month == nullptr || !is_day_of_month(static_cast<int>(month->value), *first)) return std::nullopt;
  Point point{
      .granularity = Granularity::day, .month = static_cast<int>(month->value), .day = *first, .weekday = weekday};
  Match match = matched_point(start, cursor, point, Pick::by_tense, "date:day-month");
  match.meaning.until_day = until;
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

/// "January", "January 2026", "January of last year", "last January".
std::optional<Match> month_alone(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* relative = cursor.take(FormKind::relative);
  const WordSense* month = cursor.take(FormKind::month);
  if (month == nullptr) return std::nullopt;
  const Point point{.granularity = Granularity::month, .month = static_cast<int>(month->value)};
  Match match =
      matched_point(start, cursor, point, relative == nullptr ? Pick::by_tense : pick_of(*relative), "date:month");
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

/// "2026-01-08", "2026/1/8", with a clock time behind "T".
std::optional<Match> iso_date(Cursor cursor) {
  const Cursor start = cursor;
  const auto year = take_year(cursor);
  if (!year || start.is("'") || !cursor.take_any({"-", "/"}) || !is_glued(cursor)) return std::nullopt;
  const auto month = cursor.take_digits(2);
  if (!month || *month < 1 || *month > 12 || !cursor.take_any({"-", "/"})) return std::nullopt;
  const auto day = cursor.take_digits(2);
  if (!day || !make_day(*year, *month, *day)) return std::nullopt;
  const Point point{.granularity = Granularity::day, .year = *year, .month = *month, .day = *day};
  return matched_point(start, cursor, point, Pick::written, "date:iso");
}

/// "01/08/2026" (month first unless that cannot be), "8.1.2026".
std::optional<Match> numeric_date(Cursor cursor) {
  const Cursor start = cursor;
  auto month = cursor.take_digits(2);
  const bool dotted = cursor.is(".");
  if (!month || !is_glued(cursor) || !cursor.take_any({"/", ".", "-"})) return std::nullopt;
  auto day = cursor.take_digits(2);
  if (!day || !is_glued(cursor) || !cursor.take_any({"/", ".", "-"})) return std::nullopt;
  const Lexeme* digits = cursor.peek();
  if (digits == nullptr || (digits->digits != 2 && digits->digits != 4)) return std::nullopt;
  auto year = cursor.take_digits(4);
  if (!year) return std::nullopt;
  if (digits->digits == 2) *year += *year < 40 ? 2000 : 1900;
  if (dotted || *month > 12) std::swap(*month, *day);
  if (!make_day(*year, *month, *day)) return std::nullopt;
  const Point point{.granularity = Granularity::day, .year = *year, .month = *month, .day = *day};
  return matched_point(start, cursor, point, Pick::written, "date:numeric");
}

}  // namespace

std::optional<Match> match_date(Cursor cursor) {
  constexpr std::array<Pattern, 5> patterns = {month_first, day_first, iso_date, numeric_date, month_alone};
  std::optional<Match> best;
  for (const Pattern pattern : patterns) keep_longer(best, pattern(cursor));
  keep_longer(best, match_period(cursor));
  return best;
}

}  // namespace diurna::detail
