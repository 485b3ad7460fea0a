#include "events/slots.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool is_quantity_word(const Context& context, TokenId token) {
  static constexpr std::string_view words[] = {
      "number",  "hundred",   "thousand", "dozen",     "million",     "group", "score",  "series", "one",
      "two",     "three",     "some",     "many",      "most",        "round", "couple", "both",   "all",
      "several", "kg",        "tonne",    "ton",       "worth",       "part",  "day",    "hour",   "week",
      "load",    "planeload", "shipload", "truckload", "consignment", "bag",   "barrel"};
  const std::string lemma = lower_lemma(context, token);
  for (const std::string_view word : words) {
    if (lemma == word) return true;
  }
  return context.syntax.upos(token) == Upos::num;
}

void add(const Context& context, TokenId token, TokenList& out) {
  for (const TokenId one : with_conjuncts(context, token)) {
    out.push_back(one);
    if (!is_quantity_word(context, one)) continue;
    for (const TokenId child : context.syntax.children(one)) {
      if (universal(context.syntax.relation(child)) == Dep::nmod && marker(context, child) == "of")
        add(context, child, out);
    }
  }
}

bool is_object(const Context& context, TokenId verb, TokenId child) {
  const Dep relation = context.syntax.relation(child);
  if (is_any(relation, {Dep::obj, Dep::iobj, Dep::nsubj_pass})) return true;
  return relation == Dep::obl && child > verb && marker(context, child).empty() && !context.mentions.time_at(child);
}

/// A bare noun phrase right behind the verb that the tree hangs on something before the verb.
TokenId stray_object(const Context& context, TokenId verb) {
  const TokenId above = context.syntax.head(verb);  // "have tortured scores": the verb taken for an adjective
  if (above && above > verb && context.syntax.relation(verb) == Dep::amod && context.syntax.child(verb, Dep::aux)) {
    return above;
  }
  TokenId token = verb;
  for (int step = 0; step < 5; ++step) {
    token = neighbour(context, token, 1);
    if (!token) break;
    const Upos upos = context.syntax.upos(token);
    if (upos == Upos::noun || upos == Upos::propn) {
      const TokenId head = context.syntax.head(token);
      const TokenId preposition = context.syntax.child(token, Dep::case_);
      if (head && head < verb && universal(context.syntax.relation(token)) == Dep::nmod &&
          (!preposition || preposition < verb)) {
        return token;
      }
      if (head && head < verb) break;
    } else if (upos != Upos::det && upos != Upos::adj && upos != Upos::num) {
      break;
    }
  }
  return TokenId::none();
}

TokenList objects(const Context& context, TokenId verb) {
  TokenList out;
  for (const TokenId child : context.syntax.children(verb)) {
    if (is_object(context, verb, child)) add(context, child, out);
  }
  if (out.empty() && context.syntax.relation(verb) == Dep::acl && is_passive(context, verb)) {
    add(context, context.syntax.head(verb), out);
  }
  if (out.empty() && context.syntax.relation(verb) == Dep::root && is_passive(context, verb)) {
    if (const TokenId subject = context.syntax.child(verb, Dep::nsubj))
      add(context, subject, out);  // "Mayor shot in …"
  }
  if (out.empty() && context.syntax.relation(verb) == Dep::advcl && is_passive(context, verb)) {
    if (const TokenId subject = understood_subject(context, verb)) add(context, subject, out);
  }
  if (out.empty()) {
    if (const TokenId stray = stray_object(context, verb)) add(context, stray, out);
  }
  if (out.empty() && context.syntax.relation(verb) == Dep::conj) {
    const TokenId first =
        context.syntax.head(verb);  // "sealed and searched the building": the later verb has the object
    if (context.syntax.upos(first) == Upos::verb && is_passive(context, first)) {
      if (const TokenId subject = context.syntax.child(first, Dep::nsubj_pass)) add(context, subject, out);
    }
  }
  return out;
}

TokenList by_relation(const Context& context, TokenId token, std::initializer_list<Dep> relations) {
  TokenList out;
  for (const TokenId child : context.syntax.children(token)) {
    if (is_any(context.syntax.relation(child), relations)) add(context, child, out);
  }
  return out;
}

