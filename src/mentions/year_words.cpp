#include "mentions/year_words.hpp"

#include "mentions/numerals.hpp"

namespace diurna::detail {

Match matched_point(const Cursor& from, const Cursor& to, Point point, Pick pick, std::string_view rule) {
  return {.begin = from.at(), .end = to.at(), .meaning = {.point = point, .pick = pick, .rule = rule}};
}

bool is_glued(const Cursor& cursor) { return cursor.peek() != nullptr && cursor.peek()->glued; }

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

std::optional<int> take_year(Cursor& cursor) {
  Cursor ahead = cursor;
  if (ahead.take("'") && is_glued(ahead)) {
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
    if (ahead.is("s") && is_glued(ahead)) return;
    meaning.point.year = *year;
    meaning.pick = Pick::written;
    cursor = ahead;
  }
}

}  // namespace diurna::detail
