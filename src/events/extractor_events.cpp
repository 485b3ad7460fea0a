// Events of one document: what model and rules decided, with fillers, factuality and sources.
#include <algorithm>

#include "diurna/mentions/edtf.hpp"
#include "events/extractor_parts.hpp"
#include "events/phrases.hpp"

namespace diurna {
namespace {

using namespace detail;

Evidence evidence_of(const Context& context, const Words& words, const std::vector<TriggerCandidate>& candidates,
                     const Trigger& trigger, const Ontology& ontology) {
  const auto candidate = std::lower_bound(candidates.begin(), candidates.end(), trigger.head,
                                          [](const TriggerCandidate& c, TokenId head) { return c.head < head; });
  const bool listed = std::any_of(candidate->meanings.begin(), candidate->meanings.end(),
                                  [&](const Meaning& known) { return known.type == trigger.type; });
  return {.sentence = context.document.sentence_of(trigger.head),
          .span = trigger_span(context, words, trigger.head),
          .rule = listed ? "lexicon:" + ontology.event_types()[trigger.type].id + "/" +
                               std::string(words.lemma(trigger.head).text)
                         : "trigger-model",
          .path = {},
          .score = trigger.score};
}

Argument make_argument(const Context& context, const Triggers& triggers, TokenId head, std::string role,
                       const RoleCandidate& candidate) {
  Argument argument{.role = std::move(role), .filler = make_filler(context, triggers, candidate), .evidence = {}};
  argument.evidence = {.sentence = context.document.sentence_of(head),
                       .span = argument.filler.span,
                       .rule = "role-model:" + candidate.slot,
                       .path = context.syntax.path(head, candidate.token),
                       .score = 1.0};
  return argument;
}

/// Whether the role `time` places the event in the calendar, or ties it to another event.
bool states_time(const Mentions& mentions, const std::vector<Argument>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
    if (argument.role != "time") return false;
    const auto time = argument.filler.as<TimeId>();
    return !time || !edtf_of(mentions.time(time)).empty();
  });
}

/// What an ontology of the user says of a role.
bool may_fill(const RuleScene& scene, const RoleCandidate& candidate, const EventType& type, std::string_view role) {
  const auto listed = type.fillers.find(std::string(role));
  if (listed == type.fillers.end()) return true;
  const FillerKinds allowed = filler_kinds(listed->second);
  switch (candidate.kind) {
    case FillerKind::entity:
      return (kinds_at(scene, candidate.token) & entity_bits & allowed) != 0;
    case FillerKind::time:
      return (allowed & time_bit) != 0;
    case FillerKind::quantity:
      return (allowed & quantity_bit) != 0;
    case FillerKind::event:
      return (allowed & event_bit) != 0;
    case FillerKind::phrase:
      return (allowed & phrase_bit) != 0;
  }
  return false;
}

bool before(const Argument& a, const Argument& b) {
  return a.role != b.role ? a.role < b.role : a.filler.span < b.filler.span;
}

}  // namespace

std::vector<Event> Extractor::Parts::events(const Context& context, const Words& words,
                                            const std::vector<TriggerCandidate>& candidates, const RuledTriggers& ruled,
                                            const Attributions& attributions) const {
  std::vector<Event> out;
  for (const Trigger& trigger : ruled.triggers.all()) {
    const EventId id{out.size()};
    FactualityDecision factuality = read_factuality(context, trigger.head);
    Event& event = out.emplace_back();
    event.type = ontology->event_types()[trigger.type].id;
    event.head = trigger.head;
    event.factuality = factuality.value;
    event.factuality_rule = std::move(factuality.rule);
    event.attribution = attributions.sources(context, trigger.head);
    if (const RuleMatch* match = ruled.match(id)) {
      event.evidence = rule_evidence(context, *match);
      event.arguments = rule_arguments(context, words, ruled, id);
    } else {
      event.evidence = evidence_of(context, words, candidates, trigger, *ontology);
      event.arguments = model_arguments(context, words, ruled.triggers, id);
    }
    event.trigger = event.evidence.span;
    std::stable_sort(event.arguments.begin(), event.arguments.end(), before);
    if (!states_time(context.mentions, event.arguments)) event.time_fallback = context.document.date();
  }
  return out;
}

std::vector<Argument> Extractor::Parts::model_arguments(const Context& context, const Words& words,
                                                        const Triggers& triggers, EventId event) const {
  const Trigger& trigger = triggers.all()[event.index()];
  const EventType& type = ontology->event_types()[trigger.type];
  const auto candidates = find_role_candidates(context, words, triggers, event);
  std::vector<Argument> out;
  for (const RoleDecision& decision : model.decide_roles(context, words, frames, triggers, event, candidates)) {
    const RoleCandidate& candidate = candidates[decision.candidate];
    if (!type.fillers.empty() && !may_fill({context, words}, candidate, type, decision.role)) continue;
    out.push_back(make_argument(context, triggers, trigger.head, std::string(decision.role), candidate));
    out.back().evidence.score = decision.score;
  }
  return out;
}

Evidence Extractor::Parts::rule_evidence(const Context& context, const RuleMatch& match) const {
  return {.sentence = context.document.sentence_of(match.head),
          .span = context.document.span(match.tokens),
          .rule = "rule:" + rules.rules()[match.rank].name,
          .path = {},
          .score = 1.0};
}

std::vector<Argument> Extractor::Parts::rule_arguments(const Context& context, const Words& words,
                                                       const RuledTriggers& ruled, EventId event) const {
  const RuleMatch& match = *ruled.match(event);
  const CompiledRule& rule = rules.compiled()->rule(match.rank);
  std::vector<Argument> out;
  for (const RuleArgument& argument : match.arguments) {
    out.push_back(make_argument(context, ruled.triggers, match.head, rule.roles[argument.role].name,
                                {argument.token, argument.kind, {}, {}}));
    out.back().evidence.rule = "rule:" + rules.rules()[match.rank].name;
  }
  const bool known = model.knows(rule.type);
  for (Argument& argument : model_arguments(context, words, ruled.triggers, event)) {
    const bool named = std::any_of(rule.roles.begin(), rule.roles.end(),
                                   [&](const CompiledRole& role) { return role.name == argument.role; });
    const bool used = std::any_of(out.begin(), out.end(), [&](const Argument& other) {
      return same_filler(other.filler, argument.filler) || other.filler.span.overlaps(argument.filler.span);
    });
    const bool general = argument.role == "time" || argument.role == "place";
    if (!named && !used && (known || general)) out.push_back(std::move(argument));
  }
  return out;
}

}  // namespace diurna
