#include "diurna/mentions/edtf.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace diurna {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

struct DayRange {
  sys_days first;
  sys_days last;
};

struct Code {
  std::string_view timex;
  std::string_view edtf;
  unsigned first_month;
  unsigned months;
};
// EDTF: 21–24 seasons, 33–36 quarters, 40 and 41 halves of a year.
constexpr std::array<Code, 10> codes = {{{"SP", "21", 3, 3},
                                         {"SU", "22", 6, 3},
                                         {"FA", "23", 9, 3},
                                         {"WI", "24", 12, 3},
                                         {"Q1", "33", 1, 3},
                                         {"Q2", "34", 4, 3},
                                         {"Q3", "35", 7, 3},
                                         {"Q4", "36", 10, 3},
                                         {"H1", "40", 1, 6},
                                         {"H2", "41", 7, 6}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_open_digit(char c) { return is_digit(c) || c == 'X'; }
template <class Predicate>
bool all_of(std::string_view text, Predicate is_part) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_part);
}

/// The number that digits give; none when they do not.
std::optional<unsigned> number(std::string_view text) {
  if (!all_of(text, is_digit) || text.size() > 4) return std::nullopt;
  unsigned out = 0;
  for (const char c : text) out = out * 10 + static_cast<unsigned>(c - '0');
  return out;
}

std::string two_digits(unsigned value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string day_text(sys_days day) {
  const year_month_day date{day};
  const auto number_of_year = static_cast<unsigned>(static_cast<int>(date.year()));
  return two_digits(number_of_year / 100) + two_digits(number_of_year % 100) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" + two_digits(static_cast<unsigned>(date.day()));
}

/// `count` months from the first of a month on.
std::optional<DayRange> month_range(unsigned in_year, unsigned first_month, unsigned count) {
  if (in_year == 0 || in_year > 9998 || first_month == 0 || first_month > 12) return std::nullopt;
  const auto start = year{static_cast<int>(in_year)} / month{first_month};
  const auto end = start + std::chrono::months{static_cast<int>(count) - 1};
  return DayRange{sys_days{start / 1}, sys_days{end / last}};
}

/// "W02", "W02-WE", "W02-3" of a year.
std::optional<DayRange> week_range(unsigned in_year, std::string_view rest) {
  const auto week = number(rest.substr(1, 2));
  if (!week || *week == 0 || *week > 53 || in_year == 0 || in_year > 9998) return std::nullopt;
  const sys_days fourth{year{static_cast<int>(in_year)} / 1 / 4};  // lies in week 1
  const sys_days monday =
      fourth - (std::chrono::weekday{fourth} - std::chrono::Monday) + days{7 * (static_cast<int>(*week) - 1)};
  const std::string_view day = rest.substr(3);
  if (day.empty()) return DayRange{monday, monday + days{6}};
  if (day == "-WE") return DayRange{monday + days{5}, monday + days{6}};
  if (day.size() != 2 || day[0] != '-' || day[1] < '1' || day[1] > '7') return std::nullopt;
  const sys_days at = monday + days{day[1] - '1'};
  return DayRange{at, at};
}

/// What follows the year: nothing, a code, a week, a month, a day.
std::optional<DayRange> range_in_year(unsigned in_year, std::string_view rest) {
  if (rest.empty()) return month_range(in_year, 1, 12);
  const auto code = std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.timex == rest; });
  if (code != codes.end()) return month_range(in_year, code->first_month, code->months);
  if (rest.front() == 'W' && rest.size() >= 3) return week_range(in_year, rest);
  const auto in_month = number(rest.substr(0, 2));
  if (!in_month) return std::nullopt;
  const auto whole = month_range(in_year, *in_month, 1);
  if (rest.size() == 2 || !whole) return whole;
  const auto day = rest.size() == 5 && rest[2] == '-' ? number(rest.substr(3)) : std::nullopt;
  if (!day || *day == 0 || whole->first + days{*day - 1} > whole->last) return std::nullopt;
  return DayRange{whole->first + days{*day - 1}, whole->first + days{*day - 1}};
}

