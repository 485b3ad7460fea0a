#include "linguistics/features.hpp"

#include <doctest/doctest.h>

using namespace diurna::detail;

TEST_CASE("the normal form unifies quotes and dashes, case and digits") {
  CHECK(normal_form("Running") == "running");
  CHECK(normal_form("’90s") == "'00s");
  CHECK(normal_form("É") == "é");
  CHECK(normal_form("2010–11") == "0000-00");
  CHECK(normal_form("") == "");
}

TEST_CASE("the shape keeps case, digits and marks, and cuts long runs") {
  CHECK(word_shape("Running") == "Xxxx");
  CHECK(word_shape("U.S.") == "X.X.");
  CHECK(word_shape("’90s") == "'00x");
  CHECK(word_shape("ABCDEFabcdef123456789") == "XXXxxx00");
}

TEST_CASE("rows are those of the trainer") {
  const auto rows = [](const char* form) { return word_rows(form, normal_form(form), 16384, 16384); };
  CHECK(rows("Running").word == 14588);
  CHECK(rows("Running").affixes ==
        std::array<std::uint32_t, 9>{15238, 14864, 14400, 9997, 187, 8798, 8860, 9498, 14712});
  CHECK(rows("’90s").affixes == std::array<std::uint32_t, 9>{2386, 2866, 3263, 0, 5158, 4478, 9226, 62, 3365});
  CHECK(rows("É").affixes == std::array<std::uint32_t, 9>{0, 0, 0, 0, 14598, 0, 0, 0, 1681});
  CHECK(feature_hash(30, "caracas") == 0x426e3d91517522c4U);
}
