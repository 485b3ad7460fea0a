#include "mentions/calendar.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace diurna::detail {
namespace {

using namespace std::chrono;

std::string padded(int value, int width) {
  std::array<char, 16> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string or_open(int value, int width) {
  return value > 0 ? padded(value, width) : std::string(static_cast<std::size_t>(width), 'X');
}

struct IsoWeek {
  int year;
  int week;
};

IsoWeek iso_week(Days day) {
  const weekday name{day};
  const Days thursday = day - days{static_cast<int>(name.iso_encoding()) - 4};
  const year_month_day ymd{thursday};
  const Days new_year = ymd.year() / January / 1;
  return {static_cast<int>(ymd.year()), static_cast<int>((thursday - new_year).count() / 7) + 1};
}

Days monday_of(IsoWeek week) {
  const Days fourth = year{week.year} / January / 4;
  const int weekday_number = static_cast<int>(weekday{fourth}.iso_encoding());
  return fourth - days{weekday_number - 1} + days{7 * (week.week - 1)};
}

std::string_view part_code(DayPart part) {
  constexpr std::array<std::string_view, 7> codes = {"", "TMO", "TAF", "TEV", "TNI", "TDT", "TMI"};
  return codes[static_cast<std::size_t>(part)];
}

std::string clock_text(const Point& point) {
  if (point.hour < 0) return std::string(part_code(point.part));
  std::string out = "T" + padded(point.hour, 2);
  if (point.minute >= 0) out += ":" + padded(point.minute, 2);
  if (point.second >= 0) out += ":" + padded(point.second, 2);
  return out;
}

std::string day_text(const Point& point) {
  if (point.day == 0 && point.weekday > 0) return or_open(point.year, 4) + "-WXX-" + std::to_string(point.weekday);
  return or_open(point.year, 4) + "-" + or_open(point.month, 2) + "-" + or_open(point.day, 2);
}

bool in_range(int year) { return year >= 1 && year <= 9999; }

std::optional<Point> year_point(int year) {
  if (!in_range(year)) return std::nullopt;
  return Point{.granularity = Granularity::year, .year = year};
}

Point week_point(Days day, bool weekend) {
  const IsoWeek week = iso_week(day);
  return {.granularity = Granularity::week, .year = week.year, .week = week.week, .weekend = weekend};
}

std::optional<Point> months_later(int year, int month, int count) {
  const long index = static_cast<long>(year) * 12 + month - 1 + count;
  if (index < 12 || index >= 120000) return std::nullopt;
  return Point{.granularity = Granularity::month,
               .year = static_cast<int>(index / 12),
               .month = static_cast<int>(index % 12) + 1};
}

std::optional<Point> quarters_later(int year, int quarter, int count) {
  const long index = static_cast<long>(year) * 4 + quarter - 1 + count;
  if (index < 4 || index >= 40000) return std::nullopt;
  return Point{.granularity = Granularity::quarter,
               .year = static_cast<int>(index / 4),
               .quarter = static_cast<int>(index % 4) + 1};
}

std::optional<Days> days_later(Days day, long count) {
  const Days moved = day + days{count};
  return in_range(static_cast<int>(year_month_day{moved}.year())) ? std::optional(moved) : std::nullopt;
}

Days easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return std::chrono::year{year} / sum / (sum % 31 + 1);
}

int number_in(std::string_view text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The nth weekday of a month, from its end for a negative n.
Days nth_weekday(int year, int month, int weekday_number, int n) {
  const year_month in{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}};
  const weekday name{static_cast<unsigned>(weekday_number % 7)};
  if (n < 0) return in / name[last];
  return in / name[static_cast<unsigned>(n)];
}

int month_of(const Point& point) {
  if (point.month > 0) return point.month;
  if (point.quarter > 0) return point.quarter * 3 - 2;
  if (point.half > 0) return point.half * 6 - 5;
  if (point.week > 0) {
    return static_cast<int>(
        static_cast<unsigned>(year_month_day{monday_of({point.year, point.week}) + days{3}}.month()));
  }
  return 0;
}

}  // namespace

