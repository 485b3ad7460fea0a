#include "query/parser.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "diurna/query/error.hpp"
#include "diurna/text/unicode.hpp"
#include "query/builder.hpp"
#include "query/parse_control.hpp"
#include "query/suggestion.hpp"

namespace diurna::cypher {
namespace {

using Expected = std::vector<std::string_view>;

// What people write from the habit of other languages.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> foreign = {{
    {"!=", "write <> for unequal"},
    {"!", "write NOT, or <> for unequal"},
    {"&&", "write AND"},
    {"||", "write OR, or + to join strings"},
    {"SELECT", "queries start with MATCH and end with RETURN"},
}};

// The word, number or single character at `at`.
Span token_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {text.size(), text.size()};
  for (const auto scan : {scan_string, scan_number, scan_name, scan_parameter})
    if (const std::size_t end = scan(text, at); end > at) return {at, end};
  return {at, at + decode_utf8(text, at).size};
}

std::string joined(const Expected& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.append(i == 0 ? "" : i + 1 == names.size() ? " or " : ", ").append(names[i]);
  return out;
}

bool is_keyword(std::string_view name) {
  return std::ranges::all_of(name, [](unsigned char c) { return std::isalpha(c) != 0; });
}

std::string foreign_hint(std::string_view rest) {
  for (const auto& [words, hint] : foreign)
    if (is_keyword(words) ? starts_with_word(rest, 0, words) : rest.starts_with(words)) return std::string(hint);
  return "";
}

std::string hint_for(std::string_view text, Span where, const Expected& expected) {
  const std::string_view token = where.text_in(text);
  if (std::string hint = foreign_hint(text.substr(where.begin)); !hint.empty()) return hint;
  if (token == "=" && text.substr(where.begin - 1).starts_with("==")) return "write = to compare";
  if (is_reserved(token)) return "";
  Expected keywords;
  std::ranges::copy_if(expected, std::back_inserter(keywords), is_keyword);
  if (const std::string near = nearest(token, keywords); !near.empty()) return "did you mean " + near + "?";
  constexpr std::size_t few = 6;
  return expected.size() <= few ? "expected " + joined(expected) : "";
}

struct Unexpected {
  std::string detail = "UnexpectedSyntax";
  std::string message;
};

Unexpected describe(std::string_view text, Span token, const Tree& tree) {
  if (token.empty()) return {.message = "the query ends here, but something is missing"};
  const std::string words(token.text_in(text));
  if (words == "'" || words == "\"" || words == "`") return {.message = "this " + words + " is not closed"};
  if (text.substr(token.begin, 2) == "/*") return {.message = "this comment is not closed"};
  if (static_cast<unsigned char>(words.front()) >= 0x80U && scan_name(text, token.begin) == token.begin)
    return {"InvalidUnicodeCharacter", "'" + words + "' is no character of the language outside strings"};
  if (tree.expected().contains(grammar::end_of_detail::expected))
    return {"InvalidRelationshipPattern", "unexpected '" + words + "' in a relationship"};
  return {.message = "unexpected '" + words + "'"};
}

[[noreturn]] void report(std::string_view text, const Tree& tree) {
  const Span token = token_at(text, tree.furthest());
  const Expected expected(tree.expected().begin(), tree.expected().end());
  Unexpected unexpected = describe(text, token, tree);
  throw QueryError({.detail = std::move(unexpected.detail),
                    .message = std::move(unexpected.message),
                    .hint = hint_for(text, token, expected)},
                   text, token);
}

}  // namespace

namespace grammar {

void refuse_writing(const Tree& tree, Span word) {
  const bool in_subquery = tree.depth > 1;
  throw QueryError(
      {.detail = in_subquery ? "InvalidClauseComposition" : "UnexpectedSyntax",
       .message = std::string(word.text_in(tree.text())) + " is not part of the language: queries only read",
       .hint = "a query is made of MATCH, OPTIONAL MATCH, UNWIND, WITH, RETURN and UNION"},
      tree.text(), word);
}

}  // namespace grammar

ast::Query parse(std::string_view text, Dialect dialect) {
  Tree tree(text);
  grammar::peg::memory_input<grammar::peg::tracking_mode::lazy> input(text.data(), text.data() + text.size(), "query");
  if (!grammar::peg::parse<grammar::statement, grammar::peg::nothing, grammar::control>(input, tree))
    report(text, tree);

  const Builder builder(text, dialect);
  Branch first(tree, 0);
  const bool explain = first.kind() == Kind::explain;
  ast::Query query = builder.query(explain ? Branch(tree, 1) : first);
  query.explain = explain;
  return query;
}

}  // namespace diurna::cypher
