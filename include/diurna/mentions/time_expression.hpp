/// Times of the text with TIMEX3 values, resolved against the article's date and never against the clock.
///
///     // article of 2026-01-08, a Thursday
///     "on Monday"  → DATE 2026-01-05      "last February" → DATE 2025-02       "two years" → DURATION P2Y
///
/// A time that cannot be resolved keeps an underspecified value (XXXX-02) or none; it is never guessed.
#pragma once

#include <string>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"

namespace diurna {

enum class TimexType { date, time, duration, set };
/// "DATE", "TIME", "DURATION", "SET".
[[nodiscard]] std::string_view to_text(TimexType type);

enum class Granularity {
  none,
  century,
  decade,
  year,
  season,
  quarter,
  month,
  week,
  day,
  part_of_day,
  hour,
  minute,
  second
};
[[nodiscard]] std::string_view to_text(Granularity granularity);

struct TimeExpression {
  Span span;  ///< Without a preposition: "Monday", "last February".
  TokenRange tokens;
  TokenId head = TokenId::none();
  TimexType type = TimexType::date;
  std::string value;  ///< TIMEX3: "2026-01-05", "2025-W40", "P2Y", "PRESENT_REF", "XXXX-02"; "" when unresolved.
  Granularity granularity = Granularity::none;
  std::string anchor;  ///< What it was resolved against: the article's date, or the value of an earlier time; "" for
                       ///< absolute times.
  std::string rule;    ///< Name of the rule that read it.
  std::string mod;     ///< TIMEX3 modifier: "APPROX", "START", "END", "MID", "LESS_THAN" …; "" for none.
  std::string qualifier = {};  ///< EDTF: "~" told as near, "?" as doubtful, "%" both; "" for neither.
};

}  // namespace diurna
