#include "query/analysis.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "diurna/query/error.hpp"
#include "query/parser.hpp"

using diurna::QueryError;
using diurna::cypher::analyze;
using diurna::cypher::parse;
namespace ast = diurna::cypher::ast;

namespace {

struct Case {
  std::string_view query;
  std::string_view error;  // kind and detail; "" for none
};

std::string error_of(std::string_view query) {
  try {
    (void)analyze(parse(query));
    return "";
  } catch (const QueryError& error) {
    return std::string(error.kind_name()) + " " + error.detail();
  }
}

template <std::size_t Size>
void check(const std::array<Case, Size>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.query);
    CHECK(error_of(each.query) == each.error);
  }
}

const ast::Projection& projection_of(const ast::Query& query) {
  return std::get<ast::Return>(query.parts.back().clauses.back().node).projection;
}

}  // namespace

TEST_CASE("variables are known where they are used") {
  check(std::array{
      Case{"MATCH (n) RETURN m", "SyntaxError UndefinedVariable"},
      Case{"MATCH (n) WITH n.x AS x RETURN n", "SyntaxError UndefinedVariable"},
      Case{"MATCH (n) WITH n.x AS x ORDER BY n.y RETURN x", ""},
      Case{"MATCH (n) WITH DISTINCT n.x AS x ORDER BY n.y RETURN x", "SyntaxError UndefinedVariable"},
      Case{"MATCH (n) WITH DISTINCT n.x AS x ORDER BY n.x RETURN x", ""},
      Case{"MATCH (n) WHERE (n)-->(m) RETURN n", "SyntaxError UndefinedVariable"},
      Case{"MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = n.x } RETURN n", ""},
      Case{"MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN m", "SyntaxError UndefinedVariable"},
      Case{"MATCH (n) RETURN [(n)-->(m) | m.x]", ""},
      Case{"RETURN *", "SyntaxError NoVariablesInScope"},
  });
}

TEST_CASE("a misspelt name is met with the nearest one") {
  CHECK_THROWS_WITH_AS((void)analyze(parse("MATCH (person) RETURN persn.name")),
                       "query:1:23: error: there is no variable 'persn' here [query.undefined-variable]; did you mean "
                       "'person'?\n    MATCH (person) RETURN persn.name\n                          ^~~~~",
                       QueryError);
  CHECK_THROWS_WITH_AS((void)analyze(parse("RETURN colect(1)")),
                       "query:1:8: error: there is no function colect() [query.unknown-function]; did you mean "
                       "collect()?\n    RETURN colect(1)\n           ^~~~~~",
                       QueryError);
}

TEST_CASE("a variable is of one kind") {
  check(std::array{
      Case{"MATCH (r)-[r]->() RETURN r", "SyntaxError VariableTypeConflict"},
      Case{"WITH 1 AS n MATCH (n) RETURN n", "SyntaxError VariableTypeConflict"},
      Case{"WITH null AS n MATCH (n) RETURN n", ""},
      Case{"MATCH p = (a), (p) RETURN p", "SyntaxError VariableTypeConflict"},
      Case{"MATCH (p) MATCH p = (a) RETURN p", "SyntaxError VariableAlreadyBound"},
      Case{"MATCH ()-[r]->()-[r]->() RETURN r", "SyntaxError RelationshipUniquenessViolation"},
      Case{"MATCH ()-[r]->() MATCH ()-[r]->() RETURN r", ""},
      Case{"MATCH ()-[r]->() WITH [r] AS rs MATCH ()-[rs*]->() RETURN rs", ""},
      Case{"MATCH (n) UNWIND [1] AS n RETURN n", "SyntaxError VariableAlreadyBound"},
  });
}

TEST_CASE("kinds of values are checked as far as they are known") {
  check(std::array{
      Case{"RETURN 1 AND true", "SyntaxError InvalidArgumentType"},
      Case{"MATCH (n) WHERE n RETURN n", "SyntaxError InvalidArgumentType"},
      Case{"MATCH (n) WHERE n.x RETURN n", ""},
      Case{"RETURN any(x IN ['a'] WHERE x % 2 = 0)", "SyntaxError InvalidArgumentType"},
      Case{"RETURN any(x IN ['a', 1] WHERE x % 2 = 0)", ""},
      Case{"MATCH (n) RETURN length(n)", "SyntaxError InvalidArgumentType"},
      Case{"MATCH (n) RETURN type(n)", "SyntaxError InvalidArgumentType"},
      Case{"RETURN 1 IN 2", "SyntaxError InvalidArgumentType"},
      Case{"WITH 1 AS x RETURN x.y", "TypeError InvalidArgumentType"},
      Case{"MATCH p = () RETURN p.x", "SyntaxError InvalidArgumentType"},
      Case{"RETURN substring('a')", "SyntaxError InvalidNumberOfArguments"},
      Case{"RETURN foo(1)", "SyntaxError UnknownFunction"},
      Case{"MATCH (n $p) RETURN n", "SyntaxError InvalidParameterUse"},
  });
}

