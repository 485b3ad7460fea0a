#include "query/parser.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "diurna/query/error.hpp"

using diurna::QueryError;
using diurna::cypher::Dialect;
using diurna::cypher::parse;
namespace ast = diurna::cypher::ast;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// `first`, then `open` and `close` nested `depth` times around `inner`.
std::string nested(std::string_view first, std::string_view open, std::string_view inner, std::string_view close,
                   std::size_t depth) {
  return std::string(first) + repeated(open, depth) + std::string(inner) + repeated(close, depth);
}

std::string code_of(std::string_view query) {
  try {
    (void)parse(query);
    return "";
  } catch (const QueryError& error) {
    return error.code();
  }
}

const ast::Match& first_match(const ast::Query& query) {
  return std::get<ast::Match>(query.parts.front().clauses.front().node);
}

const ast::Projection& last_projection(const ast::Query& query) {
  return std::get<ast::Return>(query.parts.back().clauses.back().node).projection;
}

}  // namespace

TEST_CASE("a pattern keeps variables, labels, types, directions and lengths") {
  const ast::Query query = parse("MATCH p = (a:X:Y {n: 1})<-[r:S|T*1..3]-()--(b), (c)-->(d) RETURN *");
  const ast::Match& match = first_match(query);
  REQUIRE(match.patterns.size() == 2);
  const ast::PathPattern& path = match.patterns[0];
  CHECK(path.variable == "p");
  REQUIRE(path.nodes.size() == 3);
  CHECK(path.nodes[0].labels == std::vector<std::string>{"X", "Y"});
  CHECK(path.nodes[0].properties);
  CHECK_FALSE(path.nodes[1].variable);
  CHECK(path.relationships[0].direction == ast::Direction::incoming);
  CHECK(path.relationships[0].types == std::vector<std::string>{"S", "T"});
  REQUIRE(path.relationships[0].length);
  CHECK(path.relationships[0].length->minimum == 1);
  CHECK(path.relationships[0].length->maximum == 3);
  CHECK(path.relationships[1].direction == ast::Direction::either);
  CHECK_FALSE(path.relationships[1].length);
  CHECK(match.patterns[1].relationships[0].direction == ast::Direction::outgoing);
}

TEST_CASE("the ends of a variable length may be left out") {
  struct Case {
    std::string_view length;
    std::optional<std::int64_t> minimum;
    std::optional<std::int64_t> maximum;
  };
  const std::array cases = {Case{"*", {}, {}},   Case{"*2", 2, 2},    Case{"*2..", 2, {}},
                            Case{"*..2", {}, 2}, Case{"*..", {}, {}}, Case{"* 1 .. 2", 1, 2}};
  for (const Case& each : cases) {
    CAPTURE(each.length);
    const ast::Query query = parse("MATCH ()-[" + std::string(each.length) + "]->() RETURN 1");
    const auto& length = first_match(query).patterns[0].relationships[0].length;
    REQUIRE(length);
    CHECK(length->minimum == each.minimum);
    CHECK(length->maximum == each.maximum);
  }
}

TEST_CASE("a column without a name is called by its words") {
  const ast::Projection projection =
      last_projection(parse("MATCH (n) RETURN n, n.name, cOuNt( * ), 1 + /* two */ 2 AS three , `odd ``name`"));
  REQUIRE(projection.items.size() == 5);
  CHECK(projection.items[0].name == "n");
  CHECK(projection.items[1].name == "n.name");
  CHECK_FALSE(projection.items[1].aliased);
  CHECK(projection.items[2].name == "cOuNt( * )");
  CHECK(projection.items[3].name == "three");
  CHECK(projection.items[4].name == "odd `name");
}

