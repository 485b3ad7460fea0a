#include "query/calendar.hpp"

#include <algorithm>
#include <charconv>

#include "query/evaluation.hpp"

namespace diurna::cypher {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

using Date = std::optional<sys_days>;

Date calendar(int y, unsigned m, unsigned d) {
  const std::chrono::year_month_day date{year(y), month(m), std::chrono::day(d)};
  return date.ok() ? Date(sys_days(date)) : std::nullopt;
}

// ISO 8601: week 1 is the week of the 4th of January.
Date week_date(int y, int week, int day) {
  if (week < 1 || week > 53 || day < 1 || day > 7) return std::nullopt;
  const sys_days fourth = sys_days(year(y) / std::chrono::January / 4);
  const auto monday = fourth - days(std::chrono::weekday(fourth).iso_encoding() - 1);
  return monday + days((week - 1) * 7 + day - 1);
}

Date ordinal(int y, int day) {
  if (day < 1 || day > (year(y).is_leap() ? 366 : 365)) return std::nullopt;
  return sys_days(year(y) / std::chrono::January / 1) + days(day - 1);
}

// What stands behind the year: W05, W05-2, Q1, 032 (day of the year), 02, 02-14, 0214.
Date within_year(int y, Digits digits) {
  if (digits.rest().empty()) return calendar(y, 1, 1);
  if (digits.skip('W')) {
    const std::optional<int> week = digits.take(2);
    digits.skip('-');
    const std::optional<int> day = digits.rest().empty() ? 1 : digits.take(1);
    return week && day && digits.rest().empty() ? week_date(y, *week, *day) : std::nullopt;
  }
  if (digits.skip('Q')) {
    const std::optional<int> quarter = digits.take(1);
    const bool fits = quarter && *quarter >= 1 && *quarter <= 4 && digits.rest().empty();
    return fits ? calendar(y, static_cast<unsigned>(*quarter * 3 - 2), 1) : std::nullopt;
  }
  if (digits.rest().size() == 3) {
    const std::optional<int> day = digits.take(3);
    return day ? ordinal(y, *day) : std::nullopt;
  }
  const std::optional<int> m = digits.take(2);
  digits.skip('-');
  const std::optional<int> d = digits.rest().empty() ? 1 : digits.take(2);
  if (!m || !d || !digits.rest().empty()) return std::nullopt;
  return calendar(y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

int small_field(const Value::Map& map, std::string_view key, int otherwise) {
  return static_cast<int>(std::clamp<std::int64_t>(integer_field(map, key, otherwise), -100000, 100000));
}

}  // namespace

std::optional<int> Digits::take(std::size_t count) {
  int value = 0;
  if (rest_.size() < count) return std::nullopt;
  const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + count, value);
  if (error != std::errc() || stop != rest_.data() + count || rest_.front() == '-') return std::nullopt;
  rest_.remove_prefix(count);
  return value;
}

bool Digits::skip(char c) {
  const bool found = rest_.starts_with(c);
  if (found) rest_.remove_prefix(1);
  return found;
}

Date parse_date(std::string_view text) {
  Digits digits(text.substr(0, text.find('T')));
  const std::optional<int> y = digits.take(4);
  if (!y) return std::nullopt;
  digits.skip('-');
  return within_year(*y, digits);
}

std::int64_t integer_field(const Value::Map& map, std::string_view key, std::int64_t otherwise) {
  const auto found = map.find(key);
  if (found == map.end()) return otherwise;
  if (found->second.kind() != Value::Kind::integer) type_fault("the " + std::string(key) + " of a time is an integer");
  return found->second.as_integer();
}

Date date_of_fields(const Value::Map& map) {
  const int y = small_field(map, "year", 0);
  if (!map.contains("year") || y < -9999 || y > 9999) return std::nullopt;
  if (map.contains("week")) return week_date(y, small_field(map, "week", 1), small_field(map, "dayOfWeek", 1));
  if (map.contains("ordinalDay")) return ordinal(y, small_field(map, "ordinalDay", 1));
  if (map.contains("quarter")) {
    const int first = small_field(map, "quarter", 1) * 3 - 2;
    const Date begin = first > 0 ? calendar(y, static_cast<unsigned>(first), 1) : std::nullopt;
    return begin ? Date(*begin + days(small_field(map, "dayOfQuarter", 1) - 1)) : std::nullopt;
  }
  const int m = small_field(map, "month", 1);
  const int d = small_field(map, "day", 1);
  return m > 0 && d > 0 ? calendar(y, static_cast<unsigned>(m), static_cast<unsigned>(d)) : std::nullopt;
}

}  // namespace diurna::cypher
