#include "diurna/mentions/time_expression.hpp"

#include <array>

namespace diurna {

std::string_view to_text(TimexType type) {
  constexpr std::array<std::string_view, 4> names = {"DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view to_text(Granularity granularity) {
  constexpr std::array<std::string_view, 13> names = {"none",    "century", "decade", "year", "season",
                                                      "quarter", "month",   "week",   "day",  "part_of_day",
                                                      "hour",    "minute",  "second"};
  return names[static_cast<std::size_t>(granularity)];
}

}  // namespace diurna
