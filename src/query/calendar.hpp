// Dates and times from texts and from maps of fields, for date(), time() and the like.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "diurna/query/value.hpp"

namespace diurna::cypher {

// Reads digits from the front of a text.
class Digits {
 public:
  explicit Digits(std::string_view text) : rest_(text) {}
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  // Exactly `count` digits as a number.
  std::optional<int> take(std::size_t count);
  bool skip(char c);

 private:
  std::string_view rest_;
};

// The first day of what an ISO 8601 date or TIMEX3 value names; nothing for what has no place in the calendar.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_date(std::string_view text);
// {year, month, day}, {year, week, dayOfWeek}, {year, ordinalDay}, {year, quarter, dayOfQuarter}.
[[nodiscard]] std::optional<std::chrono::sys_days> date_of_fields(const Value::Map& map);
// An integer field; a Fault when it is something else.
[[nodiscard]] std::int64_t integer_field(const Value::Map& map, std::string_view key, std::int64_t otherwise);

}  // namespace diurna::cypher