TokenList modifiers(const Context& context, TokenId noun) {
  TokenList out;
  for (const TokenId child : context.syntax.children(noun)) {
    if (child > noun) break;
    const Dep relation = universal(context.syntax.relation(child));
    if (relation == Dep::amod || relation == Dep::compound || relation == Dep::nmod || relation == Dep::nummod ||
        relation == Dep::flat) {
      add(context, child, out);
      for (const TokenId below : context.syntax.children(child)) {
        if (context.syntax.relation(below) != Dep::punct) out.push_back(below);
      }
    }
  }
  return out;
}

TokenList by_preposition(const Context& context, TokenId token, std::string_view preposition) {
  TokenList out;
  for (const TokenId child : context.syntax.children(token)) {
    const Dep relation = universal(context.syntax.relation(child));
    if (relation != Dep::obl && relation != Dep::nmod && relation != Dep::advcl && relation != Dep::acl) continue;
    if (marker(context, child) == preposition) add(context, child, out);
  }
  return out;
}

}  // namespace

TokenList with_conjuncts(const Context& context, TokenId token) {
  TokenList out{token};
  for (const TokenId child : context.syntax.children(token)) {
    if (context.syntax.relation(child) == Dep::conj) out.push_back(child);
  }
  return out;
}

namespace {

/// Whether something stands behind the verb that can be its object.
bool has_object(const Context& context, TokenId verb) {
  const auto children = context.syntax.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenId child) { return child > verb && is_object(context, verb, child); });
}

}  // namespace

bool is_passive(const Context& context, TokenId verb) {
  const Syntax& syntax = context.syntax;
  if (syntax.child(verb, Dep::nsubj_pass) || syntax.child(verb, Dep::aux_pass)) return true;
  const bool bare = syntax.xpos(verb) == "VBN" && !syntax.child(verb, Dep::aux) && !has_object(context, verb);
  if (bare && syntax.relation(verb) == Dep::conj) {  // "were attacked and killed"
    return !syntax.child(verb, Dep::nsubj) && is_passive(context, syntax.head(verb));
  }
  if (bare && is_any(syntax.relation(verb), {Dep::advcl, Dep::root})) return true;  // "Arrested in May, he …"
  return syntax.relation(verb) == Dep::acl && (syntax.xpos(verb) == "VBN" || syntax.xpos(verb) == "VBD");
}

TokenId passive_agent(const Context& context, TokenId verb) {
  for (const TokenId child : context.syntax.children(verb)) {
    const Dep relation = context.syntax.relation(child);
    if (relation == Dep::obl_agent || (universal(relation) == Dep::obl && marker(context, child) == "by")) return child;
  }
  return TokenId::none();
}

TokenList slot_fillers(const Context& context, TokenId token, std::string_view slot) {
  if (slot == "obj") return objects(context, token);
  if (slot == "mod") return modifiers(context, token);
  if (slot == "xcomp") return by_relation(context, token, {Dep::xcomp});
  if (slot == "ccomp") return by_relation(context, token, {Dep::ccomp, Dep::csubj});
  if (slot == "parataxis") return by_relation(context, token, {Dep::parataxis});
  if (slot == "advcl") return by_relation(context, token, {Dep::advcl});
  if (slot == "acl") return by_relation(context, token, {Dep::acl, Dep::ccomp, Dep::xcomp});
  if (slot == "comp") return by_relation(context, token, {Dep::xcomp, Dep::ccomp, Dep::advcl});
  if (slot == "subj") {
    TokenList out;
    const TokenId subject =
        is_passive(context, token) ? passive_agent(context, token) : understood_subject(context, token);
    if (subject) add(context, subject, out);
    return out;
  }
  if (slot == "any") {
    TokenList out;
    for (const TokenId below : context.syntax.subtree(token)) {
      if (below != token && context.syntax.dominates(token, below)) out.push_back(below);
    }
    return out;
  }
  return by_preposition(context, token, slot);
}

}  // namespace diurna::detail
