#include "diurna/mentions/edtf.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace {

using namespace diurna;

TEST_CASE("mentions.edtf: TIMEX3 values as EDTF and as first and last day") {
  struct Row {
    std::string_view value, edtf, begin, end;
  };
  const Row rows[] = {
      {"2026", "2026", "2026-01-01", "2026-12-31"},
      {"2026-02", "2026-02", "2026-02-01", "2026-02-28"},
      {"2024-02", "2024-02", "2024-02-01", "2024-02-29"},
      {"2026-01-05", "2026-01-05", "2026-01-05", "2026-01-05"},
      {"199", "199X", "1990-01-01", "1999-12-31"},
      {"19", "19XX", "1900-01-01", "1999-12-31"},
      {"2026-SP", "2026-21", "2026-03-01", "2026-05-31"},
      {"2026-SU", "2026-22", "2026-06-01", "2026-08-31"},
      {"2026-FA", "2026-23", "2026-09-01", "2026-11-30"},
      {"2023-WI", "2023-24", "2023-12-01", "2024-02-29"},
      {"2026-Q1", "2026-33", "2026-01-01", "2026-03-31"},
      {"2026-Q4", "2026-36", "2026-10-01", "2026-12-31"},
      {"2026-H2", "2026-41", "2026-07-01", "2026-12-31"},
      {"2026-W02", "2026-01-05/2026-01-11", "2026-01-05", "2026-01-11"},
      {"2026-W01", "2025-12-29/2026-01-04", "2025-12-29", "2026-01-04"},
      {"2026-W02-WE", "2026-01-10/2026-01-11", "2026-01-10", "2026-01-11"},
      {"2026-01-05TNI", "2026-01-05", "2026-01-05", "2026-01-05"},
      {"2026-01-05T16:25", "2026-01-05T16:25:00", "2026-01-05T16:25:00", "2026-01-05T16:25:59"},
      {"2026-01-05T16", "2026-01-05T16:00:00", "2026-01-05T16:00:00", "2026-01-05T16:59:59"},
      {"2026-01-05T16:25:48Z", "2026-01-05T16:25:48Z", "2026-01-05T16:25:48Z", "2026-01-05T16:25:48Z"},
      {"2019-07-13/2019-07-17", "2019-07-13/2019-07-17", "2019-07-13", "2019-07-17"},
      {"2017/2018", "2017/2018", "2017-01-01", "2018-12-31"},
      {"XXXX-02", "XXXX-02", "", ""},
      {"XXXX-02-14", "XXXX-02-14", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(edtf_of(row.value) == row.edtf);
    const auto bounds = bounds_of(row.value);
    CHECK(bounds.has_value() == !row.begin.empty());
    if (bounds) CHECK(*bounds == TimeBounds{std::string(row.begin), std::string(row.end)});
  }
}

TEST_CASE("mentions.edtf: what has no place in the calendar, and what is no value, gives nothing") {
  for (const std::string_view value : {"",
                                       "P3M",
                                       "PT24H",
                                       "PXY",
                                       "PRESENT_REF",
                                       "PAST_REF",
                                       "XXXX",
                                       "XXXX-XX-XX",
                                       "XXXX-WXX-1",
                                       "XXXX-XX-XXT09:00",
                                       "2026-13",
                                       "2026-02-30",
                                       "2026-00",
                                       "2026-W54",
                                       "2026-W00",
                                       "2026-W02-9",
                                       "2026-",
                                       "2026-1",
                                       "20261",
                                       "0000",
                                       "2026-XY",
                                       "/",
                                       "2026/",
                                       "/2026",
                                       "2026-W01/2026-W02",
                                       "99999-01-01",
                                       "T",
                                       "T16:25",
                                       "2026T16:25",
                                       "-1",
                                       "W",
                                       "2026-W",
                                       "9999-WI",
                                       "\xff\xff\xff\xff"}) {
    CAPTURE(value);
    const std::string edtf = edtf_of(value);
    CHECK_MESSAGE((edtf.empty() || value == "2026T16:25"), edtf);
  }
}

TEST_CASE("mentions.edtf: what the text says of certainty") {
  TimeExpression time;
  time.value = "1990";
  time.qualifier = "~";
  CHECK(edtf_of(time) == "1990~");
  time.value = "199";
  time.qualifier = "%";
  CHECK(edtf_of(time) == "199X%");
  time.value = "2019-07-13/2019-07-17";
  time.qualifier = "?";
  CHECK(edtf_of(time) == "2019-07-13?/2019-07-17?");
  time.value = "2026-01-05T16:25";
  CHECK(edtf_of(time) == "2026-01-05T16:25:00");  // EDTF qualifies dates only
  time.type = TimexType::duration;
  time.value = "1990";
  CHECK(edtf_of(time).empty());
}

}  // namespace
