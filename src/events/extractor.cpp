#include "diurna/events/extractor.hpp"

#include <algorithm>

#include "diurna/core/resources.hpp"
#include "diurna/mentions/edtf.hpp"
#include "events/attribution.hpp"
#include "events/extraction_model.hpp"
#include "events/factuality.hpp"
#include "events/open_layer.hpp"
#include "events/phrases.hpp"
#include "events/relation_finder.hpp"

namespace diurna {
namespace {

using namespace detail;

/// Whether a sentence says something new: no repetition word for word, no date line.
bool tells(const Document& document, TokenId token) {
  const Sentence& sentence = document.sentence(document.sentence_of(token));
  const Block& block = document.block(sentence.block);
  return !sentence.repeats && !block.repeats && block.kind != BlockKind::metadata;
}

Evidence evidence_of(const Context& context, const Words& words, const TriggerCandidate& candidate,
                     const Trigger& trigger, const Ontology& ontology) {
  const auto meaning = std::find_if(candidate.meanings.begin(), candidate.meanings.end(),
                                    [&](const Meaning& known) { return known.type == trigger.type; });
  const bool listed = meaning != candidate.meanings.end();
  return {.sentence = context.document.sentence_of(trigger.head),
          .span = trigger_span(context, words, trigger.head),
          .rule = listed ? "lexicon:" + ontology.event_types()[trigger.type].id + "/" +
                               std::string(words.lemma(trigger.head).text)
                         : "trigger-model",
          .path = {},
          .score = trigger.score};
}

Argument make_argument(const Context& context, const Triggers& triggers, const Trigger& trigger,
                       const RoleCandidate& candidate, const RoleDecision& decision) {
  Argument argument{
      .role = std::string(decision.role), .filler = make_filler(context, triggers, candidate), .evidence = {}};
  argument.evidence = {.sentence = context.document.sentence_of(trigger.head),
                       .span = argument.filler.span,
                       .rule = "role-model:" + candidate.slot,
                       .path = context.syntax.path(trigger.head, candidate.token),
                       .score = decision.score};
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

bool before(const Argument& a, const Argument& b) {
  return a.role != b.role ? a.role < b.role : a.filler.span < b.filler.span;
}

}  // namespace

struct Extractor::Parts {
  explicit Parts(const ExtractorOptions& options)
      : open_layer(options.open_layer),
        ontology(std::make_shared<const Ontology>(Ontology::load(options.ontology))),
        lexicon(Lexicon::load(*ontology)),
        frames(Frames::load(*ontology)),
        model(options.model.empty() ? find_resource("models/en/extraction.bin") : read_file(options.model), *ontology) {
  }

  [[nodiscard]] std::vector<Event> events(const Context& context, const Attributions& attributions) const {
    const Words words(context, clusters);
    auto candidates = find_trigger_candidates(context, words, lexicon, model.lemmas());
    std::erase_if(candidates, [&](const TriggerCandidate& c) { return !tells(context.document, c.head); });
    const Triggers triggers(model.decide_triggers(context, words, candidates), context.syntax.size());
    std::vector<Event> out;
    auto candidate = candidates.begin();
    for (const Trigger& trigger : triggers.all()) {
      candidate =
          std::find_if(candidate, candidates.end(), [&](const TriggerCandidate& c) { return c.head == trigger.head; });
      FactualityDecision factuality = read_factuality(context, trigger.head);
      out.push_back({.type = ontology->event_types()[trigger.type].id,
                     .trigger = trigger_span(context, words, trigger.head),
                     .head = trigger.head,
                     .factuality = factuality.value,
                     .attribution = attributions.sources(context, trigger.head),
                     .arguments = arguments(context, words, triggers, EventId{out.size()}),
                     .evidence = evidence_of(context, words, *candidate, trigger, *ontology),
                     .factuality_rule = std::move(factuality.rule)});
      if (!states_time(context.mentions, out.back().arguments)) out.back().time_fallback = context.document.date();
    }
    return out;
  }

  [[nodiscard]] std::vector<OpenTriple> open_triples(const Context& context, const Attributions& attributions) const {
    std::vector<OpenTriple> triples = find_open_triples(context, open_layer);
    for (OpenTriple& triple : triples) triple.attribution = attributions.sources(context, triple.predicate);
    return triples;
  }

  [[nodiscard]] std::vector<Argument> arguments(const Context& context, const Words& words, const Triggers& triggers,
                                                EventId event) const {
    const Trigger& trigger = triggers.all()[event.index()];
    const auto candidates = find_role_candidates(context, words, triggers, event);
    std::vector<Argument> out;
    for (const RoleDecision& decision : model.decide_roles(context, words, frames, triggers, event, candidates)) {
      out.push_back(make_argument(context, triggers, trigger, candidates[decision.candidate], decision));
    }
    std::stable_sort(out.begin(), out.end(), before);
    return out;
  }

  OpenLayer open_layer;
  std::shared_ptr<const Ontology> ontology;
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
  const Context context{document, syntax, mentions};
  const Attributions attributions = parts_->find_attributions(context);
  return Facts(parts_->events(context, attributions), parts_->find_relations(context, attributions),
               parts_->open_triples(context, attributions));
}

std::shared_ptr<const Ontology> Extractor::ontology() const { return parts_->ontology; }

const std::string& Extractor::fingerprint() const { return parts_->model.fingerprint(); }

}  // namespace diurna
