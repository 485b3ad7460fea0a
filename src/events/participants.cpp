#include "events/participants.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

void append(std::vector<CodedActor>& to, std::vector<CodedActor> from) {
  for (CodedActor& actor : from) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const CodedActor& other) {
      return other.span == actor.span || (other.entity && other.entity == actor.entity);
    });
    if (!known) to.push_back(std::move(actor));
  }
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Acts whose noun belongs to whom it is done to: "the killing of villagers", "his arrest".
bool is_done_to_owner(const ToldAct& told) {
  if (told.act == nullptr) return false;
  const std::string act = told.act->name.substr(0, told.act->name.find('.'));
  return is_one_of(act, {"kill", "arrest", "abduct", "assassinate", "attempt_assassination", "release", "deport", "execute",
                         "torture", "massacre", "convict", "charge", "extradite", "pardon", "sexual_assault"});
}

bool same(const CodedActor& a, const CodedActor& b) {
  if (a.span == b.span || (a.entity && a.entity == b.entity)) return true;
  return !a.code.empty() && a.code == b.code && a.sectors == b.sectors && a.name == b.name;
}

}  // namespace

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
  const bool own = told.act != nullptr && is_one_of(told.act->name, {"demobilise", "withdraw_troops", "surrender", "alert_troops", "alert_police"});
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

/// Actors below a phrase that is none itself: its owner, demonyms before it, phrases behind it.
std::vector<CodedActor> Participants::named_in(TokenId token, bool deep) const {
  std::vector<CodedActor> out;
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(token)) {
    const Dep relation = universal(syntax.relation(child));
    if (is_any(relation, {Dep::nmod, Dep::amod, Dep::compound, Dep::obl})) append(out, actors_of(child));
  }
  if (!out.empty() || !deep) return out;
  for (const TokenId child : syntax.children(token)) {
    const Dep relation = universal(syntax.relation(child));
    if (is_any(relation, {Dep::nmod, Dep::obl, Dep::obj})) append(out, named_in(child, false));
  }
  return out;
}

std::vector<CodedActor> Participants::at(TokenId token, const ToldAct& told,
                                         const std::vector<CodedActor>& actors) const {
  const bool is_head = token == told.head;
  const bool asked = told.mood == Mood::demanded || told.mood == Mood::appealed;
  const Syntax& syntax = context_.syntax;
  const bool nominal = syntax.upos(token) == Upos::noun || syntax.upos(token) == Upos::propn;
  const bool owner_is_recipient = is_head && nominal && is_done_to_owner(told);
  std::vector<std::vector<CodedActor>> ranks(6);
  enum : std::size_t { asked_one, direct, indirect, of, inner, around };
  for (const TokenId child : syntax.children(token)) {
    const Dep relation = syntax.relation(child);
    const Dep plain = universal(relation);
    const std::string preposition = marker(context_, child);
    const TokenId particle = syntax.child(child, Dep::case_);  // "handed over the banker": taken for a preposition
    const bool beside = plain == Dep::obl && particle && particle.index() == token.index() + 1 &&
                        is_one_of(preposition, {"over", "up", "out", "off", "down", "back"});
    if (beside || is_any(relation, {Dep::obj, Dep::iobj, Dep::nsubj_pass})) {
      append(ranks[direct], actors_of(child));
      append(ranks[inner], named_in(child, true));
    } else if (plain == Dep::nsubj && !is_head) {
      append(ranks[asked ? asked_one : indirect], actors_of(child));
      append(ranks[inner], named_in(child, false));
    } else if (is_any(plain, {Dep::obl, Dep::nmod}) && !preposition.empty()) {
      if (is_one_of(preposition, {"to", "with", "against", "on", "upon", "toward", "towards", "over", "for",
                                  "from", "between", "into"})) {
        append(ranks[indirect], actors_of(child));
        append(ranks[inner], named_in(child, true));
      } else if (is_one_of(preposition, {"of", "by", "about"}) && relation != Dep::obl_agent) {
        append(ranks[preposition == "of" ? of : around], actors_of(child));
        append(ranks[inner], named_in(child, true));
      } else if (is_one_of(preposition, {"in", "at", "near", "across", "throughout", "inside"})) {
        append(ranks[around], actors_of(child));
      }
    } else if (owner_is_recipient && relation == Dep::nmod_poss) {
      append(ranks[direct], actors_of(child));
    } else if (relation == Dep::acl) {  // "a ceasefire proposed by France"
      if (const TokenId agent = passive_agent(context_, child)) append(ranks[inner], actors_of(agent));
    } else if (nominal && child < token && is_any(plain, {Dep::nmod, Dep::amod, Dep::compound})) {
      append(ranks[inner], actors_of(child));
    }
  }
  if (ranks[direct].empty() && syntax.relation(token) == Dep::acl && is_passive(context_, token)) {
    append(ranks[direct], actors_of(syntax.head(token)));
  }
  for (std::vector<CodedActor>& rank : ranks) {
    std::erase_if(rank, [&](const CodedActor& candidate) {
      return std::any_of(actors.begin(), actors.end(), [&](const CodedActor& actor) { return same(actor, candidate); });
    });
    if (!rank.empty()) return std::move(rank);
  }
  return {};
}

std::vector<CodedActor> Participants::recipients(const ToldAct& told, const std::vector<CodedActor>& actors) const {
  if (told.mood == Mood::obliged) {
    if (const TokenId subject = understood_subject(context_, told.head)) {
      std::vector<CodedActor> out = actors_of(subject);
      if (!out.empty()) return out;
    }
  }
  const Syntax& syntax = context_.syntax;
  std::vector<TokenId> chain = told.chain;
  for (const TokenId token : told.chain) {  // clauses that no frame read are looked into as well
    for (const TokenId child : syntax.children(token)) {
      const bool clause = is_any(syntax.relation(child), {Dep::ccomp, Dep::xcomp, Dep::obj, Dep::advcl});
      if (clause && std::find(chain.begin(), chain.end(), child) == chain.end()) chain.push_back(child);
    }
  }
  for (std::size_t i = 0; i < chain.size(); ++i) {
    std::vector<CodedActor> out = at(chain[i], told, actors);
    if (!out.empty()) return out;
  }
  return {};
}

}  // namespace diurna::detail
