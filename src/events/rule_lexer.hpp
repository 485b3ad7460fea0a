// A rule file cut into words, strings, regular expressions and signs.
#pragma once

#include <string>
#include <vector>

#include "events/rule_source.hpp"

namespace diurna::detail {

enum class LexemeKind {
  word,    ///< lemma, justice.detain, Ana, 12: letters, digits, "_" and, inside, ". - ' ,"
  string,  ///< "…" with \" and \\ for the signs themselves
  regex,   ///< /…/ behind "~"; a final i asks for either case
  sign,    ///< -> = != ~ !~ and single characters
  end,
};

struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  Span span;
  std::string text;               ///< Decoded: without quotes and escapes.
  bool starts_statement = false;  ///< First on its line, and no continuation of the line before.
  bool glued = false;             ///< No white space before it.

  [[nodiscard]] bool is(std::string_view sign_or_word) const {
    return (kind == LexemeKind::sign || kind == LexemeKind::word) && text == sign_or_word;
  }
};

/// All lexemes, the last one of kind `end`. Broken strings and regular expressions are reported and end with their
/// line.
[[nodiscard]] std::vector<Lexeme> cut_rules(RuleSource& source);

}  // namespace diurna::detail
