#include "events/clause.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Relation = DependencyRelation;

constexpr int max_climb = 8;

bool is_verb(const Context& context, TokenId token) { return context.syntax.upos(token) == Upos::verb; }

bool is_relative_pronoun(const Context& context, TokenId token) {
  if (context.syntax.has(token, Feature::prontype_rel)) return true;
  const std::string_view tag = context.syntax.xpos(token);
  return tag == "WDT" || tag == "WP";
}

/// Subjects that hang on the predicate itself; two of them are coordinated ones that the tree keeps apart.
TokenList own_subjects(const Context& context, TokenId predicate) {
  TokenList subjects;
  for (const TokenId child : context.syntax.children(predicate)) {
    if (!is_any(context.syntax.relation(child), {Relation::nsubj, Relation::nsubj_pass, Relation::nsubj_outer}))
      continue;
    if (subjects.empty() || !context.syntax.has(child, Feature::reflex_yes)) subjects.push_back(child);
  }
  return subjects;
}

/// The noun that a relative clause, perhaps coordinated or embedded, hangs on.
TokenId antecedent(const Context& context, TokenId predicate) {
  TokenId at = predicate;
  for (int step = 0; at && step < max_climb; ++step) {
    if (is_any(context.syntax.relation(at), {Relation::acl_relcl, Relation::acl})) return context.syntax.head(at);
    if (!is_any(context.syntax.relation(at), {Relation::conj, Relation::xcomp, Relation::ccomp}))
      return TokenId::none();
    at = context.syntax.head(at);
  }
  return TokenId::none();
}