TEST_CASE("aggregates stand in projections, beside grouping keys") {
  check(std::array{
      Case{"MATCH (n) WHERE count(n) > 1 RETURN n", "SyntaxError InvalidAggregation"},
      Case{"RETURN count(count(*))", "SyntaxError NestedAggregation"},
      Case{"RETURN count(rand())", "SyntaxError NonConstantExpression"},
      Case{"RETURN [x IN [1] | count(x)]", "SyntaxError InvalidAggregation"},
      Case{"MATCH (n) RETURN [x IN collect(n) | x.y]", ""},
      Case{"MATCH (n) RETURN n.x + count(*)", "SyntaxError AmbiguousAggregationExpression"},
      Case{"MATCH (n) RETURN n.x, n.x + count(*)", ""},
      Case{"MATCH (n) RETURN n.x + n.y, n.x + n.y + count(*)", "SyntaxError AmbiguousAggregationExpression"},
      Case{"MATCH (n) RETURN n.x ORDER BY max(n.y)", "SyntaxError InvalidAggregation"},
      Case{"MATCH (n) RETURN n.x AS x, max(n.y) AS y ORDER BY max(n.y), n.x + 1", ""},
      Case{"MATCH (n) RETURN count(n) AS c ORDER BY n.x + count(n)", "SyntaxError UndefinedVariable"},
  });
}

TEST_CASE("columns have one name each, and the parts of UNION the same") {
  check(std::array{
      Case{"RETURN 1 AS a, 2 AS a", "SyntaxError ColumnNameConflict"},
      Case{"MATCH (n) WITH n.x RETURN 1", "SyntaxError NoExpressionAlias"},
      Case{"RETURN 1 AS a UNION RETURN 2 AS b", "SyntaxError DifferentColumnsInUnion"},
      Case{"RETURN 1 AS a RETURN 2 AS b", "SyntaxError InvalidClauseComposition"},
      Case{"MATCH (n)", "SyntaxError InvalidClauseComposition"},
      Case{"MATCH (n) RETURN n LIMIT n.x", "SyntaxError NonConstantExpression"},
      Case{"MATCH (n) RETURN n LIMIT -1", "SyntaxError NegativeIntegerArgument"},
      Case{"MATCH (n) RETURN n SKIP 1.5", "SyntaxError InvalidArgumentType"},
      Case{"MATCH (n) RETURN n SKIP $skip LIMIT 1 + 1", ""},
      Case{"MATCH (a)-->(b) RETURN (a)-->(b)", "SyntaxError UnexpectedSyntax"},
  });
}

TEST_CASE("the star is written out in the order of names") {
  const ast::Query query = analyze(parse("MATCH (b)-[c]->(a) RETURN *, b.x AS x"));
  const ast::Projection& projection = projection_of(query);
  CHECK_FALSE(projection.star);
  REQUIRE(projection.items.size() == 4);
  CHECK(projection.items[0].name == "a");
  CHECK(projection.items[2].name == "c");
  CHECK(projection.items[3].name == "x");
}

TEST_CASE("behind aggregates, ORDER BY speaks of the columns") {
  const ast::Query query = analyze(parse("MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY count(*) DESC, n.x"));
  const ast::Projection& projection = projection_of(query);
  CHECK(std::get<ast::Variable>(projection.order_by[0].expression->node).name == "c");
  CHECK(std::get<ast::Variable>(projection.order_by[1].expression->node).name == "x");
}

TEST_CASE("aggregates are taken out of an expression once each") {
  const ast::Query query = analyze(parse("MATCH (n) RETURN count(*) + count(*) * sum(n.x) AS x"));
  diurna::cypher::AggregateExtraction aggregates;
  const ast::ExpressionPtr rest = aggregates.extract(projection_of(query).items[0].expression);
  CHECK(aggregates.calls().size() == 2);
  CHECK_FALSE(diurna::cypher::is_aggregating(*rest));
}
