#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "diurna/query/error.hpp"
#include "query/engine.hpp"

using diurna::QueryError;
using diurna::Value;

namespace {

struct Case {
  std::string_view expression;
  std::string_view value;  // a literal, or the code of an error
};

std::string evaluated(std::string_view expression) {
  const diurna::cypher::PropertyGraph graph = diurna::cypher::PropertyGraphBuilder().build();
  try {
    const auto result = diurna::cypher::execute(graph, "RETURN " + std::string(expression) + " AS x",
                                                {{"n", 3}, {"nothing", Value()}, {"s", "text"}});
    return to_literal(result[0][0]);
  } catch (const QueryError& error) {
    return error.code();
  }
}

template <std::size_t Size>
void check(const std::array<Case, Size>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.expression);
    CHECK(evaluated(each.expression) == each.value);
  }
}

}  // namespace

TEST_CASE("operators bind as openCypher says") {
  check(std::array{Case{"1 + 2 * 3", "7"}, Case{"(1 + 2) * 3", "9"}, Case{"2 * 3 ^ 2", "18.0"}, Case{"-2 ^ 2", "4.0"},
                   Case{"2 ^ 3 ^ 2", "64.0"}, Case{"10 - 4 - 3", "3"}, Case{"NOT true OR true", "true"},
                   Case{"NOT 1 = 2", "true"}, Case{"true OR false AND false", "true"},
                   Case{"true XOR true OR true", "true"}, Case{"1 < 2 AND 2 < 3", "true"}, Case{"1 < 3 < 2", "false"},
                   Case{"1 IN [1] = true", "true"}, Case{"1 IN [] + [1]", "true"}, Case{"NOT null IS NULL", "false"},
                   Case{"'a' + 'b' STARTS WITH 'ab'", "true"}, Case{"[1, 2] + [[3]][0]", "[1, 2, 3]"},
                   Case{"1 + 2 IS NOT NULL", "true"}});
}

TEST_CASE("integers stay integers and never wrap around") {
  check(std::array{Case{"7 / 2", "3"}, Case{"-7 / 2", "-3"}, Case{"7.0 / 2", "3.5"}, Case{"-7 % 3", "-1"},
                   Case{"7.5 % 2", "1.5"}, Case{"2 ^ 2", "4.0"}, Case{"1 / 0", "query.division-by-zero"},
                   Case{"1 % 0", "query.division-by-zero"}, Case{"1.0 / 0", "Infinity"},
                   Case{"9223372036854775807 + 1", "query.integer-overflow"},
                   Case{"-9223372036854775808 / -1", "query.integer-overflow"}, Case{"-9223372036854775808 % -1", "0"},
                   Case{"3037000500 * 3037000500", "query.integer-overflow"},
                   Case{"abs(-9223372036854775808)", "query.integer-overflow"}});
}

TEST_CASE("+ joins strings and lists") {
  check(std::array{Case{"'a' + 1 + 2.5", "'a12.5'"}, Case{"1 + 'a'", "'1a'"}, Case{"[1] + 2", "[1, 2]"},
                   Case{"1 + [2]", "[1, 2]"}, Case{"[1] + [[2]]", "[1, [2]]"}, Case{"'a' + null", "null"},
                   Case{"'a' + true", "query.invalid-argument-type"}, Case{"1 + true", "query.invalid-argument-type"}});
}

TEST_CASE("null is unknown in logic and comparisons") {
  check(std::array{Case{"null AND false", "false"},
                   Case{"null AND true", "null"},
                   Case{"null OR true", "true"},
                   Case{"null OR false", "null"},
                   Case{"null XOR true", "null"},
                   Case{"NOT null", "null"},
                   Case{"null = null", "null"},
                   Case{"null <> 1", "null"},
                   Case{"1 < null", "null"},
                   Case{"[1, null] = [1, 2]", "null"},
                   Case{"[1, null] = [2, null]", "false"},
                   Case{"1 IN [1, null]", "true"},
                   Case{"2 IN [1, null]", "null"},
                   Case{"null IN []", "false"},
                   Case{"null IN null", "null"},
                   Case{"1 < 'a'", "null"},
                   Case{"1 = 'a'", "false"},
                   Case{"0.0 / 0.0 = 0.0 / 0.0", "false"},
                   Case{"1 = 1.0", "true"},
                   Case{"null IS NULL", "true"}});
}

TEST_CASE("lists are indexed from both ends and sliced") {
  check(std::array{Case{"[1, 2, 3][0]", "1"}, Case{"[1, 2, 3][-1]", "3"}, Case{"[1, 2, 3][3]", "null"},
                   Case{"[1, 2, 3][1..]", "[2, 3]"}, Case{"[1, 2, 3][..-1]", "[1, 2]"}, Case{"[1, 2, 3][2..1]", "[]"},
                   Case{"[1, 2, 3][-10..10]", "[1, 2, 3]"}, Case{"[1, 2, 3][null..2]", "null"},
                   Case{"[1][null]", "null"}, Case{"null[0]", "null"}, Case{"{a: 1}['a']", "1"},
                   Case{"[1]['a']", "query.invalid-argument-type"}, Case{"{a: {b: 2}}.a.b", "2"}});
}

