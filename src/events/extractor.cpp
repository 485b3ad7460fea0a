#include "diurna/events/extractor.hpp"

#include <algorithm>

#include "diurna/core/resources.hpp"
#include "events/attribution.hpp"
#include "events/extraction_model.hpp"
#include "events/factuality.hpp"
#include "events/open_layer.hpp"
#include "events/phrases.hpp"
#include "events/relation_finder.hpp"
#include "events/rule_events.hpp"
#include "events/rule_trace.hpp"

namespace diurna {
namespace {

using namespace detail;

/// Whether a sentence says something new: no repetition word for word, no date line.
bool tells(const Document& document, TokenId token) {
  const Sentence& sentence = document.sentence(document.sentence_of(token));
  const Block& block = document.block(sentence.block);
  return !sentence.repeats && !block.repeats && block.kind != BlockKind::metadata;
}

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

struct Extractor::Parts {
  explicit Parts(const ExtractorOptions& options)
      : open_layer(options.open_layer),
        ontology(std::make_shared<const Ontology>(Ontology::load(options.ontology))),
        rules(options.rules.empty() ? RuleSet() : RuleSet::load(options.rules, *ontology)),
        lexicon(Lexicon::load(*ontology)),
        frames(Frames::load(*ontology)),
        model(options.model.empty() ? find_resource("models/en/extraction.bin") : read_file(options.model), *ontology) {
  }

  /// The triggers of model and rules.
  [[nodiscard]] RuledTriggers decide_triggers(const Context& context, const Words& words,
                                              const std::vector<TriggerCandidate>& candidates) const {
    std::vector<Trigger> model_triggers = model.decide_triggers(context, words, candidates);
    if (!rules.compiled()) return {Triggers(std::move(model_triggers), context.syntax.size()), {}, {}};
    return apply_event_rules(*rules.compiled(), {context, words}, std::move(model_triggers),
                             [&](TokenId token) { return tells(context.document, token); });
  }

  [[nodiscard]] std::vector<Event> events(const Context& context, const Words& words,
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
    }
    return out;
  }

  [[nodiscard]] std::vector<OpenTriple> open_triples(const Context& context, const Attributions& attributions) const {
    std::vector<OpenTriple> triples = find_open_triples(context, open_layer);
    for (OpenTriple& triple : triples) triple.attribution = attributions.sources(context, triple.predicate);
    return triples;
  }

  [[nodiscard]] std::vector<Argument> model_arguments(const Context& context, const Words& words,
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

  [[nodiscard]] Evidence rule_evidence(const Context& context, const RuleMatch& match) const {
    return {.sentence = context.document.sentence_of(match.head),
            .span = context.document.span(match.tokens),
            .rule = "rule:" + rules.rules()[match.rank].name,
            .path = {},
            .score = 1.0};
  }

  /// What the rule says; roles that it does not name are the model's, of types that the model does not know only time
  /// and place.
  [[nodiscard]] std::vector<Argument> rule_arguments(const Context& context, const Words& words,
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

  [[nodiscard]] Facts facts(const Context& context) const {
    const Words words(context, clusters);
    const Attributions attributions = find_attributions(context);
    auto candidates = find_trigger_candidates(context, words, lexicon, model.lemmas());
    std::erase_if(candidates, [&](const TriggerCandidate& c) { return !tells(context.document, c.head); });
    const RuledTriggers ruled = decide_triggers(context, words, candidates);
    std::vector<Relation> relations = find_relations(context, attributions);
    if (rules.compiled()) {
      relations =
          apply_relation_rules({*rules.compiled(), {context, words}, ruled.triggers, *ontology, read_factuality},
                               std::move(relations), [&](TokenId token) { return tells(context.document, token); });
    }
    return {events(context, words, candidates, ruled, attributions), std::move(relations),
            open_triples(context, attributions)};
  }

  [[nodiscard]] std::vector<std::string> trace(const Context& context, std::string_view name) const {
    const auto& all = rules.rules();
    const auto rule = std::find_if(all.begin(), all.end(), [&](const RuleDescription& r) { return r.name == name; });
    if (rule == all.end()) return {};
    const Words words(context, clusters);
    auto candidates = find_trigger_candidates(context, words, lexicon, model.lemmas());
    const RuledTriggers ruled = decide_triggers(context, words, candidates);
    return RuleTrace(*rules.compiled(), {context, words}, ruled).of(static_cast<std::size_t>(rule - all.begin()));
  }

  OpenLayer open_layer;
  std::shared_ptr<const Ontology> ontology;
  RuleSet rules;
  Lexicon lexicon;
  Frames frames;
  WordClusters clusters = WordClusters::load();
  ExtractionModel model;
  FactualityReader read_factuality = FactualityReader::load();
  AttributionFinder find_attributions = AttributionFinder::load();
  RelationFinder find_relations = RelationFinder::load();
};

Extractor Extractor::load(const ExtractorOptions& options) { return Extractor(std::make_shared<const Parts>(options)); }

Facts Extractor::operator()(const Document& document, const Syntax& syntax, const Mentions& mentions) const {
  return parts_->facts({document, syntax, mentions});
}

std::vector<std::string> Extractor::trace_rule(const Document& document, const Syntax& syntax, const Mentions& mentions,
                                               std::string_view rule) const {
  return parts_->trace({document, syntax, mentions}, rule);
}

std::shared_ptr<const Ontology> Extractor::ontology() const { return parts_->ontology; }

const RuleSet& Extractor::rules() const { return parts_->rules; }

const std::string& Extractor::fingerprint() const { return parts_->model.fingerprint(); }

}  // namespace diurna
