#include "events/grammar.hpp"

#include <algorithm>
#include <cctype>

namespace diurna::detail {

using Dep = DependencyRelation;

bool is_any(DependencyRelation relation, std::initializer_list<DependencyRelation> wanted) {
  return std::find(wanted.begin(), wanted.end(), relation) != wanted.end();
}

bool is_subject(DependencyRelation relation) { return universal(relation) == Dep::nsubj; }

bool is_nominal(const Syntax& syntax, TokenId token) {
  const Upos upos = syntax.upos(token);
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num;
}

TokenId copula(const Syntax& syntax, TokenId token) { return syntax.child(token, Dep::cop); }

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// "according" with its fixed "to"; "because" with its "of".
std::string with_fixed(const Context& context, TokenId token) {
  std::string words = lower_form(context, token);
  for (const TokenId part : context.syntax.children(token)) {
    if (context.syntax.relation(part) == Dep::fixed) words += " " + lower_form(context, part);
  }
  return words;
}

bool is_relative_pronoun(const Syntax& syntax, TokenId token) {
  if (syntax.upos(token) != Upos::pron) return false;
  const std::string_view lemma = syntax.lemma(token);
  return lemma == "who" || lemma == "which" || lemma == "that" || lemma == "whom";
}

/// The noun that a relative clause or participle hangs on.
TokenId antecedent(const Syntax& syntax, TokenId clause) {
  return is_any(syntax.relation(clause), {Dep::acl_relcl, Dep::acl}) ? syntax.head(clause) : TokenId::none();
}

TokenId own_subject(const Syntax& syntax, TokenId predicate) {
  for (const TokenId child : syntax.children(predicate)) {
    if (is_subject(syntax.relation(child))) return child;
  }
  return TokenId::none();
}

bool left_out_of_phrase(Dep relation) {
  return is_any(relation, {Dep::acl_relcl, Dep::appos, Dep::conj, Dep::cc, Dep::det, Dep::punct, Dep::case_,
                           Dep::parataxis, Dep::cop, Dep::nsubj, Dep::mark, Dep::aux, Dep::advcl});
}

}  // namespace

std::string lower_form(const Context& context, TokenId token) { return lower(context.document.form(token)); }

std::string lower_lemma(const Context& context, TokenId token) { return lower(context.syntax.lemma(token)); }

std::string marker(const Context& context, TokenId token) {
  for (const TokenId child : context.syntax.children(token)) {
    if (child > token) break;
    if (is_any(context.syntax.relation(child), {Dep::case_, Dep::mark})) return with_fixed(context, child);
  }
  return {};
}

TokenId neighbour(const Context& context, TokenId token, int step) {
  const TokenRange sentence = context.document.sentence(context.document.sentence_of(token)).tokens;
  const auto index = static_cast<std::ptrdiff_t>(token.index()) + step;
  if (index < 0) return TokenId::none();
  const TokenId other{static_cast<std::size_t>(index)};
  return sentence.contains(other) ? other : TokenId::none();
}

TokenId understood_subject(const Context& context, TokenId predicate) {
  const Syntax& syntax = context.syntax;
  for (int steps = 0; steps < 8 && predicate; ++steps) {
    if (const TokenId own = own_subject(syntax, predicate)) {
      if (!is_relative_pronoun(syntax, own)) return own;
      for (TokenId clause = predicate; clause; clause = syntax.head(clause)) {
        if (const TokenId noun = antecedent(syntax, clause)) return noun;
        if (!is_any(syntax.relation(clause), {Dep::conj, Dep::xcomp, Dep::ccomp})) break;
      }
      return own;
    }
    if (const TokenId noun = antecedent(syntax, predicate)) return noun;
    const Dep relation = syntax.relation(predicate);
    if (relation == Dep::xcomp) {
      if (const TokenId object = syntax.child(syntax.head(predicate), Dep::obj)) return object;
    }
    if (!is_any(relation, {Dep::conj, Dep::xcomp, Dep::advcl, Dep::parataxis})) break;
    predicate = syntax.head(predicate);
  }
  return TokenId::none();
}

TokenRange core_phrase(const Context& context, TokenId head) {
  const Syntax& syntax = context.syntax;
  TokenRange range{head, TokenId{head.index() + 1}};
  for (const TokenId child : syntax.children(head)) {
    if (left_out_of_phrase(syntax.relation(child))) continue;
    const TokenRange below = syntax.subtree(child);
    range.first = std::min(range.first, below.first);
    range.last = std::max(range.last, below.last);
  }
  return range;
}

EntityId entity_at(const Context& context, TokenId head) {
  const MentionId mention = context.mentions.mention_headed_by(head);
  return mention ? context.mentions.mention(mention).entity : EntityId::none();
}

Filler filler_at(const Context& context, TokenId head) {
  if (is_relative_pronoun(context.syntax, head)) {
    for (TokenId clause = context.syntax.head(head); clause; clause = context.syntax.head(clause)) {
      if (const TokenId noun = antecedent(context.syntax, clause)) return filler_at(context, noun);
    }
  }
  if (const MentionId id = context.mentions.mention_headed_by(head)) {
    const Mention& mention = context.mentions.mention(id);
    return {mention.span, head, mention.entity};
  }
  if (const TimeId time = context.mentions.time_at(head)) return {context.mentions.time(time).span, head, time};
  if (const QuantityId quantity = context.mentions.quantity_at(head)) {
    return {context.mentions.quantity(quantity).span, head, quantity};
  }
  return {context.document.span(core_phrase(context, head)), head, Phrase{}};
}

}  // namespace diurna::detail
