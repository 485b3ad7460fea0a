// localtime(), time(), localdatetime(), datetime(): from ISO 8601 texts and from maps of fields.
#include <array>

#include "query/calendar.hpp"
#include "query/evaluation.hpp"
#include "query/functions.hpp"

namespace diurna::cypher {
namespace {

using Arguments = std::span<const Value>;
using Form = Moment::Form;

constexpr std::int64_t billion = 1000000000;

// A time of day, and its offset in seconds when one was given.
struct Clock {
  std::int64_t seconds = 0;
  std::int64_t nanosecond = 0;
  std::optional<std::int32_t> offset;
};

[[noreturn]] void no_time() { argument_fault("these fields make no time", "InvalidArgumentValue"); }

// Z, +01, +0100, +01:00.
std::optional<std::int32_t> parse_offset(Digits digits) {
  if (digits.skip('Z')) return digits.empty() ? std::optional(0) : std::nullopt;
  const bool west = digits.skip('-');
  if (!west && !digits.skip('+')) return std::nullopt;
  const std::optional<int> hours = digits.take(2);
  digits.skip(':');
  const std::optional<int> minutes = digits.empty() ? 0 : digits.take(2);
  if (!hours || !minutes || !digits.empty() || *hours > 18 || *minutes > 59) return std::nullopt;
  const std::int32_t seconds = *hours * 3600 + *minutes * 60;
  return west ? -seconds : seconds;
}

// Digits of a fraction of a second, as nanoseconds.
std::int64_t take_fraction(Digits& digits) {
  std::int64_t nanosecond = 0;
  for (std::int64_t unit = billion / 10; const std::optional<int> digit = digits.take(1); unit /= 10)
    nanosecond += *digit * unit;
  return nanosecond;
}

// 10, 1030, 10:30, 10:30:15.5, with an offset behind or not.
std::optional<Clock> parse_clock(std::string_view text) {
  Digits digits(text);
  const std::optional<int> hour = digits.take(2);
  digits.skip(':');
  const std::optional<int> minute = digits.take(2);
  digits.skip(':');
  const std::optional<int> second = digits.take(2);
  if (!hour || *hour > 23 || minute.value_or(0) > 59 || second.value_or(0) > 59) return std::nullopt;
  Clock clock{*hour * 3600 + minute.value_or(0) * 60 + second.value_or(0), 0, std::nullopt};
  if (second && digits.skip('.')) clock.nanosecond = take_fraction(digits);
  if (digits.empty()) return clock;
  clock.offset = parse_offset(digits);
  return clock.offset ? std::optional(clock) : std::nullopt;
}

std::int64_t bounded(const Value::Map& map, std::string_view key, std::int64_t limit) {
  const std::int64_t value = integer_field(map, key, 0);
  if (value < 0 || value >= limit) no_time();
  return value;
}

Clock clock_of_fields(const Value::Map& map) {
  Clock clock;
  clock.seconds = bounded(map, "hour", 24) * 3600 + bounded(map, "minute", 60) * 60 + bounded(map, "second", 60);
  clock.nanosecond = bounded(map, "millisecond", 1000) * 1000000 + bounded(map, "microsecond", 1000000) * 1000 +
                     bounded(map, "nanosecond", billion);
  if (clock.nanosecond >= billion) no_time();
  const auto zone = map.find("timezone");
  if (zone == map.end()) return clock;
  if (zone->second.kind() == Value::Kind::string) clock.offset = parse_offset(Digits(zone->second.as_string()));
  if (!clock.offset)
    argument_fault("a timezone is an offset such as '+01:00'; names of zones are not known", "InvalidArgumentValue");
  return clock;
}

constexpr bool has_date(Form form) { return form >= Form::local_datetime; }
constexpr bool has_offset(Form form) { return form == Form::time || form == Form::datetime; }

Moment moment_of(Form form, std::int64_t day, const Clock& clock) {
  const std::int32_t offset = has_offset(form) ? clock.offset.value_or(0) : 0;
  return {form, day * 86400 + clock.seconds - offset, static_cast<std::int32_t>(clock.nanosecond), offset};
}

std::int64_t day_number(std::chrono::sys_days day) { return day.time_since_epoch().count(); }

// Null for a text that names no such time.
Value from_text(Form form, std::string_view text) {
  const std::size_t t = text.find('T');
  const bool dated = has_date(form);
  const auto date = dated ? parse_date(text) : std::chrono::sys_days();
  const std::string_view time = t == std::string_view::npos ? (dated ? "00" : text) : text.substr(t + 1);
  const std::optional<Clock> clock = parse_clock(time);
  if (!date || !clock) return {};
  return moment_of(form, dated ? day_number(*date) : 0, *clock);
}

Value from_fields(Form form, const Value::Map& map) {
  const auto date = has_date(form) ? date_of_fields(map) : std::chrono::sys_days();
  if (!date) no_time();
  return moment_of(form, day_number(*date), clock_of_fields(map));
}

// The wall clock stays as it is; what is missing is midnight of 1970, and UTC.
Value from_moment(Form form, Moment moment) {
  if (has_date(form) && !moment.has_date()) return {};
  std::int64_t seconds = moment.local_seconds();
  if (!has_date(form)) seconds = (seconds % 86400 + 86400) % 86400;
  const std::int32_t offset = has_offset(form) ? moment.offset : 0;
  return Moment{form, seconds - offset, moment.nanosecond, offset};
}

template <Form F>
Value moment(const Context&, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.kind() == Value::Kind::moment) return from_moment(F, value.as_moment());
  return value.kind() == Value::Kind::string ? from_text(F, value.as_string()) : from_fields(F, value.as_map());
}

constexpr Kinds timed = kinds::string | kinds::map | kinds::moment;

constexpr Function of(std::string_view name, Value (*call)(const Context&, Arguments)) {
  return {.name = name, .arguments = {timed, timed, timed}, .result = kinds::moment, .call = call};
}

constexpr std::array table = {
    of("localtime", moment<Form::local_time>),
    of("time", moment<Form::time>),
    of("localdatetime", moment<Form::local_datetime>),
    of("datetime", moment<Form::datetime>),
};

}  // namespace

std::span<const Function> moment_functions() { return table; }

}  // namespace diurna::cypher
