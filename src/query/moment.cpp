#include "diurna/query/moment.hpp"

#include <array>
#include <chrono>
#include <cstdio>

namespace diurna {
namespace {

constexpr std::int64_t day_length = 86400;

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

template <typename... Numbers>
std::string formatted(const char* format, Numbers... numbers) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), format, numbers...);
  return text.data();
}

std::string date_text(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return formatted("%04d-%02u-%02uT", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()));
}

// Three, six or nine digits, as many as are needed.
std::string fraction_text(std::int32_t nanosecond) {
  if (nanosecond == 0) return "";
  if (nanosecond % 1000000 == 0) return formatted(".%03d", nanosecond / 1000000);
  if (nanosecond % 1000 == 0) return formatted(".%06d", nanosecond / 1000);
  return formatted(".%09d", nanosecond);
}

std::string clock_text(std::int64_t seconds, std::int32_t nanosecond) {
  const auto second = static_cast<int>(seconds % 60);
  std::string text = formatted("%02d:%02d", static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60));
  if (second != 0 || nanosecond != 0) text += formatted(":%02d", second) + fraction_text(nanosecond);
  return text;
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const int minutes = (offset < 0 ? -offset : offset) / 60;
  return formatted("%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace

std::string to_text(const Moment& moment) {
  const std::int64_t day = floor_div(moment.local_seconds(), day_length);
  std::string text = moment.has_date() ? date_text(day) : "";
  text += clock_text(moment.local_seconds() - day * day_length, moment.nanosecond);
  return moment.has_offset() ? text + offset_text(moment.offset) : text;
}

}  // namespace diurna
