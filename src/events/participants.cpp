#include "events/participants.hpp"

#include "events/actor_lists.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {

using Dep = DependencyRelation;

/// Demonyms coordinated before one noun, the first left out.
TokenList Participants::other_countries(TokenId noun) const {
  TokenList demonyms;
  bool coordinated = false;
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(noun)) {
    if (child > noun || !is_any(universal(syntax.relation(child)), {Dep::amod, Dep::compound})) continue;
    for (const TokenId one : with_conjuncts(context_, child)) {
      if (coder_.country(one).empty()) continue;
      demonyms.push_back(one);
      coordinated = coordinated || syntax.child(one, Dep::cc);
    }
  }
  if (!coordinated || demonyms.empty()) return {};
  demonyms.erase(demonyms.begin());
  return demonyms;
}

std::vector<CodedActor> Participants::actors_of(TokenId phrase) const {
  std::vector<CodedActor> out;
  for (const TokenId one : with_conjuncts(context_, phrase)) {
    auto actor = coder_.speaker(one);
    if (!actor) continue;
    const CodedActor first = *actor;
    append(out, {std::move(*actor)});
    for (const TokenId other : other_countries(one)) {  // "Ethiopian and Eritrean negotiators"
      CodedActor twin = first;
      twin.code = coder_.country(other);
      twin.span = context_.document.token(other).span;
      twin.entity = EntityId::none();
      append(out, {std::move(twin)});
    }
  }
  if (!out.empty()) return out;
  for (const TokenId child : context_.syntax.children(phrase)) {  // "thousands of workers"
    if (universal(context_.syntax.relation(child)) == Dep::nmod && marker(context_, child) == "of") {
      return actors_of(child);
    }
  }
  return out;
}

std::vector<CodedActor> Participants::owners(TokenId noun) const {
  std::vector<CodedActor> out;
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(noun)) {
    const Dep relation = syntax.relation(child);
    const std::string preposition = marker(context_, child);
    const bool behind = universal(relation) == Dep::nmod && child > noun;
    const bool before = child < noun && is_any(universal(relation), {Dep::nmod, Dep::amod, Dep::compound});
    if (relation == Dep::acl) {  // "attacks carried out by extremists"
      if (const TokenId agent = passive_agent(context_, child)) append(out, actors_of(agent));
    }
    if (before || (behind && is_one_of(preposition, {"by", "between", "among", "from"}))) append(out, actors_of(child));
  }
  if (!out.empty()) return out;
  for (const TokenId child : syntax.children(noun)) {
    if (universal(syntax.relation(child)) == Dep::nmod && marker(context_, child) == "of")
      append(out, actors_of(child));
  }
  return out;
}

/// "the killing of villagers by soldiers", "the Israeli killing of …".
std::vector<CodedActor> Participants::agents_of_noun(TokenId noun) const {
  std::vector<CodedActor> out;
  for (const TokenId child : context_.syntax.children(noun)) {
    const Dep relation = context_.syntax.relation(child);
    const bool by = universal(relation) == Dep::nmod && marker(context_, child) == "by";
    if (by || (relation == Dep::amod && !coder_.country(child).empty())) append(out, actors_of(child));
  }
  return out;
}

std::vector<CodedActor> Participants::without_towns(std::vector<CodedActor> actors) const {
  std::erase_if(actors, [&](const CodedActor& actor) { return coder_.is_town(actor); });
  return actors;
}

TokenId Participants::reporter(TokenId clause) const {
  const Syntax& syntax = context_.syntax;
  TokenId token = clause;
  for (int steps = 0; steps < 6 && token; ++steps) {
    const TokenId above = syntax.head(token);
    for (const TokenId child : syntax.children(token)) {
      if (syntax.relation(child) == Dep::parataxis && acts_.reports(child)) return understood_subject(context_, child);
    }
    if (!above) return TokenId::none();
    if (is_any(syntax.relation(token), {Dep::ccomp, Dep::parataxis}) && acts_.reports(above)) {
      return understood_subject(context_, above);
    }
    if (!is_any(syntax.relation(token), {Dep::ccomp, Dep::xcomp, Dep::conj, Dep::parataxis})) return TokenId::none();
    token = above;
  }
  return TokenId::none();
}

/// The subject of a verb of saying; where the tree gives the verb two, the one that is an actor.
std::vector<CodedActor> Participants::reporters_of(TokenId subject) const {
  std::vector<CodedActor> out = actors_of(subject);
  const TokenId verb = context_.syntax.head(subject);
  if (!out.empty() || !verb) return out;
  for (const TokenId child : context_.syntax.children(verb)) {
    if (out.empty() && context_.syntax.relation(child) == Dep::nsubj) out = actors_of(child);
  }
  return out;
}

/// Who does it. Of a passive the "by" phrase; of acts that one does to oneself ("have been demobilised") and of
/// participles that are adjectives ("were engaged in") the subject.
TokenId Participants::agent_of(const ToldAct& told) const {
  if (!is_passive(context_, told.head)) return understood_subject(context_, told.head);
  if (const TokenId agent = passive_agent(context_, told.head)) return agent;
  const bool own = told.act != nullptr && is_one_of(told.act->name, {"demobilise", "withdraw_troops", "surrender",
                                                                     "alert_troops", "alert_police"});
  const bool adjective =
      is_one_of(lower_lemma(context_, told.head), {"engage", "involve", "commit", "prepare", "oppose"});
  return own || adjective ? context_.syntax.child(told.head, Dep::nsubj_pass) : TokenId::none();
}

std::vector<CodedActor> Participants::actors(const ToldAct& told) const {
  const Syntax& syntax = context_.syntax;
  if (told.mood == Mood::obliged) {
    const TokenId source = reporter(told.head);
    return source ? reporters_of(source) : std::vector<CodedActor>{};
  }
  const Upos upos = syntax.upos(told.head);
  if (upos == Upos::noun || upos == Upos::propn) {
    if (syntax.child(told.head, Dep::cop)) {
      if (const TokenId subject = understood_subject(context_, told.head)) return actors_of(subject);
    }
    std::vector<CodedActor> out = is_done_to_owner(told) ? agents_of_noun(told.head) : owners(told.head);
    const bool manner = out.empty() && syntax.head(told.head) && marker(context_, told.head) == "in";  // "in protest"
    if (manner && told.act != nullptr && told.act->name == "protest") {
      if (const TokenId subject = understood_subject(context_, syntax.head(told.head))) out = actors_of(subject);
    }
    return out;
  }
  const TokenId subject = agent_of(told);
  std::vector<CodedActor> out = subject && subject != told.head ? actors_of(subject) : std::vector<CodedActor>{};
  for (const TokenId child : syntax.children(told.head)) {  // a tree may have two subjects
    if (out.empty() && syntax.relation(child) == Dep::nsubj && !is_passive(context_, told.head)) out = actors_of(child);
  }
  const bool pronoun = !subject || syntax.upos(subject) == Upos::pron;
  if (out.empty() && pronoun && !is_passive(context_, told.head)) {  // "Syria says it is willing to …"
    if (const TokenId source = reporter(told.head)) return reporters_of(source);
  }
  if (out.empty() && subject && told.mood == Mood::told) out = owners(subject);
  return without_towns(std::move(out));
}

}  // namespace diurna::detail
