// Calendar dates: "Thursday, 8 January 2026", "Jan. 8", "2026-01-08", "01/08/2026", "May 2019", "the 1990s",
// "the second quarter of 2010", "last summer", "Christmas".
#include <array>

#include "mentions/numerals.hpp"
#include "mentions/time_meaning.hpp"

namespace diurna::detail {
namespace {

Match matched(const Cursor& from, const Cursor& to, Point point, Pick pick, std::string_view rule) {
  return {.begin = from.at(), .end = to.at(), .meaning = {.point = point, .pick = pick, .rule = rule}};
}

bool glued(const Cursor& cursor) { return cursor.peek() != nullptr && cursor.peek()->glued; }

Pick pick_of(const WordSense& relative) {
  switch (static_cast<Relative>(relative.value)) {
    case Relative::last:
    case Relative::past:
    case Relative::previous:
      return Pick::last;
    case Relative::next:
    case Relative::coming:
    case Relative::following:
      return Pick::next;
    case Relative::this_:
    case Relative::current:
      return Pick::current;
    case Relative::that:
    case Relative::same:
      return Pick::narrative;
    default:
      return Pick::by_tense;
  }
}

/// Four digits that may be a year, or "'98".
std::optional<int> take_year(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take("'") && glued(ahead)) {
    if (ahead.peek()->digits != 2) return std::nullopt;
    const auto short_year = ahead.take_digits(2);
    if (!short_year) return std::nullopt;
    cursor = ahead;
    return *short_year + (*short_year < 40 ? 2000 : 1900);
  }
  const Lexeme* lexeme = cursor.peek();
  if (lexeme == nullptr || lexeme->digits != 4) return std::nullopt;
  const auto year = ahead.take_digits(4);
  if (!year || *year < 1000 || *year > 2199) return std::nullopt;
  cursor = ahead;
  return year;
}

/// "nineteen ninety-four", "twenty ten".
std::optional<int> take_spoken_year(Cursor& cursor) {
  Cursor ahead = cursor;
  const WordSense* century = ahead.take(FormKind::cardinal);
  if (century == nullptr || century->value < 16 || century->value > 20) return std::nullopt;
  const WordSense* next = ahead.sense(FormKind::cardinal);
  if (next == nullptr || next->value < 10) return std::nullopt;
  const auto rest = take_number(ahead);
  if (!rest || *rest > 99) return std::nullopt;
  cursor = ahead;
  return static_cast<int>(century->value) * 100 + static_cast<int>(*rest);
}

/// A day of the month: "8", "8th", "eighth".
std::optional<int> take_day(Cursor& cursor) {
  Cursor ahead = cursor;
  std::optional<int> day = take_ordinal(ahead);
  if (!day) {
    day = ahead.take_digits(2);
    const bool clock =
        ahead.is(":") && glued(ahead) && ahead.peek(1) != nullptr && ahead.peek(1)->shape == Shape::digits;
    if (day && (clock || ahead.is("%"))) return std::nullopt;
  }
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  cursor = ahead;
  return day;
}

/// "of last year", "this year", "last": years from that of writing.
std::optional<int> take_year_offset(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.take(",");
  ahead.take("of");
  ahead.take("in");
  const WordSense* relative = ahead.take(FormKind::relative);
  if (relative == nullptr || !ahead.take("year")) return std::nullopt;
  const auto kind = static_cast<Relative>(relative->value);
  if (kind != Relative::last && kind != Relative::this_ && kind != Relative::next && kind != Relative::current)
    return std::nullopt;
  cursor = ahead;
  return kind == Relative::last ? -1 : kind == Relative::next ? 1 : 0;
}

/// The year behind a month or a day, in one of its forms.
void take_year_part(Cursor& cursor, TimeMeaning& meaning) {
  Cursor ahead = cursor;
  if (const auto offset = take_year_offset(ahead)) {
    meaning.year_offset = offset;
    cursor = ahead;
    return;
  }
  ahead.take(",");
  ahead.take("of");
  std::optional<int> year = take_year(ahead);
  if (!year) year = take_spoken_year(ahead);
  if (year) {
    if (ahead.is("s") && glued(ahead)) return;
    meaning.point.year = *year;
    meaning.pick = Pick::written;
    cursor = ahead;
  }
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
  if (!day || !is_leap_or_short(static_cast<int>(month->value), *day)) return std::nullopt;
  Point point{
      .granularity = Granularity::day, .month = static_cast<int>(month->value), .day = *day, .weekday = weekday};
  Match match = matched(start, cursor, point, Pick::by_tense, "date:month-day");
  Cursor range = cursor;
  if (range.take_any({"-", "to"})) {
    const auto until = take_day(range);
    if (until && *until > *day && is_leap_or_short(point.month, *until)) {
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
  if (month == nullptr || !is_leap_or_short(static_cast<int>(month->value), *first)) return std::nullopt;
  Point point{
      .granularity = Granularity::day, .month = static_cast<int>(month->value), .day = *first, .weekday = weekday};
  Match match = matched(start, cursor, point, Pick::by_tense, "date:day-month");
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
  Match match = matched(start, cursor, point, relative == nullptr ? Pick::by_tense : pick_of(*relative), "date:month");
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

/// "2026-01-08", "2026/1/8", with a clock time behind "T".
std::optional<Match> iso_date(Cursor cursor) {
  const Cursor start = cursor;
  const auto year = take_year(cursor);
  if (!year || start.is("'") || !cursor.take_any({"-", "/"}) || !glued(cursor)) return std::nullopt;
  const auto month = cursor.take_digits(2);
  if (!month || *month < 1 || *month > 12 || !cursor.take_any({"-", "/"})) return std::nullopt;
  const auto day = cursor.take_digits(2);
  if (!day || !make_day(*year, *month, *day)) return std::nullopt;
  const Point point{.granularity = Granularity::day, .year = *year, .month = *month, .day = *day};
  return matched(start, cursor, point, Pick::written, "date:iso");
}

/// "01/08/2026" (month first unless that cannot be), "8.1.2026".
std::optional<Match> numeric_date(Cursor cursor) {
  const Cursor start = cursor;
  auto month = cursor.take_digits(2);
  const bool dotted = cursor.is(".");
  if (!month || !glued(cursor) || !cursor.take_any({"/", ".", "-"})) return std::nullopt;
  auto day = cursor.take_digits(2);
  if (!day || !glued(cursor) || !cursor.take_any({"/", ".", "-"})) return std::nullopt;
  const Lexeme* digits = cursor.peek();
  if (digits == nullptr || (digits->digits != 2 && digits->digits != 4)) return std::nullopt;
  auto year = cursor.take_digits(4);
  if (!year) return std::nullopt;
  if (digits->digits == 2) *year += *year < 40 ? 2000 : 1900;
  if (dotted || *month > 12) std::swap(*month, *day);
  if (!make_day(*year, *month, *day)) return std::nullopt;
  const Point point{.granularity = Granularity::day, .year = *year, .month = *month, .day = *day};
  return matched(start, cursor, point, Pick::written, "date:numeric");
}

/// "the year 2000", "the year two thousand".
std::optional<Match> named_year(Cursor cursor) {
  const Cursor start = cursor;
  cursor.take("the");
  if (!cursor.take("year")) return std::nullopt;
  std::optional<int> year = take_year(cursor);
  if (!year) year = take_spoken_year(cursor);
  if (!year && cursor.is("two") && cursor.is("thousand", 1)) year = static_cast<int>(take_number(cursor).value_or(0));
  if (!year || *year > 2199) return std::nullopt;
  return matched(start, cursor, {.granularity = Granularity::year, .year = *year}, Pick::written, "date:year");
}

/// Whether four digits are a number of things rather than a year: "2000 people", "$1990", "No. 1984".
bool is_plain_number(const Cursor& start, const Cursor& behind) {
  const Lexeme* before = start.back();
  if (before != nullptr && before->glued && before->shape == Shape::punctuation && start.peek()->glued &&
      before->form != "-")
    return true;
  if (before != nullptr && start.peek()->glued && before->form != "-" && before->form != "(" && before->form != "'")
    return true;
  if (before != nullptr && (before->form == "$" || before->form == "€" || before->form == "£" || before->form == "no" ||
                            before->form == "#"))
    return true;
  const Lexeme* after = behind.peek();
  if (after == nullptr || !after->glued) return behind.sense(FormKind::multiplier) != nullptr;
  return after->form == "%" || after->form == ":" ||
         (after->shape == Shape::word && after->form != "s" && after->form != "'s");
}

/// "2009", "1967-1995", "the 1990s", "'98".
std::optional<Match> year_alone(Cursor cursor) {
  const Cursor start = cursor;
  auto year = take_year(cursor);
  if (!year) year = take_spoken_year(cursor);
  if (!year || (!start.is("'") && is_plain_number(start, cursor))) return std::nullopt;
  Point point{.granularity = Granularity::year, .year = *year};
  if (cursor.is("s") && glued(cursor)) {
    cursor.skip();
    point.granularity = *year % 100 == 0 && *year < 2000 ? Granularity::century : Granularity::decade;
    return matched(start, cursor, point, Pick::written, "date:decade");
  }
  if (start.is("'") || *year < 1500)
    return start.is("'") ? std::optional(matched(start, cursor, point, Pick::written, "date:short-year"))
                         : std::nullopt;
  Match match = matched(start, cursor, point, Pick::written, "date:year");
  Cursor range = cursor;
  if (range.take("-") && glued(range) && range.peek()->digits == 4) {
    const auto last = take_year(range);
    if (last && *last > *year) {
      match.meaning.until_year = *last;
      match.end = range.at();
    }
  }
  return match;
}

/// "the nineties", "the 20th century".
std::optional<Match> century(Cursor cursor) {
  const Cursor start = cursor;
  const auto number = take_ordinal(cursor);
  if (!number || *number < 1 || *number > 22) return std::nullopt;
  cursor.take("-");
  if (!cursor.take_any({"century", "centuries"})) return std::nullopt;
  const Point point{.granularity = Granularity::century, .year = (*number - 1) * 100 + 1};
  return matched(start, cursor, point, Pick::written, "date:century");
}

/// "fiscal 1989", "fiscal year 2010".
std::optional<Match> fiscal_year(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.take(FormKind::fiscal) == nullptr) return std::nullopt;
  const auto year = take_year(cursor);
  if (!year) return std::nullopt;
  return matched(start, cursor, {.granularity = Granularity::year, .year = *year}, Pick::written, "date:fiscal-year");
}

/// A year in front of what it dates: "the 1988 third quarter", "this year's third quarter", "fiscal".
void take_year_in_front(Cursor& cursor, TimeMeaning& meaning) {
  Cursor ahead = cursor;
  if (const auto year = take_year(ahead)) {
    meaning.point.year = *year;
    ahead.take("'s");
  } else if (const auto offset = take_year_offset(ahead)) {
    if (!ahead.take("'s")) return;
    meaning.year_offset = offset;
  }
  ahead.take("fiscal");
  ahead.take("-");
  cursor = ahead;
}

/// "third quarter", "fiscal first quarter", "the second half of 1989".
std::optional<Match> quarter(Cursor cursor) {
  const Cursor start = cursor;
  Match match = matched(start, cursor, {.granularity = Granularity::quarter}, Pick::by_tense, "date:quarter");
  take_year_in_front(cursor, match.meaning);
  const auto number = take_ordinal(cursor);
  const bool last = !number && cursor.take_any({"last", "final"});
  if (!number && !last) return std::nullopt;
  cursor.take("-");
  const bool is_half = cursor.is("half");
  if ((!is_half && !cursor.is("quarter")) || (number && (*number < 1 || *number > (is_half ? 2 : 4))))
    return std::nullopt;
  cursor.skip();
  if (last && !is_half) return std::nullopt;
  if (is_half) match.meaning.point.half = number.value_or(2);
  if (!is_half) match.meaning.point.quarter = number.value_or(4);
  Cursor ahead = cursor;
  if (match.meaning.point.year == 0 && !match.meaning.year_offset) take_year_part(cursor, match.meaning);
  if (ahead.take("of") && ahead.take("fiscal")) {
    const auto year = take_year(ahead);
    if (year) match.meaning.point.year = *year, cursor = ahead;
  }
  const bool dated = match.meaning.point.year > 0 || match.meaning.year_offset;
  if (is_half && !dated) return std::nullopt;
  if (match.meaning.point.year > 0) match.meaning.pick = Pick::written;
  match.end = cursor.at();
  return match;
}

/// "Q3", "Q3 2010".
std::optional<Match> short_quarter(Cursor cursor) {
  const Cursor start = cursor;
  if (!cursor.take("q") || !glued(cursor)) return std::nullopt;
  const auto number = cursor.take_digits(1);
  if (!number || *number < 1 || *number > 4) return std::nullopt;
  Match match =
      matched(start, cursor, {.granularity = Granularity::quarter, .quarter = *number}, Pick::by_tense, "date:quarter");
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

/// "summer 2010", "the winter of 1994", "last fall"; a season alone needs a relative word or an article before it.
std::optional<Match> season(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* relative = cursor.take(FormKind::relative);
  const WordSense* name = cursor.take(FormKind::season);
  if (name == nullptr) return std::nullopt;
  Match match = matched(start, cursor, {.granularity = Granularity::season, .season = static_cast<Season>(name->value)},
                        Pick::by_tense, "date:season");
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  const bool dated = match.meaning.point.year > 0 || match.meaning.year_offset;
  const Lexeme* before = start.back();
  const bool placed = before != nullptr &&
                      (before->form == "the" || before->form == "in" || before->form == "-" || before->form == "of");
  const bool ambiguous = name->text == "autumn" && !start.is("autumn");
  if (relative == nullptr) return dated || (placed && !ambiguous) ? std::optional(match) : std::nullopt;
  match.meaning.pick = pick_of(*relative);
  return match;
}

std::optional<Match> named_day(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* relative = cursor.take(FormKind::relative);
  const WordSense* name = cursor.take(FormKind::holiday);
  if (name == nullptr) return std::nullopt;
  Match match = matched(start, cursor, {.granularity = Granularity::day}, Pick::by_tense, "date:holiday");
  match.meaning.holiday = name->text;
  if (relative != nullptr && relative->text == "last") match.meaning.pick = Pick::last;
  if (relative != nullptr && relative->text == "next") match.meaning.pick = Pick::next;
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

}  // namespace

std::optional<Match> match_date(Cursor cursor) {
  constexpr std::array<Pattern, 13> patterns = {month_first, day_first, iso_date,    numeric_date, month_alone,
                                                year_alone,  century,   fiscal_year, quarter,      short_quarter,
                                                season,      named_day, named_year};
  std::optional<Match> best;
  for (const Pattern pattern : patterns) {
    keep_longer(best, pattern(cursor));
  }
  return best;
}

}  // namespace diurna::detail
