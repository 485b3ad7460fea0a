// Points of time that may be known only in part, their TIMEX3 values, and arithmetic on them.
//
//     to_value({.granularity = Granularity::month, .year = 2026, .month = 2});     // "2026-02"
//     shift(point_of(2026y / 1 / 8), Unit::week, -1);                              // week 2026-W01
//
// Years run from 1 to 9999; what would leave that range is no point.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/mentions/time_expression.hpp"
#include "mentions/word_table.hpp"

namespace diurna::detail {

using Days = std::chrono::sys_days;

/// A point as fine as its granularity says; 0 (for the clock -1) stands for "not told".
struct Point {
  Granularity granularity = Granularity::none;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;
  int week = 0;
  bool weekend = false;
  int quarter = 0;
  int half = 0;
  Season season = Season::none;
  DayPart part = DayPart::none;
  int hour = -1;
  int minute = -1;
  int second = -1;
  bool operator==(const Point&) const = default;
};

[[nodiscard]] std::string to_value(const Point& point);
[[nodiscard]] Point point_of(Days day);
/// The day of a point as fine as a day.
[[nodiscard]] std::optional<Days> day_of(const Point& point);
/// The first day of the period, if the point knows its year.
[[nodiscard]] std::optional<Days> first_day(const Point& point);
/// The period of length `unit` that holds the point: day 2026-01-08 as a quarter is 2026-Q1.
[[nodiscard]] std::optional<Point> widen(const Point& point, Unit unit);
/// That period, `count` periods later.
[[nodiscard]] std::optional<Point> shift(const Point& point, Unit unit, int count);
[[nodiscard]] std::optional<Days> make_day(int year, int month, int day);
/// Whether the month has such a day in some year.
[[nodiscard]] bool is_day_of_month(int month, int day);
/// A holiday of the word table in a given year: "12-25", "11#4#4", "easter-2".
[[nodiscard]] std::optional<Days> holiday(std::string_view how, int year);
[[nodiscard]] Granularity granularity_of(Unit unit);
/// "D", "W", "M" …; `in_time` tells whether the designator stands behind "PT".
[[nodiscard]] std::string_view designator(Unit unit);
[[nodiscard]] bool is_clock_unit(Unit unit);

}  // namespace diurna::detail