TEST_CASE("a parenthesis is a pattern only where a relationship follows") {
  for (const std::string_view predicate : {"(a)-->(b)", "(a)<-[:T]-()", "(a {x: 1})--(b)", "NOT (a)-[:T*2]-(b)"}) {
    CAPTURE(predicate);
    const ast::Query query = parse("MATCH (a), (b) WHERE " + std::string(predicate) + " RETURN a");
    const ast::Expression* where = first_match(query).where.get();
    if (const auto* negation = std::get_if<ast::Not>(&where->node)) where = negation->operand.get();
    CHECK(std::holds_alternative<ast::Subquery>(where->node));
  }
  for (const std::string_view value : {"(a) - (b)", "(a)", "(a) < -(b)", "(a) - [1][0]", "((a) + (b)) * 2"}) {
    CAPTURE(value);
    const ast::Query query = parse("RETURN " + std::string(value));
    CHECK_FALSE(std::holds_alternative<ast::Subquery>(last_projection(query).items[0].expression->node));
  }
}

TEST_CASE("brackets are lists, list comprehensions or pattern comprehensions") {
  const auto kind = [](std::string_view text) {
    return last_projection(parse("RETURN " + std::string(text))).items[0].expression->node;
  };
  CHECK(std::holds_alternative<ast::ListLiteral>(kind("[1, x IN [2]]")));
  CHECK(std::holds_alternative<ast::ListLiteral>(kind("[x IN [2], 1]")));
  CHECK(std::holds_alternative<ast::ListComprehension>(kind("[x IN [2]]")));
  CHECK(std::holds_alternative<ast::ListComprehension>(kind("[x IN [2] WHERE x > 1 | x]")));
  CHECK(std::holds_alternative<ast::Subquery>(kind("[(a)-->(b) | b.name]")));
  CHECK(std::holds_alternative<ast::Subquery>(kind("[p = (a)-->(b) WHERE b.x | p]")));
}

TEST_CASE("keywords and functions know no case, names do") {
  const ast::Query query = parse("match (N) where N.a iS nOt NuLl reTURN N oRdEr By N.a dEsC sKiP 1 lImIt 2");
  CHECK(first_match(query).patterns[0].nodes[0].variable == "N");
  CHECK(last_projection(query).order_by[0].descending);
  CHECK(last_projection(query).limit);
}

TEST_CASE("an error names the place, what is wrong and what was probably meant") {
  struct Case {
    std::string_view query;
    std::string_view what;
  };
  const std::array cases = {
      Case{"MATCH (n)\nRETRUN n",
           "query:2:1: error: unexpected 'RETRUN' [query.unexpected-syntax]; did you mean RETURN?\n"
           "    RETRUN n\n    ^~~~~~"},
      Case{"MATCH (é) WHERE é.x != 3 RETURN é",
           "query:1:21: error: unexpected '!' [query.unexpected-syntax]; write <> for unequal\n"
           "    MATCH (é) WHERE é.x != 3 RETURN é\n                        ^"},
      Case{"RETURN 'abc",
           "query:1:8: error: this ' is not closed [query.unexpected-syntax]\n    RETURN 'abc\n           ^"},
      Case{
          "MATCH (n) DELETE n",
          "query:1:11: error: DELETE is not part of the language: queries only read [query.unexpected-syntax]; a query "
          "is made of MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN and UNION\n    MATCH (n) DELETE n\n              "
          "^~~~~~"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK_THROWS_WITH_AS((void)parse(each.query), std::string(each.what).c_str(), QueryError);
  }
}

TEST_CASE("errors have the codes of openCypher") {
  struct Case {
    std::string_view query;
    std::string_view code;
  };
  const std::array cases = {
      Case{"RETURN 0x", "query.invalid-number-literal"},
      Case{"RETURN 12ab", "query.invalid-number-literal"},
      Case{"RETURN 9223372036854775808", "query.integer-overflow"},
      Case{"RETURN -9223372036854775808", ""},
      Case{"RETURN 1e999", "query.floating-point-overflow"},
      Case{"RETURN 1e-999", ""},
      Case{"RETURN '\\uH'", "query.invalid-unicode-literal"},
      Case{"RETURN '\\uD83D'", "query.invalid-unicode-literal"},
      Case{"RETURN 1 \xE2\x80\x94 2", "query.invalid-unicode-character"},
      Case{"MATCH (a)-[:T*-2]->(b) RETURN a", "query.invalid-relationship-pattern"},
      Case{"RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a", "query.invalid-clause-composition"},
      Case{"RETURN 1 = NOT true", "query.unexpected-syntax"},
      Case{"", "query.unexpected-syntax"},
      Case{"RETURN", "query.unexpected-syntax"},
      Case{"CREATE (a)", "query.unexpected-syntax"},
      Case{"RETURN [1, ]", "query.unexpected-syntax"},
      Case{"RETURN {1: 2}", "query.unexpected-syntax"},
      Case{"RETURN all(x IN [1])", ""},  // a call of a function, which analysis refuses
  };
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(code_of(each.query) == each.code);
  }
}

