#include "mentions/time_finder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

struct Row {
  std::string_view text;
  std::string_view times;  // "words=value" joined by " | "
};

/// The times of a text as one line, for tables.
std::string times_of(std::string_view text, std::string_view date) {
  const diurna::Document document =
      diurna::read_document({.id = "t", .date = std::string(date), .text = std::string(text)});
  std::string out;
  for (const diurna::TimeExpression& time : diurna::detail::find_times(document, {})) {
    if (!out.empty()) out += " | ";
    out += std::string(document.text(time.span)) + "=" + time.value;
  }
  return out;
}

void check(const std::vector<Row>& rows, std::string_view date) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(times_of(row.text, date) == row.times);
  }
}

constexpr std::string_view thursday = "2026-01-08";

}  // namespace

TEST_CASE("times: dates in all spellings") {
  check({{"It was signed on 8 January 2026 in Oslo.", "8 January 2026=2026-01-08"},
         {"It was signed on January 8th, 2025 in Oslo.", "January 8th, 2025=2025-01-08"},
         {"It was signed on Thursday, the 8th of January.", "Thursday, the 8th of January=2026-01-08"},
         {"It was signed on Jan. 6 in Oslo.", "Jan. 6=2026-01-06"},
         {"It was signed on 01/06/2026 in Oslo.", "01/06/2026=2026-01-06"},
         {"It was signed on 2025-12-31 in Oslo.", "2025-12-31=2025-12-31"},
         {"It was signed in May 2019 in Oslo.", "May 2019=2019-05"},
         {"The fair ran July 27-28 in Oslo.", "July 27-28=2025-07-27/2025-07-28"},
         {"She moved in 2009.", "2009=2009"},
         {"The rules of the 1990s were kept.", "the 1990s=199"},
         {"They came in the 13th century.", "the 13th century=12"},
         {"Sales fell in the second quarter of 2025.", "the second quarter of 2025=2025-Q2"},
         {"She left in June of last year.", "June of last year=2025-06"}},
        thursday);
}

TEST_CASE("times: weekdays follow the tense") {
  check({{"He was released on Monday.", "Monday=2026-01-05"},
         {"He was released on Thursday.", "Thursday=2026-01-08"},
         {"He will be released on Monday.", "Monday=2026-01-12"},
         {"He was released last Thursday.", "last Thursday=2026-01-01"},
         {"He was seen on Monday night.", "Monday night=2026-01-05TNI"},
         {"They will meet next Friday.", "next Friday=2026-01-09"}},
        thursday);
}

TEST_CASE("times: distances from the article's date") {
  check({{"It rained yesterday.", "yesterday=2026-01-07"},
         {"It rained yesterday afternoon.", "yesterday afternoon=2026-01-07TAF"},
         {"It rained last week.", "last week=2026-W01"},
         {"It rained last February.", "last February=2025-02"},
         {"It opened two years ago.", "two years ago=2024"},
         {"It opened three months ago.", "three months ago=2025-10"},
         {"It opens next year.", "next year=2027"},
         {"It was hot last summer.", "last summer=2025-SU"},
         {"He called last night.", "last night=2026-01-07TNI"}},
        thursday);
}

TEST_CASE("times: distances from the time told before") {
  check({{"The talks began on 3 May 2020. Two days later they broke down.",
          "3 May 2020=2020-05-03 | Two days later=2020-05-05"},
         {"The talks began on 3 May 2020. They ended the same day.", "3 May 2020=2020-05-03 | the same day=2020-05-03"},
         {"The talks began in May 2020. They ended the following month.",
          "May 2020=2020-05 | the following month=2020-06"}},
        thursday);
}

TEST_CASE("times: a year at the head of a sentence holds for its dates") {
  check({{"In 2019 it was shown on February 6 in Oslo.", "2019=2019 | February 6=2019-02-06"},
         {"She left in 2019. That September she returned.", "2019=2019 | That September=2019-09"}},
        thursday);
}

TEST_CASE("times: the clock takes the day of its sentence, else the last day told") {
  check({{"The blast came at 15:00 local time on Monday.", "15:00 local time=2026-01-05T15:00 | Monday=2026-01-05"},
         {"He landed at 6am.", "6am=2026-01-08T06:00"},
         {"Shops shut at noon on Tuesday.", "noon=2026-01-06T12:00 | Tuesday=2026-01-06"},
         {"Polls closed at 8:30 p.m. Wednesday.", "8:30 p.m. Wednesday=2026-01-07T20:30"}},
        thursday);
}

TEST_CASE("times: lengths, repetitions and references") {
  check({{"The march took 24 hours.", "24 hours=PT24H"},
         {"A five-year plan was agreed.", "five-year=P5Y"},
         {"Prices rose in the past three months.", "the past three months=P3M"},
         {"It lasted nearly forty years.", "nearly forty years=P40Y"},
         {"It lasted two and a half hours.", "two and a half hours=PT2H30M"},
         {"They meet every Monday.", "every Monday=XXXX-WXX-1"},
         {"The lists are printed daily.", "daily=P1D"},
         {"It is now closed.", "now=PRESENT_REF"},
         {"It was recently shut.", "recently=PAST_REF"}},
        thursday);
}

TEST_CASE("times: words that only look like times") {
  check({{"The 31-year-old singer left.", ""},
         {"They may march again.", ""},
         {"It costs $1990 or 2000 euros.", "2000=2000"},
         {"Spring water fell into the second basin.", ""}},
        thursday);
}

TEST_CASE("times: without an article's date nothing is guessed") {
  check({{"He was released on Monday.", "Monday=XXXX-WXX-1"},
         {"He was released in February.", "February=XXXX-02"},
         {"He was released yesterday.", "yesterday=XXXX-XX-XX"},
         {"He was released in 2009.", "2009=2009"}},
        "");
}

TEST_CASE("times: broken numbers are no times and do no harm") {
  const std::string long_number(400, '9');
  check({{"The 1,0,0 and 99/99/9999 and 0000-00-00.", ""},
         {"In the year 99999 it ends.", "the year=2026"},
         {"On February 30 it ends.", "February=2026-02"}},
        thursday);
  CHECK(times_of(long_number + " years ago, " + long_number, thursday) == "years ago=PAST_REF");
  CHECK(times_of("9000 years ago, or 4000 years ago.", thursday) == "9000 years ago=PAST_REF | 4000 years ago=");
}

TEST_CASE("times: what the text says of certainty, as EDTF marks it") {
  struct Row {
    std::string_view text, qualifier;
  };
  const Row rows[] = {{"It opened in 1990.", ""},
                      {"It opened around 1990.", "~"},
                      {"It opened in about 1990.", "~"},
                      {"It opened perhaps in 1990.", "?"},
                      {"It opened probably around 1990.", "%"},
                      {"It opened circa 1990.", "~"},
                      {"It opened around the corner in 1990.", ""},
                      {"Perhaps it opened in 1990.", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const diurna::Document document = diurna::read_document({.id = "t", .text = std::string(row.text)});
    const auto times = diurna::detail::find_times(document, {});
    REQUIRE(times.size() == 1);
    CHECK(times.front().qualifier == row.qualifier);
  }
}