TEST_CASE("comprehensions, quantifiers and reduce bind their own variables") {
  check(std::array{Case{"[x IN range(1, 5) WHERE x % 2 = 1 | x * x]", "[1, 9, 25]"},
                   Case{"[x IN [1, 2] | [y IN [10] | x + y]]", "[[11], [12]]"}, Case{"[x IN null | x]", "null"},
                   Case{"all(x IN [1, 2] WHERE x > 0)", "true"}, Case{"all(x IN [1, null] WHERE x > 0)", "null"},
                   Case{"all(x IN [0, null] WHERE x > 0)", "false"}, Case{"any(x IN [null, 1] WHERE x > 0)", "true"},
                   Case{"none(x IN [] WHERE x > 0)", "true"}, Case{"single(x IN [1, 2] WHERE x = 1)", "true"},
                   Case{"single(x IN [1, 1] WHERE x = 1)", "false"}, Case{"single(x IN [1, null] WHERE x = 1)", "null"},
                   Case{"reduce(sum = 0, x IN [1, 2, 3] | sum + x)", "6"},
                   Case{"reduce(s = '', x IN ['a', 'b'] | x + s)", "'ba'"},
                   Case{"[x IN [1] | y]", "query.undefined-variable"}});
}

TEST_CASE("CASE compares with a subject or tests conditions") {
  check(std::array{Case{"CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END", "'b'"},
                   Case{"CASE null WHEN null THEN 1 ELSE 2 END", "2"}, Case{"CASE WHEN false THEN 1 END", "null"},
                   Case{"CASE WHEN null THEN 1 WHEN true THEN 2 END", "2"}});
}

TEST_CASE("strings are searched and matched as a whole") {
  check(std::array{Case{"'abc' STARTS WITH 'ab'", "true"}, Case{"'abc' ENDS WITH 'bc'", "true"},
                   Case{"'abc' CONTAINS 'd'", "false"}, Case{"'abc' CONTAINS 1", "null"}, Case{"'abc' =~ 'b'", "false"},
                   Case{"'abc' =~ 'a.c'", "true"}, Case{"$s =~ 't+e(x)t'", "true"},
                   Case{"'a' =~ '('", "query.invalid-regular-expression"}, Case{"$s =~ null", "null"}});
}

TEST_CASE("functions of strings count characters, not bytes") {
  check(std::array{Case{"size('école')", "5"}, Case{"reverse('école')", "'elocé'"}, Case{"toUpper('école')", "'ÉCOLE'"},
                   Case{"substring('école', 1, 2)", "'co'"}, Case{"left('école', 1)", "'é'"},
                   Case{"right('abc', 5)", "'abc'"}, Case{"substring('abc', 5)", "''"},
                   Case{"left('abc', -1)", "query.negative-integer-argument"}, Case{"trim(' \\u00a0a ')", "'a'"},
                   Case{"split('a,b,', ',')", "['a', 'b', '']"}, Case{"split('éa', '')", "['é', 'a']"},
                   Case{"replace('aaa', 'aa', 'b')", "'ba'"}, Case{"replace('a', '', 'b')", "'a'"}});
}

TEST_CASE("functions of numbers and conversions") {
  check(std::array{Case{"round(-1.5)", "-1.0"}, Case{"round(2.567, 2)", "2.57"}, Case{"sign(-0.5)", "-1"},
                   Case{"ceil(1.2)", "2.0"}, Case{"toInteger('4.7')", "4"}, Case{"toInteger('x')", "null"},
                   Case{"toInteger(1e300)", "null"}, Case{"toFloat(' 2.5')", "2.5"}, Case{"toBoolean('TRUE')", "true"},
                   Case{"toString(1.0)", "'1.0'"}, Case{"toIntegerOrNull([])", "null"},
                   Case{"toInteger([])", "query.invalid-argument-type"}, Case{"sqrt(-1)", "NaN"},
                   Case{"range(3, 1, -1)", "[3, 2, 1]"}, Case{"range(1, 2, 0)", "query.number-out-of-range"},
                   Case{"size(range(-9223372036854775808, 9223372036854775807))", "query.number-out-of-range"}});
}

