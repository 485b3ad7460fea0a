// Times told by their distance: "yesterday afternoon", "last Monday", "this year", "two weeks later", "the same day".
#include <array>
#include <cmath>

#include "mentions/numerals.hpp"
#include "mentions/time_meaning.hpp"

namespace diurna::detail {
namespace {

Match matched(const Cursor& from, const Cursor& to, TimeMeaning meaning) {
  return {.begin = from.at(), .end = to.at(), .meaning = std::move(meaning)};
}

TimeMeaning shifted(Shift shift, std::string_view rule) { return {.shift = shift, .rule = rule}; }

DayPart take_daypart(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.take("-");
  const WordSense* part = ahead.take(FormKind::daypart);
  if (part == nullptr) return DayPart::none;
  cursor = ahead;
  return static_cast<DayPart>(part->value);
}

void add_daypart(Cursor& cursor, Match& match) {
  const DayPart part = take_daypart(cursor);
  if (part == DayPart::none) return;
  match.meaning.point.part = part;
  match.meaning.type = TimexType::time;
  match.end = cursor.at();
}

/// "yesterday", "tomorrow morning".
std::optional<Match> day_word(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* day = cursor.take(FormKind::day);
  if (day == nullptr) return std::nullopt;
  Match match =
      matched(start, cursor, shifted({.unit = Unit::day, .count = static_cast<int>(day->value)}, "relative:day"));
  add_daypart(cursor, match);
  return match;
}

/// "tonight", "overnight", "last night", "this morning", "that evening", "the following night", "the morning".
std::optional<Match> daypart(Cursor cursor) {
  const Cursor start = cursor;
  TimeMeaning meaning{.type = TimexType::time, .shift = Shift{}, .rule = "relative:daypart"};
  if (const WordSense* night = cursor.take(FormKind::night_word)) {
    meaning.point.part = DayPart::night;
    if (night->text == "overnight") meaning.shift = std::nullopt, meaning.pick = Pick::narrative;
    return matched(start, cursor, meaning);
  }
  cursor.take("the");
  const WordSense* relative = cursor.take(FormKind::relative);
  if (relative == nullptr && !start.is("the")) return std::nullopt;
  meaning.point.part = take_daypart(cursor);
  if (meaning.point.part == DayPart::none) return std::nullopt;
  if (relative == nullptr) {
    meaning.shift = std::nullopt;
    meaning.pick = Pick::narrative;
    return matched(start, cursor, meaning);
  }
  switch (static_cast<Relative>(relative->value)) {
    case Relative::last:
    case Relative::past:
      meaning.shift->count = -1;
      break;
    case Relative::this_:
    case Relative::current:
      break;
    case Relative::next:
    case Relative::following:
      meaning.shift = Shift{.count = 1, .narrative = true};
      break;
    case Relative::coming:
      meaning.shift->count = 1;
      break;
    case Relative::previous:
      meaning.shift = Shift{.count = -1, .narrative = true};
      break;
    default:
      meaning.shift = Shift{.narrative = true};
      break;
  }
  return matched(start, cursor, meaning);
}

Pick pick_of(Relative relative) {
  switch (relative) {
    case Relative::last:
    case Relative::past:
      return Pick::last;
    case Relative::next:
    case Relative::coming:
      return Pick::next;
    case Relative::following:
      return Pick::narrative_next;
    case Relative::previous:
      return Pick::narrative_previous;
    case Relative::that:
    case Relative::same:
      return Pick::narrative;
    default:
      return Pick::by_tense;
  }
}

/// "Monday", "last Monday", "Monday night", "Monday of last week", "Monday last week".
std::optional<Match> weekday(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* relative = cursor.take(FormKind::relative);
  const WordSense* day = cursor.take(FormKind::weekday);
  if (day == nullptr) return std::nullopt;
  const bool definite = start.back() != nullptr && start.back()->form == "the";
  if (relative != nullptr && relative->text == "following" && !definite) return std::nullopt;
  TimeMeaning meaning{.point = {.granularity = Granularity::day, .weekday = static_cast<int>(day->value)},
                      .pick = relative == nullptr ? Pick::by_tense : pick_of(static_cast<Relative>(relative->value)),
                      .rule = "relative:weekday"};
  Match match = matched(start, cursor, meaning);
  Cursor ahead = cursor;
  ahead.take("of");
  const WordSense* which = ahead.take(FormKind::relative);
  if (which != nullptr && ahead.take("week")) {
    match.meaning.week_offset = which->text == "last" ? -1 : which->text == "next" ? 1 : 0;
    match.end = ahead.at();
    return match;
  }
  add_daypart(cursor, match);
  return match;
}

/// "the night of June 21", "the morning of Saturday".
std::optional<Match> daypart_of_date(Cursor cursor) {
  const Cursor start = cursor;
  cursor.take("the");
  const WordSense* part = cursor.take(FormKind::daypart);
  if (part == nullptr || !cursor.take("of")) return std::nullopt;
  std::optional<Match> date = match_date(cursor);
  keep_longer(date, weekday(cursor));
  if (!date || date->meaning.point.granularity != Granularity::day) return std::nullopt;
  date->begin = start.at();
  date->meaning.point.part = static_cast<DayPart>(part->value);
  date->meaning.type = TimexType::time;
  return date;
}

Shift shift_of(Relative relative, Unit unit) {
  switch (relative) {
    case Relative::last:
    case Relative::past:
      return {.unit = unit, .count = -1};
    case Relative::next:
    case Relative::coming:
      return {.unit = unit, .count = 1};
    case Relative::following:
      return {.unit = unit, .count = 1, .narrative = true};
    case Relative::previous:
      return {.unit = unit, .count = -1, .narrative = true};
    case Relative::that:
    case Relative::same:
      return {.unit = unit, .narrative = true};
    case Relative::year_ago:
    case Relative::corresponding:
      return {.unit = Unit::year, .count = -1, .narrative = true, .keep_grain = true};
    default:
      return {.unit = unit};
  }
}

/// "last week", "this year", "the following month", "that day", "the year-earlier quarter", "the latest quarter".
std::optional<Match> relative_unit(Cursor cursor) {
  const Cursor start = cursor;
  cursor.take("the");
  const WordSense* relative = cursor.take(FormKind::relative);
  if (relative == nullptr) return std::nullopt;
  const auto kind = static_cast<Relative>(relative->value);
  cursor.take("fiscal");
  const WordSense* unit = cursor.take(FormKind::unit);
  const bool period = unit == nullptr && cursor.take(FormKind::period) != nullptr;
  if (unit == nullptr && !period) return std::nullopt;
  const Unit length = period ? Unit::quarter : static_cast<Unit>(unit->value);
  const bool plural =
      unit != nullptr && start.peek(cursor.at() - start.at() - 1)->form.ends_with("s") && length != Unit::century;
  if (plural || is_clock_unit(length)) return std::nullopt;
  if (period && (kind == Relative::last || kind == Relative::next || kind == Relative::this_ || kind == Relative::past))
    return std::nullopt;
  if (start.is("the") && (kind == Relative::last || kind == Relative::past)) return std::nullopt;
  Shift shift = shift_of(kind, length);
  if (kind == Relative::next && start.is("the")) shift.narrative = true;
  if (kind == Relative::latest || (period && kind != Relative::year_ago && kind != Relative::corresponding)) {
    shift = {.unit = length, .narrative = true, .latest = length == Unit::quarter};
  }
  if (kind == Relative::year_ago) shift.keep_grain = true;
  Match match = matched(start, cursor, shifted(shift, "relative:unit"));
  Cursor ahead = cursor;
  if (kind == Relative::corresponding && ahead.take("last") && ahead.take("year")) match.end = ahead.at();
  return match;
}

/// "year-earlier results", "year-ago".
std::optional<Match> year_ago(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* relative = cursor.take(FormKind::relative);
  if (relative == nullptr || static_cast<Relative>(relative->value) != Relative::year_ago) return std::nullopt;
  return matched(start, cursor, shifted(shift_of(Relative::year_ago, Unit::year), "relative:year-ago"));
}

/// "year-end", "the end of the month".
std::optional<Match> period_end(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.take("year")) {
    cursor.take("-");
    if (!cursor.take("end")) return std::nullopt;
    TimeMeaning meaning{
        .point = {.granularity = Granularity::month, .month = 12}, .pick = Pick::by_tense, .rule = "relative:year-end"};
    meaning.mod = "END";
    return matched(start, cursor, meaning);
  }
  if (!cursor.take("the")) return std::nullopt;
  const WordSense* stage = cursor.take(FormKind::stage);
  if (stage == nullptr || !cursor.take("of") || !cursor.take("the")) return std::nullopt;
  cursor.take_any({"fiscal", "calendar"});
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr || static_cast<Unit>(unit->value) < Unit::week || cursor.back()->form.ends_with("s"))
    return std::nullopt;
  TimeMeaning meaning = shifted({.unit = static_cast<Unit>(unit->value)}, "relative:period-end");
  meaning.mod = stage->text;
  return matched(start, cursor, meaning);
}

