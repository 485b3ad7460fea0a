#include "core/json.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"

using diurna::detail::Json;

TEST_CASE("json: a syntax error names line and column") {
  CHECK_THROWS_WITH_AS((void)Json::parse({"a.json", "{\n  \"x\": }"}),
                       "a.json:2:8: error: this is not JSON [json.syntax]; look for a missing comma, quote or bracket "
                       "just before this place",
                       diurna::ParseError);
}

TEST_CASE("json: a missing member and a wrong type name the path") {
  const std::string text = R"({"list": [{"id": 3}, {}]})";
  const auto items = Json::parse({"a.json", text}).items("list");
  REQUIRE(items.size() == 2);
  CHECK(items[0].integer("id") == 3);
  CHECK_THROWS_AS((void)items[0].text("id"), diurna::ParseError);
  CHECK_THROWS_WITH_AS((void)items[1].text("id"),
                       "a.json: list[1]: error: the member 'id' is missing [json.missing]; every entry needs it",
                       diurna::ParseError);
}

TEST_CASE("json: members that may be left out give empty values") {
  const Json root = Json::parse({"a.json", R"({"names": ["a", "b"], "map": {"k": "v"}})"});
  CHECK(root.texts("names") == std::vector<std::string>{"a", "b"});
  CHECK(root.text_map("map").at("k") == "v");
  CHECK(root.texts("other").empty());
  CHECK(root.text_or("other", "d") == "d");
}