TEST_CASE("CREATE is read only for the set-up of tests") {
  CHECK_NOTHROW((void)parse("CREATE (a:A {x: 1})-[:T]->(b)", Dialect::with_create));
}

TEST_CASE("deep nesting is an error, not a crash, and takes no exponential time") {
  const std::string too_deep = "query.nested-too-deeply";
  CHECK(code_of(nested("RETURN ", "(", "1", ")", 200)).empty());
  CHECK(code_of(nested("RETURN ", "[", "", "]", 200)).empty());
  CHECK(code_of(nested("RETURN ", "{a: ", "1", "}", 200)).empty());
  CHECK(code_of(nested("RETURN ", "CASE WHEN true THEN ", "1", " END", 200)).empty());
  CHECK(code_of(nested("RETURN ", "[x IN ", "[1]", ", 1]", 200)).empty());
  CHECK(code_of(nested("RETURN ", "all(x IN ", "1", ")", 200)).empty());
  CHECK(code_of(nested("RETURN ", "({a: ", "1", "})-[1]", 100)).empty());
  CHECK(code_of(nested("RETURN ", "(", "1", ")", 100000)) == too_deep);
  CHECK(code_of(nested("RETURN ", "({a: ", "1", "})-[1]", 10000)) == too_deep);
  CHECK(code_of(nested("MATCH ", "(", "a", ")", 100000) + " RETURN a") == too_deep);
  CHECK(code_of("RETURN " + repeated("NOT ", 100000) + "true") == too_deep);
  CHECK(code_of("RETURN " + repeated("-", 100000) + "1") == too_deep);
  CHECK(code_of("RETURN a" + repeated(".b", 100000)) == too_deep);
  CHECK(code_of("RETURN a" + repeated(" IS NULL", 100000)) == too_deep);
  CHECK(code_of(nested("RETURN ", "EXISTS { MATCH (n) WHERE ", "true", " }", 10000)) == too_deep);
}

TEST_CASE("a query may be a megabyte long") {
  CHECK(code_of("RETURN " + repeated("1 + ", 250000) + "1").empty());
  CHECK(code_of("RETURN [" + repeated("1, ", 330000) + "1]").empty());
  CHECK(code_of("RETURN '" + repeated("a", 1000000) + "'").empty());
  CHECK(code_of("RETURN " + repeated("/* a */ ", 125000) + "1").empty());
  CHECK(code_of("MATCH (a)" + repeated("-->()", 200000) + " RETURN a").empty());
}

TEST_CASE("no bytes make the parser fail otherwise than by QueryError") {
  const std::string whole =
      "MATCH p = (a:X {n: 'x\\u00e9'})-[r:T*1..2]->(b) WHERE a.x =~ '.*' AND (a)-->(b) RETURN [x IN [1.5e3] | x]";
  for (std::size_t end = 0; end < whole.size(); ++end) (void)code_of(whole.substr(0, end));
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char byte : {'\0', '\xff', '\'', '(', '`', '\\'}) {
      std::string damaged = whole;
      damaged[at] = byte;
      (void)code_of(damaged);
    }
  CHECK(code_of(whole).empty());
}