/// "the quarter", "the weekend", "the week": what the text is about.
std::optional<Match> the_unit(Cursor cursor) {
  const Cursor start = cursor;
  if (!cursor.take_any({"the", "its", "their"})) return std::nullopt;
  cursor.take_any({"fiscal", "full"});
  const Lexeme* word = cursor.peek();
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr || word->form.ends_with("s")) return std::nullopt;
  const auto length = static_cast<Unit>(unit->value);
  if (length != Unit::quarter && length != Unit::weekend && length != Unit::week && length != Unit::year)
    return std::nullopt;
  if (length == Unit::year && (cursor.is("ended") || cursor.is("ending") || cursor.is("to"))) {
    return matched(start, cursor, {.type = TimexType::duration, .value = "P1Y", .rule = "relative:the-unit"});
  }
  TimeMeaning meaning = shifted({.unit = length, .narrative = length == Unit::quarter}, "relative:the-unit");
  meaning.shift->latest = length == Unit::quarter || length == Unit::weekend;
  return matched(start, cursor, meaning);
}

/// How many: "two", "a", "several" (nothing), "a couple of".
struct Count {
  std::optional<double> number;
};

std::optional<Count> take_count(Cursor& cursor) {
  if (const WordSense* vague = cursor.take(FormKind::vague)) {
    cursor.take("of");
    return Count{vague->value > 0 ? std::optional(static_cast<double>(vague->value)) : std::nullopt};
  }
  if (const auto number = take_number(cursor)) return Count{number};
  if (cursor.take_any({"a", "an"})) return Count{1.0};
  return std::nullopt;
}

