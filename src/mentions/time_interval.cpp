#include "diurna/mentions/time_interval.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace diurna {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

/// All of `text` as digits; nullopt for anything else.
std::optional<int> number(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::optional<year_month> month_of(int year, int month) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
}

/// `count` months from the first of `month` on.
std::optional<DayInterval> span_of_months(int year, int month, int count) {
  const auto first = month_of(year, month);
  if (!first) return std::nullopt;
  const sys_days end{(*first + months{count}) / std::chrono::day{1}};
  if (year_month_day{end - days{1}}.year() > std::chrono::year{9999}) return std::nullopt;
  return DayInterval{sys_days{*first / std::chrono::day{1}}, end - days{1}};
}

/// The century "20", the decade "202" or the year "2026"; a year 0 has no place in the calendar.
std::optional<DayInterval> span_of_years(std::string_view digits) {
  const auto value = number(digits);
  if (!value || digits.size() < 2) return std::nullopt;
  const int scale = digits.size() == 2 ? 100 : digits.size() == 3 ? 10 : 1;
  return span_of_months(*value * scale, 1, 12 * scale);
}

std::optional<DayInterval> week(int year, int number) {
  const auto january = month_of(year, 1);
  if (!january || number < 1 || number > 53) return std::nullopt;
  const sys_days fourth{*january / std::chrono::day{4}};  // always in week 1
  const std::chrono::weekday weekday{fourth};
  const sys_days monday = fourth - days{weekday.iso_encoding() - 1} + days{7 * (number - 1)};
  if (year_month_day{monday + days{3}}.year() != january->year()) return std::nullopt;  // not every year has a week 53
  return DayInterval{monday, monday + days{6}};
}

std::optional<DayInterval> season(int year, std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, int>, 4> first_months = {
      {{"SP", 3}, {"SU", 6}, {"FA", 9}, {"WI", 12}}};
  const auto found =
      std::find_if(first_months.begin(), first_months.end(), [=](const auto& entry) { return entry.first == code; });
  if (found == first_months.end()) return std::nullopt;
  return span_of_months(year, found->second, 3);
}

/// What stands behind "YYYY-": a month or a day, a week, quarter, half or season.
std::optional<DayInterval> part_of_year(int year, std::string_view part) {
  if (part.starts_with('W') && part != "WI") {
    const bool weekend = part.ends_with("-WE");
    if (part.size() != (weekend ? 6U : 3U)) return std::nullopt;
    const auto value = number(part.substr(1, 2));
    auto out = value ? week(year, *value) : std::nullopt;
    if (out && weekend) out->first = out->last - days{1};
    return out;
  }
  if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'H')) {
    const int length = part[0] == 'Q' ? 3 : 6;
    const auto value = number(part.substr(1));
    return value && *value >= 1 ? span_of_months(year, (*value - 1) * length + 1, length) : std::nullopt;
  }
  const auto month = number(part.substr(0, 2));
  if (!month || part.size() == 1) return season(year, part);
  if (part.size() == 2) return span_of_months(year, *month, 1);
  const auto day = part.size() == 5 && part[2] == '-' ? number(part.substr(3)) : std::nullopt;
  const auto in_month = day ? month_of(year, *month) : std::nullopt;
  if (!in_month) return std::nullopt;
  const year_month_day date = *in_month / std::chrono::day{static_cast<unsigned>(*day)};
  if (!date.ok()) return std::nullopt;
  return DayInterval{sys_days{date}, sys_days{date}};
}

}  // namespace

std::optional<DayInterval> day_interval(std::string_view timex) {
  const std::string_view calendar = timex.substr(0, timex.find('T'));
  if (calendar.size() <= 4) return span_of_years(calendar);
  const auto year = number(calendar.substr(0, 4));
  if (!year || calendar[4] != '-') return std::nullopt;
  return part_of_year(*year, calendar.substr(5));
}

std::string iso_date(std::chrono::sys_days day) {
  const year_month_day date{day};
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
  };
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(unsigned{date.month()}), 2) + "-" +
         padded(static_cast<int>(unsigned{date.day()}), 2);
}

}  // namespace diurna