TokenList spread(const Context& context, const TokenList& heads) {
  TokenList all;
  for (const TokenId head : heads) {
    const TokenList some = coordinated(context, head);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

TokenList climb_for_subject(const Context& context, TokenId predicate, int depth) {
  if (depth > max_climb) return {};
  if (const TokenList own = own_subjects(context, predicate); !own.empty()) {
    if (!is_relative_pronoun(context, own.front())) return spread(context, own);
    const TokenId noun = antecedent(context, predicate);
    return noun ? TokenList{noun} : TokenList{};
  }
  const TokenId head = context.syntax.head(predicate);
  if (!head) return {};
  switch (context.syntax.relation(predicate)) {
    case Relation::acl:
    case Relation::acl_relcl:
      return {head};
    case Relation::xcomp: {
      const TokenId object = context.syntax.child(head, Relation::obj);
      return object ? coordinated(context, object) : climb_for_subject(context, head, depth + 1);
    }
    case Relation::conj:
    case Relation::advcl:
    case Relation::parataxis:
      return is_clause(context, head) ? climb_for_subject(context, head, depth + 1) : TokenList{};
    default:
      return {};
  }
}

/// Auxiliaries of a coordinated verb that does not repeat them: "was seized and sold".
TokenList shared_auxiliaries(const Context& context, TokenId predicate) {
  const Syntax& syntax = context.syntax;
  if (syntax.relation(predicate) != Relation::conj) return {};
  const TokenId first = syntax.head(predicate);
  if (!first || syntax.xpos(first) != syntax.xpos(predicate) || !own_subjects(context, predicate).empty()) return {};
  for (const TokenId child : syntax.children(predicate)) {
    if (universal(syntax.relation(child)) == Relation::aux) return {};
  }
  const std::string_view tag = syntax.xpos(predicate);
  if (tag != "VBN" && tag != "VBG" && tag != "VB") return {};
  TokenList shared;
  for (const TokenId child : syntax.children(first)) {
    if (is_any(syntax.relation(child), {Relation::aux, Relation::aux_pass})) shared.push_back(child);
  }
  return shared;
}

/// "later" in "five years later".
bool is_distance(const Context& context, TokenId token) {
  const std::string form = lower_form(context, token);
  return form == "later" || form == "earlier" || form == "ago" || form == "before" || form == "after";
}

/// "Battle of the Granicus", "Act of 1916": the "of" is part of the name.
bool is_name_with_of(const Context& context, TokenId head, TokenId child) {
  if (context.syntax.upos(head) != Upos::propn) return false;
  return context.syntax.upos(child) == Upos::propn || context.syntax.upos(child) == Upos::num;
}

/// Clauses, coordination, arguments and marks: never part of the phrase of a noun.
bool is_outside_phrase(Relation relation) {
  return is_any(relation, {Relation::acl,          Relation::acl_relcl,   Relation::advcl, Relation::advcl_relcl,
                           Relation::appos,        Relation::conj,        Relation::cc,    Relation::cc_preconj,
                           Relation::cop,          Relation::aux,         Relation::mark,  Relation::nsubj,
                           Relation::nsubj_pass,   Relation::nsubj_outer, Relation::csubj, Relation::expl,
                           Relation::parataxis,    Relation::ccomp,       Relation::xcomp, Relation::dislocated,
                           Relation::discourse,    Relation::orphan,      Relation::obl,   Relation::obl_tmod,
                           Relation::obl_unmarked, Relation::punct});
}

/// Dependents that do not belong to the phrase of a noun itself.
bool leaves_phrase(const Context& context, TokenId head, TokenId child, PhraseSize size) {
  const Relation relation = context.syntax.relation(child);
  if (relation == Relation::case_) return lower_form(context, child) != "'s";
  if (relation == Relation::advmod) {
    return is_negation(context, child) || (child > head && !is_distance(context, child));
  }
  if (relation != Relation::nmod) return is_outside_phrase(relation);
  if (size == PhraseSize::full) return false;
  if (size == PhraseSize::head || marker(context, child) != "of") return true;
  return size == PhraseSize::core && !is_name_with_of(context, head, child);
}

/// Whatever hangs below a dependent that is no phrase of its own: "direct and indirect" taxes.
void collect_all(const Context& context, TokenId head, TokenList& words) {
  std::vector<TokenId> open{head};
  while (!open.empty()) {
    const TokenId at = open.back();
    open.pop_back();
    if (is_any(context.syntax.relation(at), {Relation::acl_relcl, Relation::parataxis})) continue;
    words.push_back(at);
    const auto below = context.syntax.children(at);
    open.insert(open.end(), below.begin(), below.end());
  }
}

void collect(const Context& context, TokenId head, PhraseSize size, TokenList& words) {
  words.push_back(head);
  for (const TokenId child : context.syntax.children(head)) {
    if (leaves_phrase(context, head, child, size)) continue;
    if (context.syntax.relation(child) != Relation::nmod) {
      collect_all(context, child, words);
      continue;
    }
    const TokenList preposition = preposition_of(context, child);
    words.insert(words.end(), preposition.begin(), preposition.end());
    collect(context, child, size, words);
  }
}

bool is_outer_mark(const Context& context, TokenId token) {
  return context.syntax.upos(token) == Upos::punct && context.document.form(token) != "%";
}

bool is_quote(const Context& context, TokenId token) {
  const std::string_view form = context.document.form(token);
  return context.syntax.upos(token) == Upos::punct &&
         (form == "\"" || form == "``" || form == "''" || form == "“" || form == "”" || form == "`" || form == "'");
}

void trim(const Context& context, TokenList& words) {
  std::sort(words.begin(), words.end());
  std::erase_if(words, [&](TokenId token) { return is_quote(context, token); });
  const auto loose = [&](TokenId token) {
    return is_outer_mark(context, token) || context.syntax.upos(token) == Upos::cconj;
  };
  while (!words.empty() && loose(words.back())) words.pop_back();
  const auto first = std::find_if_not(words.begin(), words.end(), loose);
  words.erase(words.begin(), first);
}

}  // namespace

bool is_clause(const Context& context, TokenId token) {
  const Relation relation = context.syntax.relation(token);
  if (copula(context.syntax, token) || context.syntax.child(token, Relation::aux_pass)) return true;
  if (!is_verb(context, token)) return false;
  return !is_any(relation,
                 {Relation::amod, Relation::compound, Relation::case_, Relation::fixed, Relation::flat, Relation::aux,
                  Relation::mark, Relation::compound_prt, Relation::goeswith, Relation::flat_name, Relation::cc});
}

bool is_negation(const Context& context, TokenId token) {
  const std::string form = lower_form(context, token);
  return form == "not" || form == "n't" || form == "n’t" || form == "never";
}

TokenList subjects_of(const Context& context, TokenId predicate) { return climb_for_subject(context, predicate, 0); }

TokenList coordinated(const Context& context, TokenId head) {
  TokenList all{head};
  for (const TokenId child : context.syntax.children(head)) {
    if (context.syntax.relation(child) != Relation::conj || is_clause(context, child)) continue;
    const TokenList more = coordinated(context, child);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

TokenList verb_group(const Context& context, TokenId predicate) {
  const bool copular = static_cast<bool>(copula(context.syntax, predicate));
  TokenList words = shared_auxiliaries(context, predicate);
  if (!copular) words.push_back(predicate);
  for (const TokenId child : context.syntax.children(predicate)) {
    const Relation relation = context.syntax.relation(child);
    const bool belongs = is_any(relation, {Relation::aux, Relation::aux_pass, Relation::cop, Relation::compound_prt}) ||
                         (relation == Relation::advmod && is_negation(context, child));
    if (belongs) words.push_back(child);
  }
  std::sort(words.begin(), words.end());
  return words;
}

TokenList preposition_of(const Context& context, TokenId head) {
  TokenList words;
  TokenId at = head;
  for (int step = 0; at && step < max_climb && words.empty(); ++step) {
    for (const TokenId child : context.syntax.children(at)) {
      if (context.syntax.relation(child) != Relation::case_ || child > head) continue;
      words.push_back(child);
      for (const TokenId fixed : context.syntax.children(child)) {
        if (context.syntax.relation(fixed) == Relation::fixed) words.push_back(fixed);
      }
    }
    if (context.syntax.relation(at) != Relation::conj) break;
    at = context.syntax.head(at);
  }
  std::sort(words.begin(), words.end());
  return words;
}

TokenList phrase(const Context& context, TokenId head, PhraseSize size) {
  TokenList words;
  collect(context, head, size, words);
  trim(context, words);
  return words;
}

TokenList clause_words(const Context& context, TokenId head) {
  TokenList words;
  for (const TokenId token : context.syntax.subtree(head)) {
    if (context.syntax.dominates(head, token)) words.push_back(token);
  }
  trim(context, words);
  return words;
}

std::string text_of(const Context& context, const TokenList& words) {
  std::string out;
  for (const TokenId word : words) {
    if (!out.empty()) out += ' ';
    out += context.document.form(word);
  }
  return out;
}

}  // namespace diurna::detail
