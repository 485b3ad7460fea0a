// The walk: `cue_beside` reads the words around one predicate or noun, `cue_above` what governs it. Inner cues win over
// outer ones, except that negation above turns a plan or a wish into something that is not ("did not plan to …").
#include "events/factuality.hpp"

#include <algorithm>

#include "events/factuality_tables.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
using Decision = FactualityDecision;

constexpr int max_steps = 8;

bool is_certain(const Decision& decision) { return decision.value == Factuality::actual; }

class Walk {
 public:
  Walk(const Context& context, const FactualityReader::Tables& tables) : context_(context), tables_(tables) {}

  [[nodiscard]] Decision decide(TokenId trigger) const {
    Decision decision = cue_beside(trigger);
    TokenId node = trigger;
    for (int step = 0; step < max_steps && syntax().head(node); ++step) {
      const Step up = cue_above(node);
      decision = combine(std::move(decision), up.cue);
      if (!up.goes_on) break;
      node = syntax().head(node);
    }
    return decision;
  }

 private:
  struct Step {
    Decision cue;
    bool goes_on = false;
  };

  [[nodiscard]] const Syntax& syntax() const { return context_.syntax; }

  static Decision combine(Decision inner, const Decision& outer) {
    if (is_certain(outer) || inner.value == Factuality::negated) return inner;
    if (is_certain(inner) || outer.value == Factuality::negated) return outer;
    return inner;
  }

  [[nodiscard]] Decision word_cue(std::string_view kind, const std::string& form) const {
    const auto value = tables_.word(kind, form);
    return value ? Decision{*value, std::string(kind) + ":" + form} : Decision{};
  }

  // ---- beside a predicate or noun

  [[nodiscard]] bool takes_in_more(TokenId negation) const {  // "not only", "not just"
    const TokenId next = neighbour(context_, negation, 1);
    if (!next) return false;
    const std::string form = lower_form(context_, next);
    return form == "only" || form == "just" || form == "merely" || form == "because" || form == "necessarily";
  }

