/// A time of day or a point in time, with or without an offset from UTC: what time(), localtime(), datetime() and
/// localdatetime() of queries give.
///
///     diurna::Moment noon{.form = diurna::Moment::Form::time, .seconds = 11 * 3600, .offset = 3600};
///     diurna::to_text(noon);      // "12:00+01:00"
///
/// Plain value; 24 bytes.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace diurna {

struct Moment {
  enum class Form : std::uint8_t { local_time, time, local_datetime, datetime };
  Form form = Form::local_time;
  /// Of the day, or since 1970 began; in UTC where there is an offset.
  std::int64_t seconds = 0;
  std::int32_t nanosecond = 0;
  std::int32_t offset = 0;  ///< Seconds east of Greenwich; 0 in local forms.

  [[nodiscard]] bool has_date() const { return form >= Form::local_datetime; }
  [[nodiscard]] bool has_offset() const { return form == Form::time || form == Form::datetime; }
  /// Seconds as the clock on the wall has them.
  [[nodiscard]] std::int64_t local_seconds() const { return seconds + offset; }
  /// Moments of one form in the order of time.
  auto operator<=>(const Moment&) const = default;
};

/// ISO 8601: "10:35", "1984-10-11T12:31:14.645+01:00".
[[nodiscard]] std::string to_text(const Moment& moment);

}  // namespace diurna