TEST_CASE("date() reads days, and the first day of longer times") {
  check(std::array{
      Case{"toString(date('2026-01-08'))", "'2026-01-08'"}, Case{"toString(date('2026-02'))", "'2026-02-01'"},
      Case{"toString(date('2026'))", "'2026-01-01'"}, Case{"toString(date('2026-W01'))", "'2025-12-29'"},
      Case{"toString(date('2026-Q3'))", "'2026-07-01'"}, Case{"toString(date('2026-032'))", "'2026-02-01'"},
      Case{"toString(date('2026-01-08T10:30'))", "'2026-01-08'"}, Case{"date('XXXX-02')", "null"},
      Case{"date('2026-02-30')", "null"}, Case{"date('2026-01-08').dayOfWeek", "4"},
      Case{"date('2026-01-08') < date('2026-02')", "true"}, Case{"date({year: 2026, month: 2}).month", "2"},
      Case{"date({year: 2026, month: 2, day: 30})", "query.invalid-argument-value"}});
}

TEST_CASE("times of day and points in time are read, compared and taken apart") {
  check(std::array{Case{"toString(localtime('10:35'))", "'10:35'"},
                   Case{"toString(time('10:35:00.5-08:00'))", "'10:35:00.500-08:00'"},
                   Case{"toString(time({hour: 12, timezone: '+01:00'}))", "'12:00+01:00'"},
                   Case{"toString(localdatetime('2026-01-08T10:30:15'))", "'2026-01-08T10:30:15'"},
                   Case{"toString(datetime({year: 1984, month: 10, day: 11, hour: 12, nanosecond: 12}))",
                        "'1984-10-11T12:00:00.000000012Z'"},
                   Case{"datetime('2026-01-08T00:30+01:00') < datetime('2026-01-08')", "true"},
                   Case{"localtime('10:00') < time('11:00')", "null"}, Case{"localdatetime('2026-01-08TMO')", "null"},
                   Case{"localdatetime('2026-01-08T10:30').minute", "30"},
                   Case{"datetime('2026-01-08T00:30+01:00').day", "8"},
                   Case{"toString(date(datetime('2026-01-08T00:30+01:00')))", "'2026-01-08'"},
                   Case{"time({hour: 24})", "query.invalid-argument-value"}, Case{"localtime('25:00')", "null"}});
}

TEST_CASE("parameters are values") {
  check(std::array{Case{"$n + 1", "4"}, Case{"$nothing IS NULL", "true"}, Case{"$absent", "query.missing-parameter"}});
}

TEST_CASE("an error of a run has its place, too") {
  const diurna::cypher::PropertyGraph graph = diurna::cypher::PropertyGraphBuilder().build();
  CHECK_THROWS_WITH_AS(
      (void)diurna::cypher::execute(graph, "UNWIND [1, 0] AS x\nRETURN 1 / x", {}),
      "query:2:8: error: division by zero [query.division-by-zero]\n    RETURN 1 / x\n           ^~~~~", QueryError);
}

TEST_CASE("the deepest expressions that are read can be run") {
  const auto repeated = [](std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  CHECK(evaluated(repeated("NOT ", 590) + "true") == "true");
  CHECK(evaluated("1" + repeated(" IS NULL", 590)) == "false");
  CHECK(evaluated("size(" + repeated("[", 200) + repeated("]", 200) + ")") == "1");
  CHECK(evaluated("size(" + repeated("[x IN ", 200) + "[1]" + repeated(" | x]", 200) + ")") == "1");
  CHECK(evaluated(repeated("1 + ", 100000) + "1") == "100001");
}

TEST_CASE("rand gives the same numbers in every run") {
  CHECK(evaluated("[x IN range(1, 3) | rand()]") == evaluated("[x IN range(1, 3) | rand()]"));
  CHECK(evaluated("rand() = rand()") == "false");
}

TEST_CASE("aggregates leave null out and know DISTINCT") {
  const diurna::cypher::PropertyGraph graph = diurna::cypher::PropertyGraphBuilder().build();
  const auto aggregated = [&](std::string_view call) {
    const std::string query = "UNWIND [1, null, 2, 2, 4] AS x RETURN " + std::string(call) + " AS y";
    return to_literal(diurna::cypher::execute(graph, query, {})[0][0]);
  };
  for (const auto& [call, value] :
       std::array{Case{"count(*)", "5"}, Case{"count(x)", "4"}, Case{"count(DISTINCT x)", "3"}, Case{"sum(x)", "9"},
                  Case{"sum(x + 0.5)", "11.0"}, Case{"avg(x)", "2.25"}, Case{"min(x)", "1"}, Case{"max(x)", "4"},
                  Case{"collect(DISTINCT x)", "[1, 2, 4]"}, Case{"percentileDisc(x, 0.5)", "2"},
                  Case{"percentileCont(x, 0.25)", "1.75"}, Case{"stDevP(DISTINCT x)", "1.247219128924647"},
                  Case{"sum(x) * 2 + count(*)", "23"}, Case{"size(collect(x))", "4"}}) {
    CAPTURE(call);
    CHECK(aggregated(call) == value);
  }
}
