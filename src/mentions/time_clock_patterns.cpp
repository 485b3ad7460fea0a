// Times of day: "6 a.m.", "15:00 local time", "noon", "midnight Friday", "4 in the morning".
#include <array>

#include "mentions/numerals.hpp"
#include "mentions/time_meaning.hpp"

namespace diurna::detail {
namespace {

/// Hour, minute, second as written; nothing when they cannot be a clock time.
std::optional<Point> take_figures(Cursor& cursor) {
  Cursor ahead = cursor;
  Point point{.granularity = Granularity::hour};
  const auto hour = ahead.take_digits(2);
  if (!hour || *hour > 24) return std::nullopt;
  point.hour = *hour;
  cursor = ahead;
  const auto part = [&](int& field) {
    Cursor next = cursor;
    if (next.peek() == nullptr || !next.peek()->glued || !(next.take(":") || next.take("."))) return false;
    const Lexeme* digits = next.peek();
    const auto value = next.take_digits(2);
    if (!value || digits->digits != 2 || *value > 59 || !digits->glued) return false;
    field = *value;
    cursor = next;
    return true;
  };
  if (part(point.minute)) {
    point.granularity = Granularity::minute;
    if (part(point.second)) point.granularity = Granularity::second;
  }
  return point;
}

/// "10.30 p.m." was read as one decimal number.
std::optional<Point> take_decimal_clock(Cursor& cursor) {
  const Lexeme* lexeme = cursor.peek();
  if (lexeme == nullptr || lexeme->shape != Shape::number) return std::nullopt;
  const std::size_t dot = lexeme->form.find('.');
  if (dot == std::string_view::npos || dot > 2 || lexeme->form.size() != dot + 3) return std::nullopt;
  const auto digit = [&](std::size_t at) { return lexeme->form[at] - '0'; };
  const Point point{.granularity = Granularity::minute,
                    .hour = dot == 1 ? digit(0) : digit(0) * 10 + digit(1),
                    .minute = digit(dot + 1) * 10 + digit(dot + 2)};
  if (point.hour > 12 || point.minute > 59 || cursor.sense(FormKind::meridiem, 1) == nullptr) return std::nullopt;
  cursor.skip();
  return point;
}

/// "a.m.", "p.m.", "in the morning", "o'clock"; 0 or 12 hours to add at noon, nothing when there is none of them.
std::optional<int> take_half_of_day(Cursor& cursor) {
  if (const WordSense* meridiem = cursor.take(FormKind::meridiem)) return static_cast<int>(meridiem->value);
  Cursor ahead = cursor;
  if (!ahead.take_any({"in", "at"})) return std::nullopt;
  ahead.take("the");
  const WordSense* part = ahead.take(FormKind::daypart);
  if (part == nullptr) return std::nullopt;
  cursor = ahead;
  return static_cast<DayPart>(part->value) == DayPart::morning ? 0 : 12;
}

int on_the_day(int hour, int half) {
  if (hour > 12) return hour;
  return hour % 12 + half;
}

/// Time zones in words and a second reading in brackets: "local time (7:49 a.m. UTC)".
void take_zone(Cursor& cursor) {
  while (cursor.take(FormKind::zone) != nullptr) {
  }
  Cursor ahead = cursor;
  if (!ahead.take_any({"(", "{", ","}) && ahead.sense(FormKind::zone) == nullptr) return;
  std::size_t steps = 0;
  while (!ahead.done() && steps++ < 6) {
    const bool zone = ahead.take(FormKind::zone) != nullptr;
    if (zone) {
      ahead.take_any({")", "}"});
      cursor = ahead;
      return;
    }
    const Lexeme* lexeme = ahead.peek();
    if (lexeme->shape == Shape::word && ahead.sense(FormKind::meridiem) == nullptr) return;
    ahead.skip();
  }
}

/// The day that a clock time names: "10 p.m. Wednesday", "noon today", "5 p.m., Nov. 6".
void take_day(Cursor& cursor, Match& match) {
  Cursor ahead = cursor;
  ahead.take(",");
  std::optional<Match> day = match_date(ahead);
  keep_longer(day, match_relative(ahead));
  if (!day || day->meaning.type == TimexType::duration) return;
  const bool is_day = day->meaning.point.granularity == Granularity::day ||
                      (day->meaning.shift && day->meaning.shift->unit == Unit::day && day->meaning.value.empty());
  if (!is_day) return;
  const Point clock = match.meaning.point;
  match.meaning = day->meaning;
  match.meaning.type = TimexType::time;
  match.meaning.point.part = DayPart::none;
  match.meaning.point.hour = clock.hour;
  match.meaning.point.minute = clock.minute;
  match.meaning.point.second = clock.second;
  match.meaning.clock_grain = clock.granularity;
  match.end = day->end;
}

Match finish(const Cursor& from, Cursor to, Point point) {
  if (point.minute < 0) point.minute = 0;
  take_zone(to);
  Match match{.begin = from.at(), .end = to.at()};
  match.meaning = {.type = TimexType::time, .point = point, .pick = Pick::narrative, .rule = "clock"};
  match.meaning.clock_grain = point.granularity;
  take_day(to, match);
  return match;
}

std::optional<Match> figures(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.done()) return std::nullopt;
  if (cursor.back() != nullptr && cursor.peek()->glued && cursor.back()->shape == Shape::punctuation &&
      !cursor.back()->form.starts_with("(")) {
    return std::nullopt;
  }
  std::optional<Point> point = take_decimal_clock(cursor);
  if (!point) point = take_figures(cursor);
  if (!point) return std::nullopt;
  const auto half = take_half_of_day(cursor);
  const bool zoned = cursor.sense(FormKind::zone) != nullptr;
  const bool written_out = point->granularity != Granularity::hour && start.is(":", 1);
  if (!half && !zoned && !written_out) return std::nullopt;
  if (half && point->hour > 12 && start.is(":", 1) == false) return std::nullopt;
  if (half) point->hour = on_the_day(point->hour, *half);
  if (!half && zoned && !written_out && point->hour > 12) return std::nullopt;
  return finish(start, cursor, *point);
}

/// "1500 GMT", "15h30".
std::optional<Match> military(Cursor cursor) {
  const Cursor start = cursor;
  const Lexeme* digits = cursor.peek();
  if (digits == nullptr || digits->digits != 4) return std::nullopt;
  const auto number = cursor.take_digits(4);
  if (!number || *number > 2400 || *number % 100 > 59 || cursor.sense(FormKind::zone) == nullptr) return std::nullopt;
  return finish(start, cursor, {.granularity = Granularity::minute, .hour = *number / 100, .minute = *number % 100});
}

/// "noon", "midnight".
std::optional<Match> word(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* name = cursor.take(FormKind::clock_word);
  if (name == nullptr) return std::nullopt;
  const int hour = static_cast<int>(name->value);
  Point point{.granularity = Granularity::minute, .hour = hour == 24 ? 0 : hour, .minute = 0};
  return finish(start, cursor, point);
}

/// "six in the morning", "five o'clock".
std::optional<Match> spoken(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* number = cursor.take(FormKind::cardinal);
  if (number == nullptr || number->value < 1 || number->value > 12) return std::nullopt;
  const bool clock =
      cursor.is("o") || (cursor.sense(FormKind::zone) != nullptr && cursor.peek()->form.starts_with("o"));
  const auto half = take_half_of_day(cursor);
  if (!half && !clock) return std::nullopt;
  const int hour = static_cast<int>(number->value);
  return finish(start, cursor, {.granularity = Granularity::hour, .hour = half ? on_the_day(hour, *half) : hour});
}

}  // namespace

std::optional<Match> match_clock(Cursor cursor) {
  constexpr std::array<Pattern, 4> patterns = {figures, military, word, spoken};
  std::optional<Match> best;
  for (const Pattern pattern : patterns) keep_longer(best, pattern(cursor));
  return best;
}

}  // namespace diurna::detail
