// Periods of the calendar: "2009", "the 1990s", "the second quarter of 2010", "last summer"; and days with a name.
#include <array>

#include "mentions/numerals.hpp"
#include "mentions/year_words.hpp"

namespace diurna::detail {
namespace {

/// "the year 2000", "the year two thousand".
std::optional<Match> named_year(Cursor cursor) {
  const Cursor start = cursor;
  cursor.take("the");
  if (!cursor.take("year")) return std::nullopt;
  std::optional<int> year = take_year(cursor);
  if (!year) year = take_spoken_year(cursor);
  if (!year && cursor.is("two") && cursor.is("thousand", 1)) year = static_cast<int>(take_number(cursor).value_or(0));
  if (!year || *year > 2199) return std::nullopt;
  return matched_point(start, cursor, {.granularity = Granularity::year, .year = *year}, Pick::written, "date:year");
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
  if (cursor.is("s") && is_glued(cursor)) {
    cursor.skip();
    point.granularity = *year % 100 == 0 && *year < 2000 ? Granularity::century : Granularity::decade;
    return matched_point(start, cursor, point, Pick::written, "date:decade");
  }
  if (start.is("'") || *year < 1500)
    return start.is("'") ? std::optional(matched_point(start, cursor, point, Pick::written, "date:short-year"))
                         : std::nullopt;
  Match match = matched_point(start, cursor, point, Pick::written, "date:year");
  Cursor range = cursor;
  if (range.take("-") && is_glued(range) && range.peek()->digits == 4) {
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
  return matched_point(start, cursor, point, Pick::written, "date:century");
}

/// "fiscal 1989", "fiscal year 2010".
std::optional<Match> fiscal_year(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.take(FormKind::fiscal) == nullptr) return std::nullopt;
  const auto year = take_year(cursor);
  if (!year) return std::nullopt;
  return matched_point(start, cursor, {.granularity = Granularity::year, .year = *year}, Pick::written,
                       "date:fiscal-year");
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
  Match match = matched_point(start, cursor, {.granularity = Granularity::quarter}, Pick::by_tense, "date:quarter");
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
  if (!cursor.take("q") || !is_glued(cursor)) return std::nullopt;
  const auto number = cursor.take_digits(1);
  if (!number || *number < 1 || *number > 4) return std::nullopt;
  Match match = matched_point(start, cursor, {.granularity = Granularity::quarter, .quarter = *number}, Pick::by_tense,
                              "date:quarter");
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
  Match match =
      matched_point(start, cursor, {.granularity = Granularity::season, .season = static_cast<Season>(name->value)},
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
  Match match = matched_point(start, cursor, {.granularity = Granularity::day}, Pick::by_tense, "date:holiday");
  match.meaning.holiday = name->text;
  if (relative != nullptr && relative->text == "last") match.meaning.pick = Pick::last;
  if (relative != nullptr && relative->text == "next") match.meaning.pick = Pick::next;
  take_year_part(cursor, match.meaning);
  match.end = cursor.at();
  return match;
}

}  // namespace

std::optional<Match> match_period(Cursor cursor) {
  constexpr std::array<Pattern, 8> patterns = {year_alone,    century, fiscal_year, quarter,
                                               short_quarter, season,  named_day,   named_year};
  std::optional<Match> best;
  for (const Pattern pattern : patterns) keep_longer(best, pattern(cursor));
  return best;
}

}  // namespace diurna::detail
