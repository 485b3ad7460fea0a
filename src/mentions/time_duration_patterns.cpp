// Lengths of time ("two weeks", "five-year", "the past three months", "24 hours", "years"), repeated times ("daily",
// "every Monday") and words that only refer ("now", "recently").
#include <cmath>

#include "mentions/numerals.hpp"
#include "mentions/time_meaning.hpp"

namespace diurna::detail {
namespace {

constexpr double largest_count = 1e9;

std::string whole(double number) { return std::to_string(static_cast<long long>(number)); }

/// "P2Y", "PT24H", "P18M"; halves go into the next smaller unit, decades and centuries into years.
std::string duration_value(double number, Unit unit) {
  if (number < 0 || number > largest_count) return "PXX";
  double factor = 1;
  switch (unit) {
    case Unit::decade:
      factor = 10, unit = Unit::year;
      break;
    case Unit::century:
      factor = 100, unit = Unit::year;
      break;
    case Unit::quarter:
      factor = 3, unit = Unit::month;
      break;
    case Unit::fortnight:
      factor = 2;
      break;
    default:
      break;
  }
  number *= factor;
  const std::string start = is_clock_unit(unit) ? "PT" : "P";
  const std::string sign(designator(unit));
  const double rest = number - std::floor(number);
  if (rest == 0) return start + whole(number) + sign;
  const std::string head = number < 1 ? start : start + whole(number) + sign;
  if (unit == Unit::year) return head + whole(std::round(rest * 12)) + "M";
  if (unit == Unit::hour) return head + whole(std::round(rest * 60)) + "M";
  if (unit == Unit::minute) return head + whole(std::round(rest * 60)) + "S";
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  return start + text + sign;
}

std::string open_duration(Unit unit) { return (is_clock_unit(unit) ? "PTX" : "PX") + std::string(designator(unit)); }

Match matched(const Cursor& from, const Cursor& to, std::string value, std::string_view rule,
              TimexType type = TimexType::duration) {
  return {.begin = from.at(), .end = to.at(), .meaning = {.type = type, .value = std::move(value), .rule = rule}};
}

bool is_plural(const Lexeme& unit) { return unit.form.size() > 1 && unit.form.ends_with('s'); }

/// Behind a unit: "or so", "old", "-long", "and a half".
void take_tail(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take("or") && ahead.take_any({"so", "more"})) cursor = ahead;
  ahead = cursor;
  ahead.take("-");
  if (ahead.take("long") && ahead.at() > cursor.at() + 1) cursor = ahead;
}

/// "two", "half a", "a", "several"; what it gives goes into `number`, nothing for "several".
struct Amount {
  std::optional<double> number;
  bool article = false;
};

std::optional<Amount> take_amount(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take("half") && (ahead.take_any({"a", "an"}) || ahead.take("-"))) {
    cursor = ahead;
    return Amount{0.5};
  }
  ahead = cursor;
  if (const WordSense* vague = ahead.take(FormKind::vague)) {
    ahead.take("of");
    cursor = ahead;
    return Amount{vague->value > 0 ? std::optional(static_cast<double>(vague->value)) : std::nullopt};
  }
  if (auto number = take_number(ahead)) {
    Cursor half = ahead;
    if (half.take("and") && half.take("a") && half.take("half")) {
      *number += 0.5;
      ahead = half;
    }
    Cursor range = ahead;
    if (range.take_any({"to", "or", "-"}) && take_number(range)) {
      cursor = range;
      return Amount{};
    }
    cursor = ahead;
    return Amount{number};
  }
  if (!ahead.take_any({"a", "an"})) return std::nullopt;
  cursor = ahead;
  return Amount{1.0, true};
}

/// "31-year-old", "31 years old": an age, not a time.
bool is_age(const Cursor& behind) {
  return behind.is("old") || (behind.is("-") && behind.is("old", 1)) || (behind.is("of") && behind.is("age", 1));
}

/// "two weeks", "a year", "five-year", "18-month", "several days", "a minute and a half".
std::optional<Match> counted(Cursor cursor) {
  const Cursor start = cursor;
  auto amount = take_amount(cursor);
  if (!amount) return std::nullopt;
  const bool hyphen = cursor.take("-");
  if (!hyphen)
    cursor.take_any({"more", "additional", "full", "straight", "consecutive", "whole", "long", "further", "calendar",
                     "business", "working", "other", "entire"});
  const Lexeme* word = cursor.peek();
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr) return std::nullopt;
  if (word->form == "second" && (hyphen || amount->number != 1.0)) return std::nullopt;
  if (is_age(cursor)) return std::nullopt;
  if (static_cast<Unit>(unit->value) == Unit::quarter && (hyphen || cursor.is("of"))) return std::nullopt;
  if (amount->article && is_plural(*word)) return std::nullopt;
  Cursor half = cursor;
  if (amount->number && half.take("and") && half.take("a") && half.take("half")) {
    *amount->number += 0.5;
    cursor = half;
  }
  take_tail(cursor);
  const Unit length = static_cast<Unit>(unit->value);
  const std::string value = amount->number ? duration_value(*amount->number, length) : open_duration(length);
  return matched(start, cursor, value, hyphen ? "duration:compound" : "duration:counted");
}

