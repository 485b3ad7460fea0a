#include "diurna/events/extractor.hpp"

#include <algorithm>

#include "diurna/core/resources.hpp"
#include "events/extractor_parts.hpp"
#include "events/rule_trace.hpp"

namespace diurna {

namespace detail {

bool tells(const Document& document, TokenId token) {
  const Sentence& sentence = document.sentence(document.sentence_of(token));
  const Block& block = document.block(sentence.block);
  return !sentence.repeats && !block.repeats && block.kind != BlockKind::metadata;
}

}  // namespace detail

using namespace detail;

Extractor::Parts::Parts(const ExtractorOptions& options)
    : open_layer(options.open_layer),
      ontology(std::make_shared<const Ontology>(Ontology::load(options.ontology))),
      rules(options.rules.empty() ? RuleSet() : RuleSet::load(options.rules, *ontology)),
      lexicon(Lexicon::load(*ontology)),
      frames(Frames::load(*ontology)),
      model(options.model.empty() ? find_resource("models/en/extraction.bin") : read_file(options.model), *ontology) {}

std::vector<detail::TriggerCandidate> Extractor::Parts::trigger_candidates(const Context& context,
                                                                           const Words& words) const {
  auto candidates = find_trigger_candidates(context, words, lexicon, model.lemmas());
  std::erase_if(candidates, [&](const TriggerCandidate& c) { return !tells(context.document, c.head); });
  return candidates;
}

detail::RuledTriggers Extractor::Parts::decide_triggers(const Context& context, const Words& words,
                                                        const std::vector<TriggerCandidate>& candidates) const {
  std::vector<Trigger> model_triggers = model.decide_triggers(context, words, candidates);
  if (!rules.compiled()) return {Triggers(std::move(model_triggers), context.syntax.size()), {}, {}};
  return apply_event_rules(*rules.compiled(), {context, words}, std::move(model_triggers),
                           [&](TokenId token) { return tells(context.document, token); });
}

std::vector<OpenTriple> Extractor::Parts::open_triples(const Context& context, const Attributions& attributions) const {
  std::vector<OpenTriple> triples = find_open_triples(context, open_layer);
  for (OpenTriple& triple : triples) triple.attribution = attributions.sources(context, triple.predicate);
  return triples;
}

Facts Extractor::Parts::facts(const Context& context) const {
  const Words words(context, clusters);
  const Attributions attributions = find_attributions(context);
  const auto candidates = trigger_candidates(context, words);
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

std::vector<std::string> Extractor::Parts::trace(const Context& context, std::string_view name) const {
  const auto& all = rules.rules();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const RuleDescription& r) { return r.name == name; });
  if (rule == all.end()) return {};
  const Words words(context, clusters);
  const auto candidates = trigger_candidates(context, words);
  const RuledTriggers ruled = decide_triggers(context, words, candidates);
  return RuleTrace(*rules.compiled(), {context, words}, ruled).of(static_cast<std::size_t>(rule - all.begin()));
}

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
