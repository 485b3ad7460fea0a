// The grammar of Diurna's queries, openCypher 9 without the clauses that write, as a PEG.
//
// Operators are read flat, operand after operand; query/expression_builder.cpp gives them their precedence. So the
// rules nest only where brackets do. What a rule may say of itself, beside its `kind`:
//   nests      counts for the limit of nesting
//   hopeful    may be tried in vain and what it read be read again by another rule: its failures are remembered
//   refuses    a match is an error: a clause that would write
#pragma once

#include "query/tokens.hpp"

namespace diurna::cypher::grammar {

struct expression;
struct query;
struct single_query;

template <Kind K, typename... Rules>
struct branch : peg::seq<Rules...> {
  static constexpr Kind kind = K;
};
template <typename Rule>
using listed = peg::list<Rule, sign<",">>;
template <typename Open, typename Rule, typename Close>
using bracketed = peg::seq<Open, Rule, Close>;
template <typename Rule>
using parenthesized = bracketed<sign<"(">, Rule, sign<")">>;

struct where : branch<Kind::where, keyword<"WHERE">, expression> {};
struct range_mark : marked<sign<"..">, Kind::range_mark> {};
struct label : peg::seq<sign<":">, name> {};

// Patterns
struct map_entry : branch<Kind::map_entry, name, sign<":">, expression> {};
struct map : branch<Kind::map, sign<"{">, peg::opt<listed<map_entry>>, sign<"}">> {};
struct properties : peg::sor<map, parameter> {};
struct node_labels : branch<Kind::labels, peg::plus<label>> {};
struct node
    : branch<Kind::node, sign<"(">, peg::opt<variable>, peg::opt<node_labels>, peg::opt<properties>, sign<")">> {};

struct types : branch<Kind::types, sign<":">, name, peg::star<sign<"|">, peg::opt<sign<":">>, name>> {};
struct length : branch<Kind::length, sign<"*">,
                       peg::opt<peg::sor<peg::seq<range_mark, peg::opt<bound>>,
                                         peg::seq<bound, peg::opt<range_mark, peg::opt<bound>>>>>> {};
struct end_of_detail : token<end_of_detail> {
  static constexpr std::string_view expected = "] of a relationship";
  static std::size_t scan(std::string_view text, std::size_t at) { return sign<"]">::scan(text, at); }
};
struct relationship_detail
    : peg::seq<sign<"[">, peg::opt<variable>, peg::opt<types>, peg::opt<length>, peg::opt<properties>, end_of_detail> {
};
struct relationship : branch<Kind::relationship, peg::opt<marked<sign<"<">, Kind::arrow_in>>, sign<"-">,
                             peg::opt<relationship_detail>, sign<"-">, peg::opt<marked<sign<">">, Kind::arrow_out>>> {};
struct nested_path;
struct path_element : peg::sor<peg::seq<node, peg::star<relationship, node>>, nested_path> {};
struct nested_path : parenthesized<path_element> {
  static constexpr bool nests = true;
};
struct shortest : branch<Kind::shortest, keyword<"shortestPath">, parenthesized<path_element>> {};
struct all_shortest : branch<Kind::all_shortest, keyword<"allShortestPaths">, parenthesized<path_element>> {};
struct path_variable : peg::seq<variable, sign<"=">> {};
struct path : branch<Kind::path, peg::opt<path_variable>, peg::sor<shortest, all_shortest, path_element>> {};
// A path with at least one relationship, where an expression may stand as well.
struct chain : peg::seq<before_pattern, node, peg::plus<relationship, node>> {};
struct chain_path : branch<Kind::path, peg::opt<path_variable>, chain> {};

// Expressions
struct case_subject : branch<Kind::case_subject, expression> {};
struct case_branch : branch<Kind::case_branch, keyword<"WHEN">, expression, keyword<"THEN">, expression> {};
struct case_else : branch<Kind::case_else, keyword<"ELSE">, expression> {};
struct case_expression : branch<Kind::case_expression, keyword<"CASE">, peg::opt<case_subject>, peg::plus<case_branch>,
                                peg::opt<case_else>, keyword<"END">> {};

struct drawn_from : peg::seq<variable, keyword<"IN">, expression> {};
struct quantifier_name : peg::sor<marked<keyword<"all">, Kind::name>, marked<keyword<"any">, Kind::name>,
                                  marked<keyword<"none">, Kind::name>, marked<keyword<"single">, Kind::name>> {};
struct quantifier : branch<Kind::quantifier, quantifier_name, parenthesized<peg::seq<drawn_from, where>>> {
  static constexpr bool hopeful = true;
};
struct reduce : branch<Kind::reduce, keyword<"reduce">, sign<"(">, variable, sign<"=">, expression, sign<",">,
                       drawn_from, sign<"|">, expression, sign<")">> {
  static constexpr bool hopeful = true;
};
struct comprehension_projection : branch<Kind::comprehension_projection, sign<"|">, expression> {};
struct list_comprehension : branch<Kind::list_comprehension, sign<"[">, drawn_from, peg::opt<where>,
                                   peg::opt<comprehension_projection>, sign<"]">> {
  static constexpr bool hopeful = true;
};
struct pattern_comprehension
    : branch<Kind::pattern_comprehension, sign<"[">, chain_path, peg::opt<where>, comprehension_projection, sign<"]">> {
  static constexpr bool hopeful = true;
};
struct list : branch<Kind::list, sign<"[">, peg::opt<listed<expression>>, sign<"]">> {};

struct projected_key : branch<Kind::projected_key, sign<".">, name> {};
struct projected_all : branch<Kind::projected_all, sign<".">, sign<"*">> {};
struct projected_variable : branch<Kind::projected_variable, variable> {};
struct projected : peg::sor<map_entry, projected_key, projected_all, projected_variable> {};
struct map_projection : branch<Kind::map_projection, variable, sign<"{">, peg::opt<listed<projected>>, sign<"}">> {
  static constexpr bool hopeful = true;
};

struct bare_match : branch<Kind::bare_match, listed<path>, peg::opt<where>> {};
template <Kind K, Text Word>
struct subquery : branch<K, keyword<Word>, sign<"{">, peg::sor<query, bare_match>, sign<"}">> {};
struct pattern_predicate : branch<Kind::pattern_predicate, chain> {
  static constexpr bool hopeful = true;
};

struct distinct : marked<keyword<"DISTINCT">, Kind::distinct> {};
struct count_star : branch<Kind::count_star, keyword<"count">, sign<"(">, sign<"*">, sign<")">> {};
struct function
    : branch<Kind::function, function_name, sign<"(">, peg::opt<distinct>, peg::opt<listed<expression>>, sign<")">> {};

struct atom : peg::sor<number, string, parameter, marked<keyword<"true">, Kind::true_literal>,
                       marked<keyword<"false">, Kind::false_literal>, marked<keyword<"null">, Kind::null_literal>,
                       case_expression, subquery<Kind::exists, "EXISTS">, subquery<Kind::count, "COUNT">,
                       subquery<Kind::collect, "COLLECT">, count_star, quantifier, reduce, list_comprehension,
                       pattern_comprehension, list, map, pattern_predicate, parenthesized<expression>, function,
                       map_projection, variable> {};

struct property : branch<Kind::property, sign<".">, name> {};
struct subscript : branch<Kind::subscript, sign<"[">,
                          peg::sor<peg::seq<range_mark, peg::opt<expression>>,
                                   peg::seq<expression, peg::opt<range_mark, peg::opt<expression>>>>,
                          sign<"]">> {};
struct postfix : peg::sor<property, subscript, node_labels> {};
struct prefix
    : peg::sor<marked<keyword<"NOT">, Kind::prefix>, marked<sign<"-">, Kind::prefix>, marked<sign<"+">, Kind::prefix>> {
};
struct operand : branch<Kind::operand, peg::star<prefix>, atom, peg::star<postfix>> {};
struct null_test
    : branch<Kind::null_test, keyword<"IS">, peg::opt<marked<keyword<"NOT">, Kind::negation>>, keyword<"NULL">> {};
struct expression
    : branch<Kind::expression, operand, peg::star<peg::sor<peg::seq<binary_operator, operand>, null_test>>> {
  static constexpr bool nests = true;
};

// Clauses
struct optional : marked<keyword<"OPTIONAL">, Kind::optional> {};
struct match_clause : branch<Kind::match, peg::opt<optional>, keyword<"MATCH">, listed<path>, peg::opt<where>> {};
struct unwind : branch<Kind::unwind, keyword<"UNWIND">, expression, keyword<"AS">, variable> {};
struct create : branch<Kind::create, keyword<"CREATE">, listed<path>> {};

struct item : branch<Kind::item, expression, peg::opt<keyword<"AS">, variable>> {};
struct star : marked<sign<"*">, Kind::star> {};
struct items : peg::sor<peg::seq<star, peg::star<sign<",">, item>>, listed<item>> {};
struct ascending : peg::sor<keyword<"ASCENDING">, keyword<"ASC">> {};
struct descending
    : peg::sor<marked<keyword<"DESCENDING">, Kind::descending>, marked<keyword<"DESC">, Kind::descending>> {};
struct sort_item : branch<Kind::sort_item, expression, peg::opt<peg::sor<ascending, descending>>> {};
struct order : branch<Kind::order, keyword<"ORDER">, keyword<"BY">, listed<sort_item>> {};
struct skip : branch<Kind::skip, keyword<"SKIP">, expression> {};
struct limit : branch<Kind::limit, keyword<"LIMIT">, expression> {};
struct projection
    : branch<Kind::projection, peg::opt<distinct>, items, peg::opt<order>, peg::opt<skip>, peg::opt<limit>> {};
struct with : branch<Kind::with, keyword<"WITH">, projection, peg::opt<where>> {};
struct return_clause : branch<Kind::return_clause, keyword<"RETURN">, projection> {};

struct writing_clause
    : peg::sor<keyword<"SET">, keyword<"DELETE">, keyword<"DETACH">, keyword<"MERGE">, keyword<"REMOVE">,
               keyword<"CALL">, keyword<"FOREACH">, keyword<"LOAD">, keyword<"DROP">> {
  static constexpr bool refuses = true;
};
struct clause : peg::sor<match_clause, unwind, with, return_clause, create, writing_clause> {};
struct single_query : branch<Kind::single_query, peg::plus<clause>> {};
struct union_all : branch<Kind::union_all, keyword<"UNION">, keyword<"ALL">> {};
struct union_distinct : marked<keyword<"UNION">, Kind::union_distinct> {};
struct query : branch<Kind::query, peg::list<single_query, peg::sor<union_all, union_distinct>>> {
  static constexpr bool nests = true;
};
struct explain : marked<keyword<"EXPLAIN">, Kind::explain> {};
struct statement : peg::seq<peg::opt<explain>, query, peg::opt<sign<";">>, end_of_text> {};

}  // namespace diurna::cypher::grammar