std::string_view vague_reference(Direction direction, bool ago) {
  if (direction == Direction::hence) return "FUTURE_REF";
  return ago ? "PAST_REF" : direction == Direction::later ? "FUTURE_REF" : "PAST_REF";
}

/// "before" and "after" that go on to something: "two weeks after the election".
bool leads_on(const Cursor& start, const Cursor& behind) {
  const Lexeme* word = start.peek(behind.at() - start.at() - 1);
  if (word->form != "before" && word->form != "after" && word->form != "prior") return false;
  const Lexeme* next = behind.peek();
  return next != nullptr && next->shape != Shape::punctuation;
}

/// "two years ago", "a week later", "three days earlier", "years ago", "the day before".
std::optional<Match> distance(Cursor cursor) {
  const Cursor start = cursor;
  const bool definite = cursor.take("the");
  auto count = take_count(cursor);
  cursor.take("-");
  const Lexeme* word = cursor.peek();
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr) return std::nullopt;
  const bool plural = word->form.ends_with("s");
  if (!count && (plural ? definite : !definite)) return std::nullopt;
  cursor.take("or so");
  cursor.take("-");
  const WordSense* direction = cursor.take(FormKind::direction);
  if (direction == nullptr) return std::nullopt;
  const auto way = static_cast<Direction>(direction->value);
  if (leads_on(start, cursor) && !definite) return std::nullopt;
  const bool ago = way == Direction::ago;
  if (!count && definite) count = Count{1.0};
  if (is_clock_unit(static_cast<Unit>(unit->value)) && count && count->number) return std::nullopt;
  if (!count || !count->number || std::abs(*count->number) > 5000) {
    if (way == Direction::later || way == Direction::earlier) return std::nullopt;
    TimeMeaning meaning{.value = std::string(vague_reference(way, ago)), .rule = "relative:vague-distance"};
    return matched(start, cursor, meaning);
  }
  const bool back = ago || way == Direction::earlier;
  const int steps = static_cast<int>(*count->number) * (back ? -1 : 1);
  const bool narrative = way == Direction::earlier || way == Direction::later;
  Shift shift{.unit = static_cast<Unit>(unit->value), .count = steps, .narrative = narrative};
  shift.keep_grain = shift.unit == Unit::year && steps == -1;
  if (shift.unit >= Unit::decade) {
    shift.count *= shift.unit == Unit::decade ? 10 : 100;
    shift.unit = Unit::year;
  }
  return matched(start, cursor, shifted(shift, "relative:distance"));
}

}  // namespace

std::optional<Match> match_relative(Cursor cursor) {
  constexpr std::array<Pattern, 9> patterns = {day_word, daypart,  daypart_of_date, weekday, relative_unit,
                                               the_unit, year_ago, period_end,      distance};
  std::optional<Match> best;
  for (const Pattern pattern : patterns) keep_longer(best, pattern(cursor));
  return best;
}

}  // namespace diurna::detail
