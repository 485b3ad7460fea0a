// Inner cues win over outer ones, except that negation above turns a plan or a wish into something that is not ("did
// not plan to …").
#include "events/factuality_walk.hpp"

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
using Decision = FactualityDecision;

constexpr int max_steps = 8;

}  // namespace

Decision FactualityWalk::decide(TokenId trigger) const {
  Decision decision = cues_.cue_beside(trigger);
  TokenId node = trigger;
  for (int step = 0; step < max_steps && syntax().head(node); ++step) {
    const Step up = cue_above(node);
    decision = combine(std::move(decision), up.cue);
    if (!up.goes_on) break;
    node = syntax().head(node);
  }
  return decision;
}

Decision FactualityWalk::combine(Decision inner, const Decision& outer) {
  if (is_certain(outer) || inner.value == Factuality::negated) return inner;
  if (is_certain(inner) || outer.value == Factuality::negated) return outer;
  return inner;
}

std::string FactualityWalk::slot_of(TokenId node) const {
  const Dep relation = syntax().relation(node);
  if (is_any(universal(relation), {Dep::ccomp, Dep::xcomp, Dep::csubj})) {
    return cues_.has_infinitive_to(node) ? "infinitive" : "clause";
  }
  if (relation == Dep::acl || relation == Dep::advcl) {
    if (cues_.has_infinitive_to(node)) return "infinitive";
    const std::string word = marker(context(), node);
    return word == "that" ? "clause" : word;
  }
  if (is_any(relation, {Dep::obj, Dep::nsubj_pass, Dep::compound, Dep::iobj})) return "object";
  if (relation == Dep::nsubj) return "subject";
  if (is_any(universal(relation), {Dep::obl, Dep::nmod})) return marker(context(), node);
  return {};
}

std::string FactualityWalk::governor_key(TokenId node) const {
  const Upos upos = syntax().upos(node);
  const char* kind = upos == Upos::verb || upos == Upos::aux ? "/v" : upos == Upos::adj ? "/a" : "/n";
  return lower_lemma(context(), node) + kind;
}

bool FactualityWalk::has_yet(TokenId head) const {
  if (syntax().lemma(head) != "have" && syntax().lemma(head) != "be") return false;
  for (const TokenId child : syntax().children(head)) {
    if (lower_form(context(), child) == "yet") return true;
  }
  return false;
}

Decision FactualityWalk::governed(TokenId node, TokenId head) const {
  const std::string slot = head ? slot_of(node) : std::string();
  if (slot.empty()) return {};
  std::string key = governor_key(head);
  auto value = cues_.tables().governor(key, slot);
  const TokenId object = syntax().child(head, Dep::obj);
  if (!value && object && object != node && slot == "infinitive") {  // "has the power to change it"
    key = governor_key(object);
    value = cues_.tables().governor(key, slot);
  }
  if (!value || *value == Factuality::actual) return {};
  const Decision beside = cues_.negation_beside(head);
  if (!is_certain(beside)) {
    if (*value == Factuality::negated) return {};  // "did not refuse"
    return beside;
  }
  return {*value, "governor:" + key.substr(0, key.size() - 2) + "/" + slot};
}

bool FactualityWalk::stands_alone(TokenId conjunct) const {
  for (const TokenId child : syntax().children(conjunct)) {
    const Dep relation = syntax().relation(child);
    if (is_subject(relation) || is_any(relation, {Dep::aux, Dep::aux_pass, Dep::cop, Dep::mark})) return true;
  }
  return false;
}

bool FactualityWalk::is_finite(TokenId node) const {
  const std::string_view xpos = syntax().xpos(node);
  return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
}

FactualityWalk::Step FactualityWalk::above_conjunct(TokenId node, TokenId head) const {
  if (stands_alone(node)) return {{}, true};
  if (syntax().xpos(node) == "VBG" && syntax().xpos(head) != "VBG") return {{}, true};
  if (is_finite(node) && !is_finite(head)) return {{}, true};
  return {cues_.cue_beside(head), true};
}

FactualityWalk::Step FactualityWalk::above_clause(TokenId node, TokenId head) const {
  const Dep relation = syntax().relation(node);
  const bool infinitive = cues_.has_infinitive_to(node);
  if (relation == Dep::xcomp) {
    if (infinitive && has_yet(head)) return {{Factuality::negated, "negation:yet to"}, false};
    if (infinitive && syntax().lemma(head) == "be") return {{Factuality::planned, "infinitive:be to"}, false};
    return {cues_.cue_beside(head), true};
  }
  if (relation == Dep::advcl && infinitive) return {{Factuality::possible, "infinitive:purpose"}, false};
  if (relation == Dep::advcl && marker(context(), node).empty()) return {cues_.cue_beside(head), true};
  if (relation == Dep::acl && infinitive) {
    const bool headline = syntax().relation(head) == Dep::root && in_title(head);
    return {
        {headline ? Factuality::planned : Factuality::possible, headline ? "infinitive:headline" : "infinitive:noun"},
        false};
  }
  return {};
}

bool FactualityWalk::in_title(TokenId token) const {
  const Document& document = context().document;
  const BlockId block = document.sentence(document.sentence_of(token)).block;
  return block && document.block(block).kind == BlockKind::title;
}

bool FactualityWalk::is_indefinite(TokenId noun) const {
  for (const TokenId child : syntax().children(noun)) {
    const Dep relation = syntax().relation(child);
    if (relation == Dep::nmod_poss) return false;
    if (relation == Dep::det) return lower_form(context(), child) == "a" || lower_form(context(), child) == "an";
  }
  return true;
}

FactualityWalk::Step FactualityWalk::cue_above(TokenId node) const {
  const TokenId head = syntax().head(node);
  const Dep relation = syntax().relation(node);
  if (relation == Dep::conj) return above_conjunct(node, head);
  if (relation == Dep::acl && cues_.has_infinitive_to(node)) {  // "the vote to oust him failed"
    const Decision cue = governed(head, syntax().head(head));
    if (cue.value == Factuality::negated) return {cue, false};
  }
  if (Decision cue = governed(node, head); !is_certain(cue)) return {cue, false};
  if (is_any(universal(relation), {Dep::xcomp, Dep::ccomp, Dep::advcl, Dep::csubj}) || relation == Dep::acl) {
    return above_clause(node, head);
  }
  const bool argument = is_any(universal(relation), {Dep::obj, Dep::nsubj, Dep::obl});
  if (argument && cues_.tables().word("light", lower_lemma(context(), head))) return {cues_.cue_beside(head), true};
  if (relation == Dep::obj && is_indefinite(node)) return {cues_.cue_beside(head), true};
  return {};
}

}  // namespace diurna::detail
