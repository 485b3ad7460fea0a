#include "diurna/mentions/time_interval.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using namespace diurna;

std::string shown(std::string_view timex) {
  const auto days = day_interval(timex);
  return days ? iso_date(days->first) + " " + iso_date(days->last) : "none";
}

TEST_CASE("time interval: the days that a TIMEX3 value covers") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"2026-01-05", "2026-01-05 2026-01-05"},
      {"2026-01-05T14:30", "2026-01-05 2026-01-05"},
      {"2026-01-05TMO", "2026-01-05 2026-01-05"},
      {"2024-02", "2024-02-01 2024-02-29"},
      {"2026", "2026-01-01 2026-12-31"},
      {"202", "2020-01-01 2029-12-31"},
      {"19", "1900-01-01 1999-12-31"},
      {"2026-W01", "2025-12-29 2026-01-04"},
      {"2020-W53", "2020-12-28 2021-01-03"},
      {"2026-W02-WE", "2026-01-10 2026-01-11"},
      {"2026-Q4", "2026-10-01 2026-12-31"},
      {"2026-H1", "2026-01-01 2026-06-30"},
      {"2026-SP", "2026-03-01 2026-05-31"},
      {"2026-WI", "2026-12-01 2027-02-28"},
      {"0999-12-31", "0999-12-31 0999-12-31"},
  };
  for (const auto& [timex, days] : table) {
    CAPTURE(timex);
    CHECK(shown(timex) == days);
  }
}

TEST_CASE("time interval: what has no place in the calendar is none") {
  for (const char* timex :
       {"",        "XXXX-02",  "PRESENT_REF", "P2Y",       "PT2H",        "2026-02-30",  "2026-13",
        "2026-00", "2026-W54", "2025-W53",    "2026-Q5",   "2026-Q0",     "2026-H3",     "2026-XX",
        "2026-1",  "2",        "0000",        "20260105",  "2026-01-05-", "2026-W02-XX", "2026/01/05",
        "T12:00",  "2026-W2",  "-2026",       "2026-01-0a"}) {
    CAPTURE(std::string(timex));
    CHECK(shown(timex) == "none");
  }
}

}  // namespace
