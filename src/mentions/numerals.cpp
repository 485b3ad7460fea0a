#include "mentions/numerals.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

constexpr double largest = 1e18;

/// Value of a run of number words, built as English does: below a hundred, hundreds, then thousands and up.
class WordNumber {
 public:
  bool add_cardinal(double value) {
    const bool fits = !small_ || (small_tens_ && value > 0 && value < 10);
    if (!fits) return false;
    current_ += value;
    small_tens_ = !small_ && value >= 20;
    small_ = true;
    return true;
  }
  bool add_multiplier(double value) {
    if (value <= 12 + 88) {  // dozen, hundred
      if (current_ >= 100 || (small_ && current_ == 0)) return false;
      current_ = std::max(current_, 1.0) * value;
    } else {
      total_ += std::max(current_, 1.0) * value;
      current_ = 0;
    }
    small_ = small_tens_ = false;
    used_multiplier_ = true;
    return total_ < largest;
  }
  [[nodiscard]] bool wants_unit() const { return small_tens_; }
  [[nodiscard]] bool may_have_and() const { return used_multiplier_ && !small_; }
  [[nodiscard]] double value() const { return total_ + current_; }

 private:
  double total_ = 0;
  double current_ = 0;
  bool small_ = false;       // a cardinal below a hundred stands in the present group
  bool small_tens_ = false;  // … and it is "twenty" … "ninety"
  bool used_multiplier_ = false;
};

bool add_next(Cursor& cursor, WordNumber& number) {
  Cursor ahead = cursor;
  if (number.wants_unit()) ahead.take("-");
  if (number.may_have_and() && ahead.is("and") && ahead.sense(FormKind::cardinal, 1) != nullptr) ahead.skip();
  const WordSense* cardinal = ahead.take(FormKind::cardinal);
  const WordSense* multiplier =
      cardinal == nullptr && ahead.at() == cursor.at() ? ahead.take(FormKind::multiplier) : nullptr;
  if (cardinal == nullptr && multiplier == nullptr) return false;
  const bool added = cardinal != nullptr ? number.add_cardinal(static_cast<double>(cardinal->value))
                                         : number.add_multiplier(static_cast<double>(multiplier->value));
  if (added) cursor = ahead;
  return added;
}

std::optional<double> take_words(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take_any({"a", "an"}) && ahead.sense(FormKind::multiplier) == nullptr) return std::nullopt;
  if (ahead.sense(FormKind::cardinal) == nullptr && ahead.sense(FormKind::multiplier) == nullptr) return std::nullopt;
  WordNumber number;
  bool any = false;
  while (add_next(ahead, number)) any = true;
  if (!any) return std::nullopt;
  cursor = ahead;
  return number.value();
}

/// "1/2" behind a number, glued together: the half of "2 1/2".
double take_vulgar_fraction(Cursor& cursor) {
  Cursor ahead = cursor;
  const auto upper = ahead.take_digits(1);
  if (!upper || !ahead.take("/")) return 0;
  const auto lower = ahead.take_digits(1);
  if (!lower || *lower < 2 || *upper >= *lower) return 0;
  cursor = ahead;
  return static_cast<double>(*upper) / *lower;
}

std::optional<double> take_figures(Cursor& cursor) {
  const Lexeme* lexeme = cursor.peek();
  if (lexeme == nullptr || (lexeme->shape != Shape::digits && lexeme->shape != Shape::number)) return std::nullopt;
  if (lexeme->number < 0 || lexeme->number >= largest) return std::nullopt;
  double value = lexeme->number;
  cursor.skip();
  value += take_vulgar_fraction(cursor);
  while (const WordSense* multiplier = cursor.sense(FormKind::multiplier)) {
    if (multiplier->value < 100 || value * static_cast<double>(multiplier->value) >= largest) break;
    value *= static_cast<double>(multiplier->value);
    cursor.skip();
  }
  return value;
}

}  // namespace

std::optional<double> take_number(Cursor& cursor) {
  if (const auto figures = take_figures(cursor)) return figures;
  return take_words(cursor);
}

std::optional<int> take_ordinal(Cursor& cursor) {
  Cursor ahead = cursor;
  if (const auto digits = ahead.take_digits(3)) {
    const Lexeme* ending = ahead.peek();
    if (ending == nullptr || !ending->glued || !ahead.take_any({"st", "nd", "rd", "th"})) return std::nullopt;
    cursor = ahead;
    return digits;
  }
  if (const WordSense* tens = ahead.sense(FormKind::cardinal); tens != nullptr && tens->value >= 20) {
    ahead.skip();
    ahead.take("-");
    const WordSense* unit = ahead.take(FormKind::ordinal);
    if (unit == nullptr || unit->value > 9) return std::nullopt;
    cursor = ahead;
    return static_cast<int>(tens->value + unit->value);
  }
  const WordSense* word = cursor.take(FormKind::ordinal);
  return word == nullptr ? std::nullopt : std::optional(static_cast<int>(word->value));
}

}  // namespace diurna::detail
