#include "mentions/quantity_finder.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

std::string number(double value) {
  if (std::isinf(value)) return "inf";
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// "words [low, high] unit > counted", joined by " | ".
std::string quantities_of(std::string_view text) {
  const diurna::Document document = diurna::read_document({.id = "q", .text = std::string(text)});
  std::string out;
  for (const diurna::Quantity& quantity : diurna::detail::find_quantities(document, {})) {
    if (!out.empty()) out += " | ";
    out += std::string(document.text(quantity.span)) + " [" + number(quantity.low) + ", " + number(quantity.high) + "]";
    if (!quantity.unit.empty()) out += " " + quantity.unit;
    if (quantity.counted) out += " > " + std::string(document.form(quantity.counted));
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view quantities;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(quantities_of(row.text) == row.quantities);
  }
}

}  // namespace

TEST_CASE("quantities: figures and words with what they count") {
  check({{"Five sailors drowned.", "Five [5, 5] > sailors"},
         {"Police held 1,204 people.", "1,204 [1204, 1204] > people"},
         {"About twenty-four cars burned.", "About twenty-four [24, 24] > cars"},
         {"Some two hundred and six ships sank.", "Some two hundred and six [206, 206] > ships"}});
}

TEST_CASE("quantities: hedges and ranges move the bounds") {
  check({{"Between 800 and 1,000 prisoners fled.", "Between 800 and 1,000 [800, 1000] > prisoners"},
         {"At least a dozen guards fled.", "At least a dozen [12, inf] > guards"},
         {"Up to 40 guards fled.", "Up to 40 [0, 40] > guards"},
         {"It takes from 5 to 10 men.", "from 5 to 10 [5, 10] > men"},
         {"It takes 10–12 men.", "10–12 [10, 12] > men"},
         {"Dozens of men fled.", "Dozens [24, inf] > men"},
         {"Several men fled.", "Several [2, inf] > men"},
         {"Several thousand men fled.", "Several thousand [2000, 10000] > men"}});
}

TEST_CASE("quantities: money, shares and measures carry their unit") {
  check({{"It cost $3.5 million.", "$3.5 million [3500000, 3500000] USD"},
         {"It cost US$5 to $10 million.", "US$5 to $10 million [5000000, 10000000] USD"},
         {"It cost nearly €20,000.", "nearly €20,000 [20000, 20000] EUR"},
         {"It cost 900 million rubles.", "900 million rubles [900000000, 900000000] RUB > rubles"},
         {"More than 85% voted.", "More than 85% [85, inf] % > %"},
         {"A third of voters stayed home.", "A third [33.333333, 33.333333] % > voters"},
         {"It lies 10 km away.", "10 km [10, 10] km > km"}});
}

TEST_CASE("quantities: dates, scores, labels and broken numbers are none") {
  check({{"They won 3-1 on 8 January 2026.", ""},
         {"Article 50 and an F-16 and No. 5.", ""},
         {"A two-party system.", ""},
         {"Nobody and no one came.", ""},
         {std::string_view("It was 2-0 at 10:30."), ""}});
  CHECK(quantities_of("The code " + std::string(400, '7') + " failed.").empty());
}
