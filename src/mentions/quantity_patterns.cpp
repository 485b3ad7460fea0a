// Numbers with their hedges, ranges and units. A hedge moves the bounds, a sign or word names the unit:
//     "at least 39" → [39, ∞)    "between 800 and 1,000" → [800, 1000]    "nearly $3.5 million" → 3500000 USD
#include "mentions/quantity_patterns.hpp"

#include <limits>
#include <utility>

#include "mentions/numerals.hpp"

namespace diurna::detail {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

bool glued(const Cursor& cursor) { return cursor.peek() != nullptr && cursor.peek()->glued; }

bool is_figure(const Lexeme* lexeme) {
  return lexeme != nullptr && (lexeme->shape == Shape::digits || lexeme->shape == Shape::number);
}

/// "two-thirds", "a quarter", "half"; as a share of a hundred.
std::optional<double> take_fraction(Cursor& cursor) {
  Cursor ahead = cursor;
  double upper = 1;
  bool counted = false;
  if (const WordSense* count = ahead.take(FormKind::cardinal)) {
    upper = static_cast<double>(count->value);
    ahead.take("-");
    counted = true;
  } else if (ahead.take_any({"a", "an"})) {
    counted = true;
  }
  const WordSense* part = ahead.take(FormKind::fraction);
  if (part == nullptr || upper > static_cast<double>(part->value)) return std::nullopt;
  const bool half = part->value == 2;
  const bool of_something =
      ahead.is("of") || (half && (ahead.is("the") || ahead.is("a") || ahead.is("its") || ahead.is("their")));
  if (!counted && !(half && of_something)) return std::nullopt;
  if (counted && upper == 1 && !of_something) return std::nullopt;
  if (part->value == 4 && !of_something) return std::nullopt;
  cursor = ahead;
  return upper / static_cast<double>(part->value) * 100;
}

/// "several thousand", "a few hundred".
bool take_vague_multiple(Cursor& cursor, QuantityMatch& match) {
  Cursor ahead = cursor;
  if (ahead.take(FormKind::vague) == nullptr) return false;
  const WordSense* multiplier = ahead.take(FormKind::multiplier);
  if (multiplier == nullptr) return false;
  double value = static_cast<double>(multiplier->value);
  if (const WordSense* more = ahead.take(FormKind::multiplier)) value *= static_cast<double>(more->value);
  match.low = 2 * value;
  match.high = 10 * value;
  cursor = ahead;
  return true;
}

/// "dozens", "hundreds of thousands", "several tens of thousands", "several".
bool take_indefinite(Cursor& cursor, QuantityMatch& match) {
  match.indefinite = take_vague_multiple(cursor, match);
  if (match.indefinite) return true;
  Cursor ahead = cursor;
  if (ahead.sense(FormKind::indefinite, 1) != nullptr) ahead.take(FormKind::vague);
  const WordSense* word = ahead.take(FormKind::indefinite);
  if (word == nullptr) return false;
  match.low = static_cast<double>(word->value);
  match.high = unbounded;
  match.indefinite = true;
  cursor = ahead;
  return true;
}

/// The second number of a range lends its multiplier to the first: "one to two hundred", "3 to 5 million".
double scaled_like(double low, double high, const Cursor& second) {
  Cursor number = second;
  if (!is_figure(number.peek()) && number.sense(FormKind::cardinal) == nullptr) return low;
  const double figure =
      is_figure(number.peek()) ? number.peek()->number : static_cast<double>(number.sense(FormKind::cardinal)->value);
  if (figure <= low || figure == 0 || low >= 100) return low;
  return low * (high / figure);
}

/// Behind a first number: "to 1,000", "and 1,000", "-12", "or three".
void take_range(Cursor& cursor, QuantityMatch& match, bool between) {
  Cursor ahead = cursor;
  const bool dash = ahead.take("-");
  const bool word = between ? ahead.take("and") || (dash && ahead.take("to")) : ahead.take("to") || ahead.take("or");
  if (dash && word) ahead.take("-");
  if (!dash && !word) return;
  while (ahead.sense(FormKind::currency_sign) != nullptr) ahead.skip();
  const Cursor second = ahead;
  const auto high = take_number(ahead);
  if (!high || *high <= match.low) return;
  if (dash && !word && (ahead.done() || ahead.peek()->shape == Shape::punctuation)) return;
  if (cursor.is("or") && *high > 12) return;
  match.low = scaled_like(match.low, *high, second);
  match.high = *high;
  cursor = ahead;
}

bool take_core(Cursor& cursor, QuantityMatch& match) {
  Cursor ahead = cursor;
  const bool between = ahead.take("between");
  const bool from = !between && ahead.take("from");
  if (const WordSense* sign = ahead.take(FormKind::currency_sign)) match.unit_code = sign->text;
  match.number_begin = ahead.at();
  if (take_indefinite(ahead, match)) {
    if (between || from) return false;
  } else if (const auto share = take_fraction(ahead)) {
    match.low = match.high = *share;
    match.unit_code = "%";
  } else {
    const auto number = take_number(ahead);
    if (!number) return false;
    match.low = match.high = *number;
    Cursor unit = ahead;
    if (unit.take(FormKind::percent) != nullptr || unit.take(FormKind::measure) != nullptr) {
      if (unit.is("to") || unit.is("and") || unit.is("-")) ahead = unit;
    }
    take_range(ahead, match, between);
    if ((between || from) && match.low == match.high) return false;
    if (match.low == match.high && unit.at() != ahead.at() && ahead.at() > match.number_begin &&
        ahead.back()->form == unit.back()->form) {
      ahead = Cursor(unit);
    }
  }
  match.number_end = ahead.at();
  cursor = ahead;
  return true;
}

void take_unit(Cursor& cursor, QuantityMatch& match) {
  Cursor ahead = cursor;
  if (!match.indefinite && ahead.is("-") && glued(ahead)) ahead.skip();
  for (const FormKind kind : {FormKind::percent, FormKind::currency, FormKind::measure}) {
    if (!match.unit_code.empty() && kind != FormKind::currency) continue;
    const std::size_t at = ahead.at();
    const WordSense* unit = ahead.take(kind);
    if (unit == nullptr) continue;
    if (ahead.back()->form.size() == 1 && unit->kind == FormKind::measure && !is_figure(cursor.back())) return;
    match.unit_code = unit->text;
    match.unit = at;
    cursor = ahead;
    return;
  }
}

/// "magnitude 6.4", "a magnitude of 6.4".
std::optional<QuantityMatch> magnitude_first(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* unit = cursor.take(FormKind::measure);
  if (unit == nullptr || unit->text != "magnitude") return std::nullopt;
  cursor.take("of");
  cursor.take("-");
  QuantityMatch match{.begin = start.at(), .number_begin = cursor.at(), .unit = start.at(), .unit_code = "magnitude"};
  const auto number = take_number(cursor);
  if (!number || *number > 12) return std::nullopt;
  match.low = match.high = *number;
  match.end = match.number_end = cursor.at();
  return match;
}

}  // namespace

std::optional<QuantityMatch> match_quantity(Cursor cursor) {
  if (auto match = magnitude_first(cursor)) return match;
  QuantityMatch match{.begin = cursor.at()};
  const bool at_least = cursor.take(FormKind::at_least) != nullptr;
  const bool at_most = !at_least && cursor.take(FormKind::at_most) != nullptr;
  if (!at_least && !at_most) cursor.take(FormKind::near);
  if (at_least || at_most) cursor.take(FormKind::near);
  if (!take_core(cursor, match)) return std::nullopt;
  match.unit = std::numeric_limits<std::size_t>::max();
  take_unit(cursor, match);
  if (at_least) match.high = unbounded;
  if (at_most) match.low = 0;
  match.end = cursor.at();
  return match;
}

}  // namespace diurna::detail
