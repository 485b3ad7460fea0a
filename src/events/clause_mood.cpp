#include "events/clause_mood.hpp"

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  for (const std::string_view other : words) {
    if (word == other) return true;
  }
  return false;
}

void read_auxiliary(const Context& context, TokenId auxiliary, ClauseMood& mood) {
  const std::string word = lower_form(context, auxiliary);
  if (is_one_of(word, {"will", "would", "shall", "'ll", "’ll", "wo"})) mood.future = mood.present = true;
  if (is_one_of(word, {"must", "should", "ought"})) mood.obliged = true;
  if (is_one_of(word, {"may", "might", "could", "can", "ca"})) mood.possible = mood.present = true;
  if (is_one_of(word, {"do", "does", "is", "are", "'s", "’s", "has", "have"})) mood.present = true;
}

bool is_negation_word(const std::string& word) {
  return is_one_of(word, {"not", "n't", "n’t", "never", "no", "neither", "nor"});
}

/// "no talks were held", "held no talks".
bool has_negated_phrase(const Context& context, TokenId predicate) {
  for (const TokenId child : context.syntax.children(predicate)) {
    const Dep relation = universal(context.syntax.relation(child));
    if (relation != Dep::obj && relation != Dep::nsubj) continue;
    const TokenId determiner = context.syntax.child(child, Dep::det);
    if (determiner && lower_form(context, determiner) == "no") return true;
  }
  return false;
}

/// "Kenya to send food", "is going to send food".
bool is_announced(const Context& context, TokenId predicate) {
  const Syntax& syntax = context.syntax;
  const TokenId to = syntax.child(predicate, Dep::mark);
  if (!to || lower_form(context, to) != "to") return false;
  const TokenId above = syntax.head(predicate);
  if (!above) return static_cast<bool>(syntax.child(predicate, Dep::nsubj));
  return syntax.relation(predicate) == Dep::xcomp && lower_form(context, above) == "going";
}

/// "has to withdraw", "need to agree".
bool is_duty(const Context& context, TokenId predicate) {
  if (!is_one_of(lower_lemma(context, predicate), {"have", "need"})) return false;
  const TokenId clause = context.syntax.child(predicate, Dep::xcomp);
  return clause && marker(context, clause) == "to";
}

}  // namespace

ClauseMood clause_mood(const Context& context, TokenId predicate) {
  const Syntax& syntax = context.syntax;
  ClauseMood mood;
  const bool verbal = syntax.upos(predicate) == Upos::verb || syntax.child(predicate, Dep::cop);
  mood.present = syntax.has(predicate, Feature::tense_pres) && syntax.has(predicate, Feature::verbform_fin);
  for (const TokenId child : syntax.children(predicate)) {
    const Dep relation = syntax.relation(child);
    const std::string word = lower_form(context, child);
    if (is_any(relation, {Dep::aux, Dep::aux_pass, Dep::cop})) read_auxiliary(context, child, mood);
    if (is_any(relation, {Dep::advmod, Dep::det, Dep::cc_preconj}) && is_negation_word(word)) mood.negated = true;
    if (relation == Dep::mark && is_one_of(word, {"if", "unless", "whether"})) mood.possible = true;
  }
  if (verbal && has_negated_phrase(context, predicate)) mood.negated = true;
  if (mood.negated && mood.possible && mood.present) mood.possible = false;  // "cannot", "could not"
  const bool bare = !syntax.child(predicate, Dep::aux);
  if (mood.negated && bare && syntax.has(predicate, Feature::verbform_inf)) mood.present = true;
  if (bare && is_announced(context, predicate)) mood.future = true;
  if (is_duty(context, predicate)) mood.obliged = true;
  return mood;
}

}  // namespace diurna::detail
