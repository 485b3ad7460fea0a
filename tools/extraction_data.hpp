// Gold events laid over the words of a document: examples for the trigger and role models, and scores.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/linear_model.hpp"
#include "diurna/events/ontology.hpp"
#include "events/extraction_model.hpp"
#include "gold.hpp"

namespace diurna::tools {

/// A gold document as the earlier stages read it.
struct Prepared {
  TrainingDocument gold;
  Document document;
  Syntax syntax;
  Mentions mentions;
  [[nodiscard]] detail::Context context() const { return {document, syntax, mentions}; }
};

/// Data that does not change while training.
struct Tables {
  Ontology ontology;
  detail::Lexicon lexicon;
  detail::Frames frames;
  detail::WordClusters clusters;
  std::vector<std::string> trigger_labels;  ///< "none", then the event types
  std::vector<std::string> role_labels;     ///< "none", then all roles, sorted
  [[nodiscard]] static Tables load();
};

/// The token at which each gold event is read, none() when its words were cut otherwise.
[[nodiscard]] std::vector<TokenId> align_triggers(const Prepared& prepared, const Tables& tables);
/// Gold events as triggers; `gold_of` names the gold event of each.
[[nodiscard]] detail::Triggers gold_triggers(const Prepared& prepared, const Tables& tables,
                                             std::vector<std::size_t>& gold_of);
/// All that the system calls a filler.
[[nodiscard]] FillerWords words_of(const Prepared& prepared, const detail::Words& words, const Filler& filler);
/// Keys of lemmas that are triggers in at least `min_documents` documents.
[[nodiscard]] std::vector<std::uint32_t> trained_lemmas(const std::vector<const Prepared*>& documents,
                                                        const Tables& tables, std::size_t min_documents);
void add_trigger_examples(const Prepared& prepared, const Tables& tables, const detail::TrainedLemmas& lemmas,
                          std::vector<detail::LinearExample>& out);
void add_role_examples(const Prepared& prepared, const Tables& tables, std::vector<detail::LinearExample>& out);

/// Roles that the model gives when all triggers are given.
[[nodiscard]] StatedFacts facts_of_gold_triggers(const Prepared& prepared, const Tables& tables,
                                                 const detail::ExtractionModel& model);

}  // namespace diurna::tools
