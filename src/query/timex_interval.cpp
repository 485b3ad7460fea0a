#include "query/timex_interval.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace diurna::cypher {
namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool plain = !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  return plain && error == std::errc() && rest == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

DayInterval months_from(year_month first, int count) {
  const year_month end = first + months(count - 1);
  return {sys_days(first / 1), sys_days(end / std::chrono::last)};
}

DayInterval years_from(int first, int count) {
  return {sys_days(year(first) / January / 1), sys_days(year(first + count - 1) / December / 31)};
}

// ISO 8601: week 1 holds the first Thursday.
std::optional<DayInterval> week_of(int of_year, std::string_view text) {
  const auto week = number(text.substr(0, 2));
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  const sys_days fourth = sys_days(year(of_year) / January / 4);
  const sys_days monday = fourth - (weekday(fourth) - Monday) + days(7 * (*week - 1));
  if (text.size() == 2) return DayInterval{monday, monday + days(6)};
  if (text.substr(2) == "-WE") return DayInterval{monday + days(5), monday + days(6)};
  return std::nullopt;
}

// What stands after "YYYY-": a quarter, half, season, week, month or day.
std::optional<DayInterval> part_of_year(int of_year, std::string_view part) {
  constexpr std::array<std::pair<std::string_view, unsigned>, 4> seasons = {
      {{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}};
  for (const auto& [name, first] : seasons)
    if (part == name) return months_from(year(of_year) / month(first), 3);
  if (part.size() == 2 && (part.front() == 'Q' || part.front() == 'H')) {
    const int length = part.front() == 'Q' ? 3 : 6;
    const int index = part[1] - '1';
    if (index < 0 || index >= 12 / length) return std::nullopt;
    return months_from(year(of_year) / month(static_cast<unsigned>(index * length + 1)), length);
  }
  if (part.starts_with('W')) return week_of(of_year, part.substr(1));
  const auto in_year = number(part.substr(0, 2));
  if (!in_year || *in_year < 1 || *in_year > 12) return std::nullopt;
  const year_month month_of = year(of_year) / month(static_cast<unsigned>(*in_year));
  if (part.size() == 2) return months_from(month_of, 1);
  const auto in_month = part.size() >= 5 && part[2] == '-' ? number(part.substr(3, 2)) : std::nullopt;
  if (!in_month || (part.size() > 5 && part[5] != 'T')) return std::nullopt;
  const year_month_day date = month_of / day(static_cast<unsigned>(*in_month));
  return date.ok() ? std::optional(DayInterval{date, date}) : std::nullopt;
}

}  // namespace

std::optional<DayInterval> timex_interval(std::string_view value) {
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  const auto first = number(value.substr(0, digits));
  if (!first || (*first == 0 && digits == 4)) return std::nullopt;
  if (digits == value.size()) {
    if (digits == 4) return years_from(*first, 1);
    if (digits == 3) return years_from(*first * 10, 10);
    if (digits == 2) return years_from(*first * 100, 100);
    return std::nullopt;
  }
  if (digits != 4 || value[4] != '-') return std::nullopt;
  return part_of_year(*first, value.substr(5));
}

}  // namespace diurna::cypher
