#include "diurna/query/value.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>
#include <vector>

namespace {

using namespace diurna;
using List = Value::List;
using Map = Value::Map;

const double nan = std::numeric_limits<double>::quiet_NaN();

std::string text_of(std::optional<bool> answer) { return !answer ? "null" : *answer ? "true" : "false"; }

TEST_CASE("query.value: equality has three answers") {
  struct Case {
    Value a, b;
    std::string_view expected;
  };
  const std::vector<Case> cases = {
      {1, 1, "true"},
      {1, 1.0, "true"},
      {1, "1", "false"},
      {true, 1, "false"},
      {Value(), Value(), "null"},
      {Value(), 1, "null"},
      {nan, nan, "false"},
      {List{1, 2}, List{1, 2.0}, "true"},
      {List{1}, List{1, Value()}, "false"},
      {List{1, Value()}, List{1, 2}, "null"},
      {List{1, Value()}, List{2, Value()}, "false"},
      {Map{{"a", 1}}, Map{{"a", Value()}}, "null"},
      {Map{{"a", 1}}, Map{{"b", 1}}, "false"},
      {std::int64_t{9007199254740993}, 9007199254740992.0, "false"},
      {Value::node(3), Value::node(3), "true"},
      {Value::node(3), Value::relationship(3), "false"},
  };
  for (const Case& c : cases) {
    CAPTURE(to_literal(c.a));
    CAPTURE(to_literal(c.b));
    CHECK(text_of(equals(c.a, c.b)) == c.expected);
    CHECK(text_of(equals(c.b, c.a)) == c.expected);
  }
}

TEST_CASE("query.value: equivalence takes null for null and NaN for NaN, and equal hashes go with it") {
  CHECK(equivalent(Value(), Value()));
  CHECK(equivalent(nan, nan));
  CHECK(equivalent(List{nan, Value()}, List{nan, Value()}));
  CHECK_FALSE(equivalent(Value(), 0));
  const std::vector<std::pair<Value, Value>> same = {
      {1, 1.0}, {nan, -nan}, {List{1, Value()}, List{1.0, Value()}}, {Map{{"k", 2}}, Map{{"k", 2.0}}}};
  for (const auto& [a, b] : same) CHECK(hash_value(a) == hash_value(b));
}

TEST_CASE("query.value: only values of one kind compare") {
  CHECK(compare(1, 1.5) == std::partial_ordering::less);
  CHECK(compare("b", "a") == std::partial_ordering::greater);
  CHECK(compare(List{1, 2}, List{1, 3}) == std::partial_ordering::less);
  CHECK(compare(1, nan) == std::partial_ordering::unordered);
  CHECK_FALSE(compare(1, "a"));
  CHECK_FALSE(compare(Value(), 1));
  CHECK_FALSE(compare(Value::node(1), Value::node(2)));
}

TEST_CASE("query.value: everything has a place in ORDER BY") {
  const std::vector<Value> sorted = {Map{},
                                     Map{{"a", 1}},
                                     Value::node(0),
                                     Value::relationship(0),
                                     List{},
                                     List{"a"},
                                     List{1},
                                     Value(PathRecord{{Value::node(0)}, {}}),
                                     "",
                                     "a",
                                     false,
                                     true,
                                     -std::numeric_limits<double>::infinity(),
                                     -1,
                                     0.5,
                                     1,
                                     nan,
                                     Value()};
  std::vector<Value> shuffled(sorted.rbegin(), sorted.rend());
  std::ranges::sort(shuffled, [](const Value& a, const Value& b) { return order(a, b) < 0; });
  REQUIRE(shuffled.size() == sorted.size());
  std::vector<std::string> texts, expected;
  for (const Value& value : shuffled) texts.push_back(to_literal(value));
  for (const Value& value : sorted) expected.push_back(to_literal(value));
  CHECK(texts == expected);
}

TEST_CASE("query.value: literals read as Cypher writes them") {
  const NodeRecord ana{.labels = {"PERSON", "entity"}, .properties = {{"name", "Ana"}}};
  const Value node = Value::node(0, ana);
  const Value other = Value::node(1, {.labels = {"GPE"}, .properties = {}});
  const Value edge = Value::relationship(
      0, {.type = "in", .source = 1, .target = 0, .source_id = {}, .target_id = {}, .properties = {{"n", 1}}});
  const std::vector<std::pair<Value, std::string_view>> cases = {
      {Value(), "null"},
      {true, "true"},
      {-3, "-3"},
      {2.0, "2.0"},
      {1e300, "1e+300"},
      {nan, "NaN"},
      {"it's \\ a\nline", "'it\\'s \\\\ a\\nline'"},
      {List{1, "a", Value()}, "[1, 'a', null]"},
      {Map{{"a b", 1}, {"c", List{}}}, "{`a b`: 1, c: []}"},
      {Value::Date(std::chrono::sys_days(std::chrono::year(2026) / 1 / 5)), "'2026-01-05'"},
      {node, "(:PERSON:entity {name: 'Ana'})"},
      {edge, "[:in {n: 1}]"},
      {Value(PathRecord{{node, other}, {edge}}), "<(:PERSON:entity {name: 'Ana'})<-[:in {n: 1}]-(:GPE)>"},
  };
  for (const auto& [value, expected] : cases) CHECK(to_literal(value) == expected);
  CHECK(to_text(Value("it's")) == "it's");
}

TEST_CASE("query.value: copies share their content, also between threads") {
  const Value list = List{"shared", List{"deep", 1}};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([list] {
      for (int round = 0; round < 10000; ++round) {
        Value copy = list;
        Value moved = std::move(copy);
        copy = moved;
        if (!equivalent(copy, moved)) std::abort();
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(&list.as_list() == &Value(list).as_list());
}

}  // namespace