/// "the past three months", "the next few years", "the first nine months", "recent weeks", "the past decade".
std::optional<Match> framed(Cursor cursor) {
  const Cursor start = cursor;
  const bool definite = cursor.take_any({"the", "these", "those", "his", "her", "its", "their"});
  const WordSense* relative = cursor.take(FormKind::relative);
  const bool ordinal = relative == nullptr && definite && cursor.sense(FormKind::ordinal) != nullptr;
  if (ordinal) cursor.skip();
  if (relative == nullptr && !ordinal && !definite) return std::nullopt;
  if (std::optional<Match> inner = counted(cursor); inner && !cursor.take_any({"a", "an"})) {
    inner->begin = start.at();
    return inner;
  }
  if (relative == nullptr) return std::nullopt;
  const auto kind = static_cast<Relative>(relative->value);
  const Lexeme* word = cursor.peek();
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr || word == nullptr) return std::nullopt;
  const auto length = static_cast<Unit>(unit->value);
  if (is_plural(*word)) return matched(start, cursor, open_duration(length), "duration:framed");
  const bool lasting = (kind == Relative::past || (kind == Relative::last && definite)) && length != Unit::weekend;
  if (!lasting) return std::nullopt;
  return matched(start, cursor, duration_value(1, length), "duration:framed");
}

/// "years", "weeks or months", "decades-long".
std::optional<Match> open_length(Cursor cursor) {
  const Cursor start = cursor;
  const Lexeme* word = cursor.peek();
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr || word->form == "secs" || word->form == "mins") return std::nullopt;
  const auto length = static_cast<Unit>(unit->value);
  if (!is_plural(*word)) {
    cursor.take("-");
    if (!cursor.take("long")) return std::nullopt;
    return matched(start, cursor, duration_value(1, length), "duration:long");
  }
  Cursor ahead = cursor;
  if (ahead.take_any({"or", "and"}) && ahead.sense(FormKind::unit) != nullptr && is_plural(*ahead.peek())) {
    ahead.skip();
    cursor = ahead;
  }
  take_tail(cursor);
  return matched(start, cursor, open_duration(length), "duration:open");
}

/// "every day", "each Thursday", "every two weeks".
std::optional<Match> every(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.take(FormKind::every) == nullptr) return std::nullopt;
  cursor.take("other");
  double count = start.is("other", 1) ? 2 : 1;
  if (const WordSense* day = cursor.take(FormKind::weekday)) {
    return matched(start, cursor, "XXXX-WXX-" + std::to_string(day->value), "set:weekday", TimexType::set);
  }
  if (const WordSense* season = cursor.take(FormKind::season)) {
    return matched(start, cursor,
                   to_value({.granularity = Granularity::season, .season = static_cast<Season>(season->value)}),
                   "set:season", TimexType::set);
  }
  if (const WordSense* month = cursor.take(FormKind::month)) {
    return matched(start, cursor,
                   to_value({.granularity = Granularity::month, .month = static_cast<int>(month->value)}), "set:month",
                   TimexType::set);
  }
  if (cursor.sense(FormKind::unit) == nullptr) count = take_number(cursor).value_or(0);
  const WordSense* unit = cursor.take(FormKind::unit);
  if (unit == nullptr || count == 0) return std::nullopt;
  return matched(start, cursor, duration_value(count, static_cast<Unit>(unit->value)), "set:every", TimexType::set);
}

/// "daily", "annually".
std::optional<Match> frequency(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* word = cursor.take(FormKind::frequency);
  if (word == nullptr) return std::nullopt;
  return matched(start, cursor, word->text, "set:frequency", TimexType::set);
}

/// "Mondays", "Tuesday nights".
std::optional<Match> weekdays(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* plural = cursor.take(FormKind::weekday_plural);
  const WordSense* single = plural == nullptr ? cursor.take(FormKind::weekday) : nullptr;
  if (plural == nullptr && single == nullptr) return std::nullopt;
  std::string value = "XXXX-WXX-" + std::to_string((plural != nullptr ? plural : single)->value);
  const bool plural_part = !cursor.done() && cursor.peek()->form.ends_with('s');
  const WordSense* part = cursor.take(FormKind::daypart);
  if (single != nullptr && (part == nullptr || !plural_part)) return std::nullopt;
  if (part != nullptr)
    value += to_value({.granularity = Granularity::part_of_day, .part = static_cast<DayPart>(part->value)}).substr(10);
  return matched(start, cursor, value, "set:weekdays", TimexType::set);
}

}  // namespace

std::optional<Match> match_duration(Cursor cursor) {
  std::optional<Match> best = counted(cursor);
  keep_longer(best, framed(cursor));
  keep_longer(best, open_length(cursor));
  return best;
}

std::optional<Match> match_set(Cursor cursor) {
  std::optional<Match> best = every(cursor);
  keep_longer(best, frequency(cursor));
  keep_longer(best, weekdays(cursor));
  return best;
}

std::optional<Match> match_reference(Cursor cursor) {
  const Cursor start = cursor;
  if (cursor.take("the") && cursor.take("past")) {
    const bool alone = cursor.done() || cursor.peek()->shape == Shape::punctuation;
    return alone ? std::optional(matched(start, cursor, "PAST_REF", "reference", TimexType::date)) : std::nullopt;
  }
  cursor = start;
  const WordSense* word = cursor.take(FormKind::reference);
  if (word == nullptr) return std::nullopt;
  const bool compared = cursor.is("as") || cursor.is("after") || cursor.is("before");
  if (compared && (start.is("soon") || start.is("shortly"))) return std::nullopt;
  return matched(start, cursor, word->text, "reference", TimexType::date);
}

}  // namespace diurna::detail