std::string to_value(const Point& point) {
  switch (point.granularity) {
    case Granularity::none:
      return {};
    case Granularity::century:
      return point.year > 0 ? padded(point.year / 100, 2) : "XX";
    case Granularity::decade:
      return point.year > 0 ? padded(point.year / 10, 3) : "XXX";
    case Granularity::year:
      return or_open(point.year, 4);
    case Granularity::season: {
      constexpr std::array<std::string_view, 5> codes = {"XX", "SP", "SU", "FA", "WI"};
      return or_open(point.year, 4) + "-" + std::string(codes[static_cast<std::size_t>(point.season)]);
    }
    case Granularity::quarter:
      if (point.half > 0) return or_open(point.year, 4) + "-H" + std::to_string(point.half);
      return or_open(point.year, 4) + "-Q" + or_open(point.quarter, 1);
    case Granularity::month:
      return or_open(point.year, 4) + "-" + or_open(point.month, 2);
    case Granularity::week:
      return or_open(point.year, 4) + "-W" + or_open(point.week, 2) + (point.weekend ? "-WE" : "");
    case Granularity::day:
      return day_text(point);
    case Granularity::part_of_day:
    case Granularity::hour:
    case Granularity::minute:
    case Granularity::second:
      return day_text(point) + clock_text(point);
  }
  return {};
}

Point point_of(Days day) {
  const year_month_day ymd{day};
  return {.granularity = Granularity::day,
          .year = static_cast<int>(ymd.year()),
          .month = static_cast<int>(static_cast<unsigned>(ymd.month())),
          .day = static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Days> make_day(int year, int month, int day) {
  if (!in_range(year) || month < 1 || day < 1) return std::nullopt;
  const year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional<Days>(ymd) : std::nullopt;
}

bool is_day_of_month(int month, int day) { return make_day(2000, month, day).has_value(); }

std::optional<Days> day_of(const Point& point) { return make_day(point.year, point.month, point.day); }

std::optional<Days> first_day(const Point& point) {
  if (!in_range(point.year)) return std::nullopt;
  if (point.week > 0) return monday_of({point.year, point.week});
  const int month = month_of(point);
  return make_day(point.year, month > 0 ? month : 1, point.day > 0 ? point.day : 1);
}

std::optional<Point> widen(const Point& point, Unit unit) { return shift(point, unit, 0); }

namespace {

std::optional<Point> weeks_later(const Point& point, int count, bool weekend) {
  if (point.week == 0 && point.day == 0) return std::nullopt;
  const auto from = first_day(point);
  const auto moved = from ? days_later(*from, 7L * count) : std::nullopt;
  return moved ? std::optional(week_point(*moved, weekend)) : std::nullopt;
}

}  // namespace

std::optional<Point> shift(const Point& point, Unit unit, int count) {
  if (!in_range(point.year) || count < -100000 || count > 100000) return std::nullopt;
  switch (unit) {
    case Unit::century:
    case Unit::decade: {
      auto out = year_point(point.year + count * (unit == Unit::century ? 100 : 10));
      if (out) out->granularity = unit == Unit::century ? Granularity::century : Granularity::decade;
      return out;
    }
    case Unit::year:
      return year_point(point.year + count);
    case Unit::quarter: {
      const int month = month_of(point);
      return month == 0 ? std::nullopt : quarters_later(point.year, (month + 2) / 3, count);
    }
    case Unit::month: {
      const int month = month_of(point);
      return month == 0 ? std::nullopt : months_later(point.year, month, count);
    }
    case Unit::fortnight:
    case Unit::week:
    case Unit::weekend:
      return weeks_later(point, count * (unit == Unit::fortnight ? 2 : 1), unit == Unit::weekend);
    case Unit::day: {
      const auto from = day_of(point);
      const auto moved = from ? days_later(*from, count) : std::nullopt;
      return moved ? std::optional(point_of(*moved)) : std::nullopt;
    }
    case Unit::hour:
    case Unit::minute:
    case Unit::second:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Days> holiday(std::string_view how, int year) {
  if (!in_range(year)) return std::nullopt;
  if (how.starts_with("easter")) return days_later(easter(year), number_in(how.substr(6)));
  const int month = number_in(how.substr(0, 2));
  if (how.size() > 2 && how[2] == '#') return nth_weekday(year, month, how[3] - '0', number_in(how.substr(5)));
  return make_day(year, month, number_in(how.substr(3)));
}

Granularity granularity_of(Unit unit) {
  constexpr std::array<Granularity, 12> all = {Granularity::second, Granularity::minute, Granularity::hour,
                                               Granularity::day,    Granularity::week,   Granularity::week,
                                               Granularity::week,   Granularity::month,  Granularity::quarter,
                                               Granularity::year,   Granularity::decade, Granularity::century};
  return all[static_cast<std::size_t>(unit)];
}

std::string_view designator(Unit unit) {
  constexpr std::array<std::string_view, 12> all = {"S", "M", "H", "D", "WE", "W", "W", "M", "Q", "Y", "E", "C"};
  return all[static_cast<std::size_t>(unit)];
}

bool is_clock_unit(Unit unit) { return unit <= Unit::hour; }

}  // namespace diurna::detail
