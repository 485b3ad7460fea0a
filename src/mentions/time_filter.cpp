#include "mentions/time_filter.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

bool one_of(std::string_view form, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

/// Months whose names are also words or given names.
bool is_ambiguous_month(std::string_view form) {
  return one_of(form, {"may", "march", "april", "june", "august", "mar", "jan"});
}

/// What may stand before a year told alone.
bool introduces_year(std::string_view form) {
  return one_of(form, {"in",    "since",  "until",   "till", "by",      "from", "to",    "of",   "for", "before",
                       "after", "during", "between", "and",  "through", "the",  "early", "late", "mid", "around",
                       "about", "-",      "(",       ",",    ";",       "or",   "circa", "than"});
}

}  // namespace

TimeFilter::TimeFilter(const Document& document, const Syntax& syntax)
    : document_(&document), syntax_(&syntax), in_name_(document.tokens().size(), false) {
  for (const NameSpan& name : syntax.names()) {
    const bool takes =
        name.type == EntityType::person || name.type == EntityType::org || name.type == EntityType::product;
    for (const TokenId token : name.tokens) in_name_[token.index()] = takes && name.tokens.size() > 1;
  }
}

bool TimeFilter::inside_name(TokenRange tokens) const {
  return std::any_of(tokens.begin().operator*().index() + in_name_.begin(),
                     in_name_.begin() + static_cast<std::ptrdiff_t>(tokens.last.index()), [](bool in) { return in; });
}

bool TimeFilter::is_verb(TokenId token) const {
  if (syntax_->size() == 0) return false;
  return syntax_->upos(token) == Upos::verb || syntax_->upos(token) == Upos::aux;
}

bool TimeFilter::keeps(std::span<const Lexeme> lexemes, const Match& match) const {
  const Lexeme& first = lexemes[match.begin];
  const TokenRange tokens{first.tokens.first, lexemes[match.end - 1].tokens.last};
  if (inside_name(tokens)) return false;
  const bool single = match.end == match.begin + 1;
  const std::string_view before = match.begin > 0 ? lexemes[match.begin - 1].form : std::string_view();
  if (single && match.meaning.rule == "date:month" && is_ambiguous_month(first.form)) {
    if (is_verb(tokens.first)) return false;
    if (first.form == "may" && syntax_->size() == 0 && !introduces_year(before) &&
        !one_of(before, {"last", "next", "this"}))
      return false;
  }
  if (single && match.meaning.rule == "date:year" && first.number > 2100) return false;
  return true;
}

}  // namespace diurna::detail
