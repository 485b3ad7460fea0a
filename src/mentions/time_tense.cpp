#include "mentions/time_tense.hpp"

#include <algorithm>
#include <string>

namespace diurna::detail {
namespace {

std::string lower(std::string_view form) {
  std::string out(form);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool one_of(std::string_view form, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

bool is_future_word(std::string_view form) {
  return one_of(form, {"will", "'ll", "’ll", "shall", "wo", "wo n't", "won't"});
}

/// Verbs whose complements lie ahead whatever their own tense.
bool is_plan(std::string_view lemma) {
  return one_of(lemma, {"plan", "schedule", "expect", "intend", "await", "slate", "due", "postpone", "delay"});
}

bool has_pluperfect(const Document& document, const Syntax& syntax, TokenId verb) {
  const auto children = syntax.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) { return document.form(child) == "had"; });
}

/// Tense of one predicate from its auxiliaries and its own form.
Tense tense_of(const Document& document, const Syntax& syntax, TokenId verb) {
  if (is_plan(syntax.lemma(verb)) && !has_pluperfect(document, syntax, verb)) return Tense::future;
  Tense tense = syntax.has(verb, Feature::tense_past) && syntax.has(verb, Feature::verbform_fin) ? Tense::past
                : syntax.has(verb, Feature::tense_pres)                                          ? Tense::present
                                                                                                 : Tense::unknown;
  const std::string_view tag = syntax.xpos(verb);
  if (tense == Tense::unknown && tag == "VBD") tense = Tense::past;
  if (tense == Tense::unknown && (tag == "VBP" || tag == "VBZ")) tense = Tense::present;
  for (const TokenId child : syntax.children(verb)) {
    const DependencyRelation relation = syntax.relation(child);
    const std::string form = lower(document.form(child));
    if (relation == DependencyRelation::mark && form == "to")
      return tense == Tense::present ? Tense::future : Tense::unknown;
    if (relation != DependencyRelation::aux && relation != DependencyRelation::aux_pass &&
        relation != DependencyRelation::cop)
      continue;
    if (is_future_word(form) || one_of(form, {"may", "might", "can", "should", "must"})) return Tense::future;
    if (form == "would") return Tense::future;
    if (form == "could") return Tense::unknown;
    if (one_of(form, {"was", "were", "had", "did", "has", "have", "'ve", "’ve"})) tense = Tense::past;
    if (one_of(form, {"is", "are", "am", "'s", "’s", "'re", "’re"}) && tense != Tense::past) tense = Tense::present;
  }
  return tense;
}

bool is_predicate(const Syntax& syntax, TokenId token) {
  return syntax.upos(token) == Upos::verb || syntax.upos(token) == Upos::aux ||
         syntax.child(token, DependencyRelation::cop);
}

TokenId head_of(const Syntax& syntax, TokenRange tokens) {
  for (const TokenId token : tokens) {
    if (!syntax.head(token) || !tokens.contains(syntax.head(token))) return token;
  }
  return tokens.first;
}

Tense by_tree(const Document& document, const Syntax& syntax, TokenRange tokens) {
  TokenId at = syntax.head(head_of(syntax, tokens));
  while (at) {
    if (is_predicate(syntax, at)) {
      const Tense tense = tense_of(document, syntax, at);
      if (tense != Tense::unknown) return tense;
    }
    at = syntax.head(at);
  }
  return Tense::unknown;
}

/// Looks left, then right, for a word that tells.
Tense by_words(const Document& document, TokenRange tokens) {
  const TokenRange sentence = document.sentence(document.sentence_of(tokens.first)).tokens;
  constexpr std::size_t window = 14;
  const auto tells = [&](TokenId token) {
    const std::string form = lower(document.form(token));
    if (is_future_word(form) || one_of(form, {"scheduled", "expected", "planned", "due"})) return Tense::future;
    if (one_of(form, {"was", "were", "had", "said", "did", "has", "been", "told", "began", "went", "took", "came",
                      "fell", "rose"}))
      return Tense::past;
    return form.size() > 4 && form.ends_with("ed") ? Tense::past : Tense::unknown;
  };
  for (std::size_t step = 1; step <= window && tokens.first.index() >= sentence.first.index() + step; ++step) {
    if (tells(TokenId{tokens.first.index() - step}) == Tense::future) return Tense::future;
  }
  for (std::size_t step = 1; step <= window && tokens.first.index() >= sentence.first.index() + step; ++step) {
    if (const Tense tense = tells(TokenId{tokens.first.index() - step}); tense != Tense::unknown) return tense;
  }
  for (std::size_t i = tokens.last.index(); i < std::min(sentence.last.index(), tokens.last.index() + window); ++i) {
    if (const Tense tense = tells(TokenId{i}); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

/// What the words right before the time say: "said Friday", "until Tuesday".
Tense by_neighbour(const Document& document, const Syntax& syntax, TokenRange tokens) {
  const TokenRange sentence = document.sentence(document.sentence_of(tokens.first)).tokens;
  if (tokens.first == sentence.first) return Tense::unknown;
  const TokenId before{tokens.first.index() - 1};
  const std::string form = lower(document.form(before));
  if (form == "until" || form == "till") return Tense::future;
  return syntax.xpos(before) == "VBD" && !is_plan(syntax.lemma(before)) ? Tense::past : Tense::unknown;
}

}  // namespace

Tense tense_at(const Document& document, const Syntax& syntax, TokenRange tokens) {
  if (syntax.size() == 0) return by_words(document, tokens);
  const Tense near = by_neighbour(document, syntax, tokens);
  return near == Tense::unknown ? by_tree(document, syntax, tokens) : near;
}

}  // namespace diurna::detail
