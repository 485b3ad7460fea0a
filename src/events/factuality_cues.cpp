#include "events/factuality_cues.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
using Decision = FactualityDecision;

constexpr int max_steps = 8;

}  // namespace

Decision FactualityCues::word_cue(std::string_view kind, const std::string& form) const {
  const auto value = tables_.word(kind, form);
  return value ? Decision{*value, std::string(kind) + ":" + form} : Decision{};
}

bool FactualityCues::takes_in_more(TokenId negation) const {  // "not only", "not just"
  const TokenId next = neighbour(context_, negation, 1);
  if (!next) return false;
  const std::string form = lower_form(context_, next);
  return form == "only" || form == "just" || form == "merely" || form == "because" || form == "necessarily";
}

Decision FactualityCues::negation_beside(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    const Dep relation = syntax().relation(child);
    if (is_any(relation, {Dep::advmod, Dep::det, Dep::cc_preconj, Dep::obj}) || is_subject(relation)) {
      Decision cue = word_cue("negation", lower_form(context_, child));
      if (!is_certain(cue) && !takes_in_more(child)) return cue;
    }
    if (is_subject(relation)) {
      for (const TokenId part : syntax().children(child)) {
        if (syntax().relation(part) != Dep::det) continue;
        if (Decision cue = word_cue("negation", lower_form(context_, part)); !is_certain(cue)) return cue;
      }
    }
  }
  return no_longer_beside(node);
}

Decision FactualityCues::no_longer_beside(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    if (syntax().relation(child) != Dep::advmod || lower_form(context_, child) != "longer") continue;
    const TokenId before = neighbour(context_, child, -1);
    if (before && lower_form(context_, before) == "no") return {Factuality::negated, "negation:no longer"};
  }
  return {};
}

bool FactualityCues::is_reported(TokenId node) const {
  for (int step = 0; step < max_steps && syntax().head(node); ++step) {
    const TokenId head = syntax().head(node);
    if (is_any(syntax().relation(node), {Dep::ccomp, Dep::parataxis}) &&
        tables_.word("report", lower_lemma(context_, head))) {
      return true;
    }
    node = head;
  }
  return false;
}

bool FactualityCues::has_condition(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    if (syntax().relation(child) == Dep::advcl && tables_.word("marker", marker(context_, child))) return true;
  }
  return false;
}

Decision FactualityCues::modal_beside(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    if (syntax().relation(child) != Dep::aux) continue;
    const std::string form = lower_form(context_, child);
    if (syntax().lemma(child) == "have") continue;  // "'d" of "had"
    Decision cue = word_cue("modal", form);
    if (is_certain(cue)) continue;
    const bool future_in_the_past = form == "would" && is_reported(node) && !has_condition(node);
    if (future_in_the_past) cue.value = Factuality::planned;
    return cue;
  }
  return {};
}

Decision FactualityCues::adverb_beside(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    const Dep relation = syntax().relation(child);
    const char* kind = relation == Dep::advmod ? "adverb" : relation == Dep::amod ? "adjective" : nullptr;
    if (kind == nullptr) continue;
    if (Decision cue = word_cue(kind, lower_form(context_, child)); !is_certain(cue)) return cue;
  }
  return {};
}

bool FactualityCues::has_infinitive_to(TokenId node) const {
  bool to = false;
  for (const TokenId child : syntax().children(node)) {
    const bool perfect = syntax().relation(child) == Dep::aux && syntax().lemma(child) == "have";
    if (perfect) return false;  // "is said to have fled" looks back
    to = to || (syntax().relation(child) == Dep::mark && lower_form(context_, child) == "to");
  }
  return to;
}

Decision FactualityCues::mood_beside(TokenId node) const {
  const Dep relation = syntax().relation(node);
  if (has_infinitive_to(node)) {
    if (relation == Dep::root) return {Factuality::planned, "infinitive:root"};
    for (const TokenId child : syntax().children(node)) {
      if (is_any(syntax().relation(child), {Dep::aux, Dep::aux_pass, Dep::cop}) && syntax().lemma(child) == "be" &&
          child < node && lower_form(context_, child) != "be") {
        return {Factuality::planned, "infinitive:be to"};
      }
    }
  }
  if (relation == Dep::root && syntax().has(node, Feature::mood_imp) && opens_sentence(node)) {
    return {Factuality::possible, "imperative"};
  }
  if (relation == Dep::root && is_question(node)) return {Factuality::possible, "question"};
  return {};
}

bool FactualityCues::opens_sentence(TokenId node) const {
  for (TokenId before = neighbour(context_, node, -1); before; before = neighbour(context_, before, -1)) {
    if (is_nominal(syntax(), before)) return false;
  }
  return true;
}

bool FactualityCues::is_question(TokenId node) const {
  for (const TokenId child : syntax().children(node)) {
    if (syntax().relation(child) == Dep::punct && lower_form(context_, child) == "?") return true;
  }
  return false;
}

Decision FactualityCues::marker_beside(TokenId node) const {
  const std::string word = marker(context_, node);
  if (word.empty()) return {};
  const bool clause = is_any(universal(syntax().relation(node)), {Dep::advcl, Dep::ccomp, Dep::acl, Dep::csubj});
  const bool temporal = word == "until" || word == "till" || word == "once";
  if (temporal && syntax().head(node) && is_past(syntax().head(node))) return {};
  return word_cue(clause ? "marker" : "case", word);
}

bool FactualityCues::is_past(TokenId node) const {
  if (syntax().xpos(node) == "VBD") return true;
  for (const TokenId child : syntax().children(node)) {
    if (!is_any(syntax().relation(child), {Dep::aux, Dep::aux_pass, Dep::cop})) continue;
    if (syntax().has(child, Feature::tense_past) || syntax().lemma(child) == "have") return true;
  }
  return false;
}

bool FactualityCues::is_after_publication(TimeId id) const {
  const std::string& value = context_.mentions.time(id).value;
  const std::string& today = context_.document.date();
  const std::size_t length = std::min({value.size(), today.size(), std::size_t{10}});
  if (length < 4 || value[0] < '0' || value[0] > '9' || value.find('W') != std::string::npos) return false;
  return value.compare(0, length, today, 0, length) > 0;
}

Decision FactualityCues::future_time_beside(TokenId node) const {
  if (is_past(node)) return {};
  for (const TokenId child : syntax().children(node)) {
    const TimeId time = context_.mentions.time_at(child);
    if (time && is_after_publication(time)) return {Factuality::planned, "time:future"};
  }
  return {};
}

Decision FactualityCues::cue_beside(TokenId node) const {
  using Reading = Decision (FactualityCues::*)(TokenId) const;
  for (const Reading read :
       {&FactualityCues::negation_beside, &FactualityCues::adverb_beside, &FactualityCues::modal_beside,
        &FactualityCues::mood_beside, &FactualityCues::marker_beside, &FactualityCues::future_time_beside}) {
    if (Decision cue = (this->*read)(node); !is_certain(cue)) return cue;
  }
  return {};
}

}  // namespace diurna::detail
