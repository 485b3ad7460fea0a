// The second half of Participants: who is acted upon. Every word of the told chain is asked in turn; the nearest kind
// of dependent that holds an actor decides.
#include <array>

#include "events/actor_lists.hpp"
#include "events/grammar.hpp"
#include "events/participants.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool same(const CodedActor& a, const CodedActor& b) {
  if (a.span == b.span || (a.entity && a.entity == b.entity)) return true;
  return !a.code.empty() && a.code == b.code && a.sectors == b.sectors && a.name == b.name;
}

enum Rank : std::size_t { asked, direct, indirect, of, inner, around, rank_count };

/// A dependent's rank, and whether actors inside its phrase count as well (rank `inner`).
struct Nearness {
  Rank rank = around;
  bool look_inside = false;
};

Nearness nearness_of_phrase(const std::string& preposition, bool is_agent) {
  if (is_one_of(preposition, {"to", "with", "against", "on", "upon", "toward", "towards", "over", "for", "from",
                              "between", "into"})) {
    return {indirect, true};
  }
  if (is_agent) return {rank_count, false};
  if (preposition == "of") return {of, true};
  if (is_one_of(preposition, {"by", "about"})) return {around, true};
  const bool place = is_one_of(preposition, {"in", "at", "near", "across", "throughout", "inside"});
  return {place ? around : rank_count, false};
}

bool is_nominal_word(const Syntax& syntax, TokenId token) {
  return syntax.upos(token) == Upos::noun || syntax.upos(token) == Upos::propn;
}

/// "handed over the banker": the particle taken for a preposition.
bool hides_object(const Context& context, TokenId token, TokenId child) {
  const TokenId particle = context.syntax.child(child, Dep::case_);
  return universal(context.syntax.relation(child)) == Dep::obl && particle && particle.index() == token.index() + 1 &&
         is_one_of(lower_form(context, particle), {"over", "up", "out", "off", "down", "back"});
}

/// The object of these acts is the actor's own: "withdrew its observers from Georgia" is done to Georgia.
bool moves_own_forces(const ToldAct& told) {
  return told.act != nullptr &&
         is_one_of(told.act->name,
                   {"withdraw_troops", "withdraw_peacekeepers", "withdraw_inspectors", "withdraw_agencies", "mobilise",
                    "mobilise_police", "demobilise", "alert_troops", "show_force"});
}

Nearness nearness(const Context& context, const ToldAct& told, TokenId token, TokenId child) {
  const Dep relation = context.syntax.relation(child);
  const Dep plain = universal(relation);
  const bool is_head = token == told.head;
  const bool nominal = is_nominal_word(context.syntax, token);
  if (relation == Dep::obj && moves_own_forces(told)) return {rank_count, false};
  if (hides_object(context, token, child) || is_any(relation, {Dep::obj, Dep::iobj, Dep::nsubj_pass})) {
    return {direct, true};
  }
  if (plain == Dep::nsubj && !is_head) {
    const bool is_asked = told.mood == Mood::demanded || told.mood == Mood::appealed;
    return {is_asked ? asked : indirect, true};
  }
  const std::string preposition = marker(context, child);
  if (is_any(plain, {Dep::obl, Dep::nmod}) && !preposition.empty() && relation != Dep::nmod_poss) {
    return nearness_of_phrase(preposition, relation == Dep::obl_agent);
  }
  if (is_head && nominal && relation == Dep::nmod_poss && is_done_to_owner(told)) return {direct, false};
  if (nominal && child < token && is_any(plain, {Dep::nmod, Dep::amod, Dep::compound})) return {inner, false};
  return {rank_count, false};
}

}  // namespace

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
  const Syntax& syntax = context_.syntax;
  std::array<std::vector<CodedActor>, rank_count> ranks;
  for (const TokenId child : syntax.children(token)) {
    if (syntax.relation(child) == Dep::acl && token != told.head) {  // "a ceasefire proposed by France"
      if (const TokenId agent = passive_agent(context_, child)) append(ranks[inner], actors_of(agent));
    }
    const Nearness near = nearness(context_, told, token, child);
    if (near.rank != rank_count) append(ranks[near.rank], actors_of(child));
    if (near.look_inside) append(ranks[inner], named_in(child, universal(syntax.relation(child)) != Dep::nsubj));
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
      return actors_of(subject);
    }
    return {};
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
