// The abstract syntax of a query: what the parser (query/parser.hpp) returns and the planner reads.
//
//     MATCH (p:PERSON)<-[:agent]-(e) WHERE p.name = $name RETURN e.type AS type, count(*) ORDER BY type LIMIT 5
//
// is a Query of one SingleQuery of two clauses: a Match (one PathPattern of two nodes, a `where`) and a Return. Trees
// are immutable and shared (`ExpressionPtr`), so that the planner may copy and cut them freely. `source` is the span of
// the words in the text of the query, for messages and for the names of columns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "diurna/core/span.hpp"

namespace diurna::cypher::ast {

struct Expression;
struct Query;
using ExpressionPtr = std::shared_ptr<const Expression>;
using QueryPtr = std::shared_ptr<const Query>;

// Expressions -------------------------------------------------------------------------------------------------------

struct Literal {
  std::variant<std::monostate, bool, std::int64_t, double, std::string> value;  // monostate is null
};
struct Parameter {
  std::string name;  // without the $
};
struct Variable {
  std::string name;
};
struct ListLiteral {
  std::vector<ExpressionPtr> items;
};
struct MapLiteral {
  std::vector<std::pair<std::string, ExpressionPtr>> entries;
};
struct PropertyAccess {
  ExpressionPtr subject;
  std::string key;
};
// n:Person:Author, or r:KNOWS for relationships.
struct LabelPredicate {
  ExpressionPtr subject;
  std::vector<std::string> labels;
};
struct Index {
  ExpressionPtr subject;
  ExpressionPtr index;
};
// list[from..to]; either end may be absent.
struct Slice {
  ExpressionPtr subject;
  ExpressionPtr from;
  ExpressionPtr to;
};

// a AND b AND c is one Logical of three operands; long chains do not make deep trees.
struct Logical {
  enum class Operator { conjunction, disjunction, exclusive };
  Operator op;
  std::vector<ExpressionPtr> operands;
};
struct Not {
  ExpressionPtr operand;
};
// a < b <= c: true when every neighbouring pair compares so. operators.size() == operands.size() - 1.
struct Comparison {
  enum class Operator { equal, unequal, less, less_equal, greater, greater_equal };
  std::vector<ExpressionPtr> operands;
  std::vector<Operator> operators;
};
// Operators of one precedence, evaluated from the left. operators.size() == operands.size() - 1.
struct Arithmetic {
  enum class Operator { add, subtract, multiply, divide, modulo, power };
  std::vector<ExpressionPtr> operands;
  std::vector<Operator> operators;
};
// -x and +x.
struct Sign {
  bool negative;
  ExpressionPtr operand;
};
struct StringPredicate {
  enum class Operator { starts_with, ends_with, contains, matches };
  Operator op;
  ExpressionPtr left;
  ExpressionPtr right;
};
struct In {
  ExpressionPtr element;
  ExpressionPtr list;
};
struct IsNull {
  ExpressionPtr operand;
  bool negated;
};

struct Case {
  ExpressionPtr subject;  // absent in CASE WHEN
  std::vector<std::pair<ExpressionPtr, ExpressionPtr>> branches;
  ExpressionPtr otherwise;  // absent: null
};
struct FunctionCall {
  std::string name;  // as written, with its namespace
  bool distinct = false;
  std::vector<ExpressionPtr> arguments;
};
struct CountStar {};
struct ListComprehension {
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr where;       // may be absent
  ExpressionPtr projection;  // absent: the element itself
};
struct Quantifier {
  enum class Kind { all, any, none, single };
  Kind kind;
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr predicate;
};
struct Reduce {
  std::string accumulator;
  ExpressionPtr initial;
  std::string variable;
  ExpressionPtr list;
  ExpressionPtr step;
};
// n {.name, .*, other, key: expression}
struct MapProjection {
  struct Entry {
    std::string key;      // of .key, variable and key: expression
    ExpressionPtr value;  // absent: .key, or .* when `all`
    bool all = false;
  };
  ExpressionPtr subject;
  std::vector<Entry> entries;
};
// Everything in an expression that asks the graph: written in one of four ways, always a whole query.
//   (a)-->(b)                        exists, MATCH (a)-->(b)
//   EXISTS { (a)-->(b) WHERE … }     exists, MATCH (a)-->(b) WHERE …
//   COUNT { … }                      count
//   [(a)-->(b) WHERE … | b.name]     collect, MATCH (a)-->(b) WHERE … RETURN b.name
// Its clauses see the variables around it. A query without RETURN stands for its rows.
struct Subquery {
  enum class Kind { exists, count, collect };
  enum class Form { pattern_predicate, pattern_comprehension, braces };
  Kind kind;
  Form form;
  QueryPtr query;
};

struct Expression {
  using Node = std::variant<Literal, Parameter, Variable, ListLiteral, MapLiteral, PropertyAccess, LabelPredicate,
                            Index, Slice, Logical, Not, Comparison, Arithmetic, Sign, StringPredicate, In, IsNull, Case,
                            FunctionCall, CountStar, ListComprehension, Quantifier, Reduce, MapProjection, Subquery>;
  Node node;
  Span source;
  std::size_t depth = 1;  // levels of the tree; the parser limits them, so that walks may recurse
};

// Patterns ----------------------------------------------------------------------------------------------------------

struct NodePattern {
  std::optional<std::string> variable;
  std::vector<std::string> labels;  // all of them
  ExpressionPtr properties;         // absent, a MapLiteral or a Parameter
  Span source;
};

enum class Direction { outgoing, incoming, either };

// *, *2, *1..3, *..3; absent ends are 1 and "no limit".
struct Length {
  std::optional<std::int64_t> minimum;
  std::optional<std::int64_t> maximum;
};

struct RelationshipPattern {
  std::optional<std::string> variable;
  std::vector<std::string> types;  // one of them; empty: any
  Direction direction = Direction::either;
  std::optional<Length> length;  // absent: exactly one relationship, not a list
  ExpressionPtr properties;
  Span source;
};

// nodes.size() == relationships.size() + 1.
struct PathPattern {
  enum class Search { every, shortest, all_shortest };
  std::optional<std::string> variable;
  Search search = Search::every;
  std::vector<NodePattern> nodes;
  std::vector<RelationshipPattern> relationships;
  Span source;
};

// Clauses -----------------------------------------------------------------------------------------------------------

struct Match {
  bool optional = false;
  std::vector<PathPattern> patterns;
  ExpressionPtr where;  // may be absent
};
struct Unwind {
  ExpressionPtr list;
  std::string variable;
};
struct Create {
  std::vector<PathPattern> patterns;
};

struct ProjectionItem {
  ExpressionPtr expression;
  std::string name;      // the alias, else the words of the expression
  bool aliased = false;  // AS was written, or the expression is a variable
};
struct SortItem {
  ExpressionPtr expression;
  bool descending = false;
};
// What WITH and RETURN share. After analysis (query/analysis.hpp) `star` is false: its items stand in `items`.
struct Projection {
  bool distinct = false;
  bool star = false;
  std::vector<ProjectionItem> items;
  std::vector<SortItem> order_by;
  ExpressionPtr skip;   // may be absent
  ExpressionPtr limit;  // may be absent
  Span source;
};
struct With {
  Projection projection;
  ExpressionPtr where;  // may be absent
};
struct Return {
  Projection projection;
};

struct Clause {
  std::variant<Match, Unwind, Create, With, Return> node;
  Span source;
};
struct SingleQuery {
  std::vector<Clause> clauses;
};
struct Query {
  std::vector<SingleQuery> parts;  // joined by UNION
  bool union_all = false;
  bool explain = false;  // EXPLAIN was written before it
  std::shared_ptr<const std::string> text;
};

}  // namespace diurna::cypher::ast
