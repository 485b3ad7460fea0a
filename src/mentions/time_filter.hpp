// Throws out words that only look like times: a month's name of a person, the Sunday of a newspaper, a bare number.
#pragma once

#include <span>
#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"
#include "mentions/time_meaning.hpp"

namespace diurna::detail {

class TimeFilter {
 public:
  TimeFilter(const Document& document, const Syntax& syntax);
  [[nodiscard]] bool keeps(std::span<const Lexeme> lexemes, const Match& match) const;

 private:
  [[nodiscard]] bool inside_name(TokenRange tokens) const;
  [[nodiscard]] bool is_verb(TokenId token) const;
  const Document* document_;
  const Syntax* syntax_;
  std::vector<bool> in_name_;  // tokens of names of people, bodies and works
};

}  // namespace diurna::detail