  [[nodiscard]] Decision negation_beside(TokenId node) const {
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

  [[nodiscard]] Decision no_longer_beside(TokenId node) const {
    for (const TokenId child : syntax().children(node)) {
      if (syntax().relation(child) != Dep::advmod || lower_form(context_, child) != "longer") continue;
      const TokenId before = neighbour(context_, child, -1);
      if (before && lower_form(context_, before) == "no") return {Factuality::negated, "negation:no longer"};
    }
    return {};
  }

  [[nodiscard]] bool is_reported(TokenId node) const {
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

  [[nodiscard]] bool has_condition(TokenId node) const {
    for (const TokenId child : syntax().children(node)) {
      if (syntax().relation(child) == Dep::advcl && tables_.word("marker", marker(context_, child))) return true;
    }
    return false;
  }

  [[nodiscard]] Decision modal_beside(TokenId node) const {
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

  [[nodiscard]] Decision adverb_beside(TokenId node) const {
    for (const TokenId child : syntax().children(node)) {
      const Dep relation = syntax().relation(child);
      const char* kind = relation == Dep::advmod ? "adverb" : relation == Dep::amod ? "adjective" : nullptr;
      if (kind == nullptr) continue;
      if (Decision cue = word_cue(kind, lower_form(context_, child)); !is_certain(cue)) return cue;
    }
    return {};
  }

  [[nodiscard]] bool has_infinitive_to(TokenId node) const {
    for (const TokenId child : syntax().children(node)) {
      if (syntax().relation(child) == Dep::mark && lower_form(context_, child) == "to") return true;
    }
    return false;
  }

  /// "X to visit Y", "they are to meet", "Meet us!", "Will they meet?"
  [[nodiscard]] Decision mood_beside(TokenId node) const {
    const Dep relation = syntax().relation(node);
    if (has_infinitive_to(node)) {
      if (relation == Dep::root) return {Factuality::planned, "infinitive:root"};
      for (const TokenId child : syntax().children(node)) {
        if (is_any(syntax().relation(child), {Dep::aux, Dep::cop}) && syntax().lemma(child) == "be" && child < node &&
            lower_form(context_, child) != "be") {
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

  [[nodiscard]] bool opens_sentence(TokenId node) const {
    for (TokenId before = neighbour(context_, node, -1); before; before = neighbour(context_, before, -1)) {
      if (is_nominal(syntax(), before)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_question(TokenId node) const {
    for (const TokenId child : syntax().children(node)) {
      if (syntax().relation(child) == Dep::punct && lower_form(context_, child) == "?") return true;
    }
    return false;
  }

  [[nodiscard]] Decision marker_beside(TokenId node) const {
    const std::string word = marker(context_, node);
    if (word.empty()) return {};
    const bool clause = is_any(universal(syntax().relation(node)), {Dep::advcl, Dep::ccomp, Dep::acl, Dep::csubj});
    const bool temporal = word == "until" || word == "till" || word == "once";
    if (clause && temporal && syntax().head(node) && is_past(syntax().head(node))) return {};
    return word_cue(clause ? "marker" : "case", word);
  }

  [[nodiscard]] bool is_past(TokenId node) const {
    if (syntax().xpos(node) == "VBD") return true;
    for (const TokenId child : syntax().children(node)) {
      if (!is_any(syntax().relation(child), {Dep::aux, Dep::aux_pass, Dep::cop})) continue;
      if (syntax().has(child, Feature::tense_past) || syntax().lemma(child) == "have") return true;
    }
    return false;
  }

  [[nodiscard]] bool is_after_publication(TimeId id) const {
    const std::string& value = context_.mentions.time(id).value;
    const std::string& today = context_.document.date();
    const std::size_t length = std::min({value.size(), today.size(), std::size_t{10}});
    if (length < 4 || value[0] < '0' || value[0] > '9' || value.find('W') != std::string::npos) return false;
    return value.compare(0, length, today, 0, length) > 0;
  }

  [[nodiscard]] Decision future_time_beside(TokenId node) const {
    if (is_past(node)) return {};
    for (const TokenId child : syntax().children(node)) {
      const TimeId time = context_.mentions.time_at(child);
      if (time && is_after_publication(time)) return {Factuality::planned, "time:future"};
    }
    return {};
  }

  [[nodiscard]] Decision cue_beside(TokenId node) const {
    using Reading = Decision (Walk::*)(TokenId) const;
    for (const Reading read : {&Walk::negation_beside, &Walk::adverb_beside, &Walk::modal_beside, &Walk::mood_beside,
                               &Walk::marker_beside, &Walk::future_time_beside}) {
      if (Decision cue = (this->*read)(node); !is_certain(cue)) return cue;
    }
    return {};
  }

  // ---- above

  [[nodiscard]] std::string slot_of(TokenId node) const {
    const Dep relation = syntax().relation(node);
    if (is_any(universal(relation), {Dep::ccomp, Dep::xcomp, Dep::csubj})) {
      return has_infinitive_to(node) ? "infinitive" : "clause";
    }
    if (relation == Dep::acl || relation == Dep::advcl) {
      if (has_infinitive_to(node)) return "infinitive";
      const std::string word = marker(context_, node);
      return word == "that" ? "clause" : word;
    }
    if (is_any(relation, {Dep::obj, Dep::nsubj_pass, Dep::compound, Dep::iobj})) return "object";
    if (relation == Dep::nsubj) return "subject";
    if (is_any(universal(relation), {Dep::obl, Dep::nmod})) return marker(context_, node);
    return {};
  }

  [[nodiscard]] std::string governor_key(TokenId node) const {
    const Upos upos = syntax().upos(node);
    const char* kind = upos == Upos::verb || upos == Upos::aux ? "/v" : upos == Upos::adj ? "/a" : "/n";
    return lower_lemma(context_, node) + kind;
  }

  [[nodiscard]] Decision governed(TokenId node, TokenId head) const {
    const std::string slot = head ? slot_of(node) : std::string();
    if (slot.empty()) return {};
    const std::string key = governor_key(head);
    const auto value = tables_.governor(key, slot);
    if (!value || *value == Factuality::actual) return {};
    const Decision beside = negation_beside(head);
    if (!is_certain(beside)) {
      if (*value == Factuality::negated) return {};  // "did not refuse"
      return beside;
    }
    return {*value, "governor:" + key.substr(0, key.size() - 2) + "/" + slot};
  }

  [[nodiscard]] bool stands_alone(TokenId conjunct) const {
    for (const TokenId child : syntax().children(conjunct)) {
      const Dep relation = syntax().relation(child);
      if (is_subject(relation) || is_any(relation, {Dep::aux, Dep::aux_pass, Dep::cop, Dep::mark})) return true;
    }
    return false;
  }

  /// "would have resigned but stayed": a finite form is under nobody's auxiliary.
  [[nodiscard]] bool is_finite(TokenId node) const {
    const std::string_view xpos = syntax().xpos(node);
    return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
  }

  [[nodiscard]] Step above_conjunct(TokenId node, TokenId head) const {
    if (stands_alone(node)) return {{}, true};
    if (is_finite(node) && !is_finite(head)) return {{}, true};
    return {cue_beside(head), true};
  }

  [[nodiscard]] Step above_clause(TokenId node, TokenId head) const {
    const Dep relation = syntax().relation(node);
    const bool infinitive = has_infinitive_to(node);
    if (relation == Dep::xcomp) {
      if (infinitive && syntax().lemma(head) == "be") return {{Factuality::planned, "infinitive:be to"}, false};
      return {cue_beside(head), true};
    }
    if (relation == Dep::advcl && infinitive) return {{Factuality::possible, "infinitive:purpose"}, false};
    if (relation == Dep::advcl && marker(context_, node).empty()) return {cue_beside(head), true};
    if (relation == Dep::acl && infinitive) {
      const bool headline = syntax().relation(head) == Dep::root && in_title(head);
      return {
          {headline ? Factuality::planned : Factuality::possible, headline ? "infinitive:headline" : "infinitive:noun"},
          false};
    }
    return {};
  }

  [[nodiscard]] bool in_title(TokenId token) const {
    const Document& document = context_.document;
    const BlockId block = document.sentence(document.sentence_of(token)).block;
    return block && document.block(block).kind == BlockKind::title;
  }

  /// "an inquiry", "talks": new to the text, so that it shares the fate of its verb.
  [[nodiscard]] bool is_indefinite(TokenId noun) const {
    for (const TokenId child : syntax().children(noun)) {
      const Dep relation = syntax().relation(child);
      if (relation == Dep::nmod_poss) return false;
      if (relation == Dep::det) return lower_form(context_, child) == "a" || lower_form(context_, child) == "an";
    }
    return true;
  }

  [[nodiscard]] Step cue_above(TokenId node) const {
    const TokenId head = syntax().head(node);
    const Dep relation = syntax().relation(node);
    if (relation == Dep::conj) return above_conjunct(node, head);
    if (relation == Dep::acl && has_infinitive_to(node)) {  // "the vote to oust him failed"
      const Decision cue = governed(head, syntax().head(head));
      if (cue.value == Factuality::negated) return {cue, false};
    }
    if (Decision cue = governed(node, head); !is_certain(cue)) return {cue, false};
    if (is_any(universal(relation), {Dep::xcomp, Dep::ccomp, Dep::advcl, Dep::csubj}) || relation == Dep::acl) {
      return above_clause(node, head);
    }
    const bool argument = is_any(universal(relation), {Dep::obj, Dep::nsubj, Dep::obl});
    if (argument && tables_.word("light", lower_lemma(context_, head))) return {cue_beside(head), true};
    if (relation == Dep::obj && is_indefinite(node)) return {cue_beside(head), true};
    return {};
  }

  const Context& context_;
  const FactualityReader::Tables& tables_;
};

}  // namespace

FactualityReader FactualityReader::load() { return FactualityReader(std::make_shared<const Tables>(Tables::read())); }

FactualityDecision FactualityReader::operator()(const Context& context, TokenId trigger) const {
  return Walk(context, *tables_).decide(trigger);
}

}  // namespace diurna::detail
