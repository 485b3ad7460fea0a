// What an extractor is made of; private to the stages of this module that look inside it.
#pragma once

#include "diurna/events/extractor.hpp"
#include "events/attribution.hpp"
#include "events/extraction_model.hpp"
#include "events/factuality.hpp"
#include "events/open_layer.hpp"
#include "events/relation_finder.hpp"
#include "events/rule_events.hpp"

namespace diurna {

namespace detail {

/// Whether a sentence says something new: no repetition word for word, no date line.
[[nodiscard]] bool tells(const Document& document, TokenId token);

}  // namespace detail

struct Extractor::Parts {
  using Context = detail::Context;
  using Words = detail::Words;
  using Attributions = detail::Attributions;
  using Candidates = std::vector<detail::TriggerCandidate>;
  using RuledTriggers = detail::RuledTriggers;

  explicit Parts(const ExtractorOptions& options);

  [[nodiscard]] Candidates trigger_candidates(const Context& context, const Words& words) const;
  /// The triggers of model and rules.
  [[nodiscard]] RuledTriggers decide_triggers(const Context& context, const Words& words,
                                              const Candidates& candidates) const;
  [[nodiscard]] std::vector<Event> events(const Context& context, const Words& words, const Candidates& candidates,
                                          const RuledTriggers& ruled, const Attributions& attributions) const;
  [[nodiscard]] std::vector<OpenTriple> open_triples(const Context& context, const Attributions& attributions) const;
  [[nodiscard]] std::vector<Argument> model_arguments(const Context& context, const Words& words,
                                                      const detail::Triggers& triggers, EventId event) const;
  [[nodiscard]] Evidence rule_evidence(const Context& context, const detail::RuleMatch& match) const;
  /// What the rule says; roles that it does not name are the model's, of types that the model does not know only time
  /// and place.
  [[nodiscard]] std::vector<Argument> rule_arguments(const Context& context, const Words& words,
                                                     const RuledTriggers& ruled, EventId event) const;
  [[nodiscard]] Facts facts(const Context& context) const;
  [[nodiscard]] std::vector<std::string> trace(const Context& context, std::string_view name) const;

  OpenLayer open_layer;
  std::shared_ptr<const Ontology> ontology;
  RuleSet rules;
  detail::Lexicon lexicon;
  detail::Frames frames;
  detail::WordClusters clusters = detail::WordClusters::load();
  detail::ExtractionModel model;
  detail::FactualityReader read_factuality = detail::FactualityReader::load();
  detail::AttributionFinder find_attributions = detail::AttributionFinder::load();
  detail::RelationFinder find_relations = detail::RelationFinder::load();
};

}  // namespace diurna