std::optional<DayRange> range_of(std::string_view date) {
  const auto digits = number(date);
  if (digits && date.size() == 2) {
    return DayRange{sys_days{year{static_cast<int>(std::max(*digits * 100, 1U))} / 1 / 1},
                    sys_days{year{static_cast<int>(*digits * 100 + 99)} / 12 / 31}};
  }
  if (digits && date.size() == 3) {
    return DayRange{sys_days{year{static_cast<int>(std::max(*digits * 10, 1U))} / 1 / 1},
                    sys_days{year{static_cast<int>(*digits * 10 + 9)} / 12 / 31}};
  }
  const auto in_year = number(date.substr(0, 4));
  if (!in_year || date.size() < 4) return std::nullopt;
  if (date.size() > 4 && (date[4] != '-' || date.size() == 5)) return std::nullopt;
  return range_in_year(*in_year, date.size() > 4 ? date.substr(5) : std::string_view{});
}

/// Date and clock time of a value; the time is "" for none and for parts of the day ("TNI").
struct Split {
  std::string_view date;
  std::string_view clock;
};
Split split(std::string_view value) {
  const std::size_t at = value.find('T');
  if (at == std::string_view::npos) return {value, {}};
  const std::string_view clock = value.substr(at + 1);
  return {value.substr(0, at), !clock.empty() && is_digit(clock.front()) ? clock : std::string_view{}};
}

/// "16:25" → "16:25:00"; "" for what is no clock time. A zone stays behind it.
std::string full_clock(std::string_view clock, std::string_view missing) {
  const auto two = [&](std::size_t at) {
    return at + 2 <= clock.size() && is_digit(clock[at]) && is_digit(clock[at + 1]);
  };
  if (!two(0)) return {};
  const bool minutes = clock.size() > 2 && clock[2] == ':' && two(3);
  const bool seconds = minutes && clock.size() > 5 && clock[5] == ':' && two(6);
  const std::size_t told = seconds ? 8 : minutes ? 5 : 2;
  return std::string(clock.substr(0, told)) + std::string(missing.substr(told)) + std::string(clock.substr(told));
}

/// Year, month and day with "X" for digits that are open; other parts are none.
bool is_open_date(std::string_view date) {
  if (date.find('X') == std::string_view::npos) return false;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? date[i] != '-' : !is_open_digit(date[i])) return false;
  }
  return true;
}

std::string edtf_of_one(std::string_view value) {
  const auto [date, clock] = split(value);
  const auto range = range_of(date);
  if (!range)
    return is_open_date(date) && clock.empty() && date.find_first_not_of("X-") != std::string_view::npos
               ? std::string(date)
               : std::string();
  if (!clock.empty() && range->first == range->last)
    return day_text(range->first) + "T" + full_clock(clock, "00:00:00");
  if (date.size() == 2) return std::string(date) + "XX";
  if (date.size() == 3) return std::string(date) + "X";
  if (date.size() > 5 && date[5] == 'W' && date.size() != 7) {
    return range->first == range->last ? day_text(range->first) : day_text(range->first) + "/" + day_text(range->last);
  }
  const auto code = std::find_if(codes.begin(), codes.end(),
                                 [&, d = date](const Code& c) { return d.size() == 7 && d.substr(5) == c.timex; });
  return code == codes.end() ? std::string(date) : std::string(date.substr(0, 5)) + std::string(code->edtf);
}

std::optional<TimeBounds> bounds_of_one(std::string_view value) {
  const auto [date, clock] = split(value);
  const auto range = range_of(date);
  if (!range) return std::nullopt;
  if (clock.empty() || range->first != range->last) return TimeBounds{day_text(range->first), day_text(range->last)};
  const std::string day = day_text(range->first) + "T";
  return TimeBounds{day + full_clock(clock, "00:00:00"), day + full_clock(clock, "00:59:59")};
}

}  // namespace

std::string edtf_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return edtf_of_one(value);
  const std::string from = edtf_of_one(value.substr(0, slash));
  const std::string to = edtf_of_one(value.substr(slash + 1));
  const bool plain = from.find('/') == std::string::npos && to.find('/') == std::string::npos;
  return from.empty() || to.empty() || !plain ? std::string() : from + "/" + to;
}

std::string edtf_of(const TimeExpression& time) {
  if (time.type == TimexType::duration || time.type == TimexType::set) return {};
  std::string out = edtf_of(time.value);
  if (out.empty() || time.qualifier.empty() || out.find('T') != std::string::npos) return out;
  const std::size_t slash = out.find('/');
  if (slash != std::string::npos) out.insert(slash, time.qualifier);
  return out + time.qualifier;
}

std::optional<TimeBounds> bounds_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return bounds_of_one(value);
  const auto from = bounds_of_one(value.substr(0, slash));
  const auto to = bounds_of_one(value.substr(slash + 1));
  if (!from || !to || to->end < from->begin) return std::nullopt;
  return TimeBounds{from->begin, to->end};
}

}  // namespace diurna
