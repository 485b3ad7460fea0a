#include "core/tsv.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"

TEST_CASE("rows keep their line numbers, comments and blank lines are skipped") {
  const diurna::Resource table("t.tsv", "# comment\na\tb\r\n\nc\t\n");
  const auto rows = diurna::detail::read_tsv(table, 2, 2);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].line == 2);
  CHECK(rows[0].fields[1] == "b");
  CHECK(rows[1].fields[1].empty());
}

TEST_CASE("a row with too few fields names file and line") {
  const diurna::Resource table("t.tsv", "a\tb\nc\n");
  CHECK_THROWS_WITH_AS((void)diurna::detail::read_tsv(table, 2, 3),
                       "t.tsv:2: error: expected 2 to 3 tab-separated fields, found 1 [data.fields]; fields are "
                       "separated by one tab each",
                       diurna::ParseError);
}
