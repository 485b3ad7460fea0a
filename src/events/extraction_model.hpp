// The trained half of the extractor: which candidate is an event of which type, which candidate fills which role.
//
// Sections of its model file: "card" (JSON), "triggers" and "roles" (linear models), "lemmas" (u32 keys, sorted).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/linear_model.hpp"
#include "core/model_file.hpp"
#include "diurna/events/explanation.hpp"
#include "events/frames.hpp"
#include "events/lexicon.hpp"
#include "events/role_candidates.hpp"
#include "events/trigger_candidates.hpp"

namespace diurna::detail {

/// A filler with its role and the model's confidence.
struct RoleDecision {
  std::size_t candidate = 0;  ///< Index into the candidates.
  std::string_view role;
  double score = 0;
};

/// The probabilities when only these labels are possible.
[[nodiscard]] std::vector<double> allowed_only(std::vector<double> p, const std::vector<bool>& allowed);

class ExtractionModel {
 public:
  /// Throws ModelError when a section is missing, damaged, or speaks of types that the ontology does not have.
  ExtractionModel(Resource resource, const Ontology& ontology);

  [[nodiscard]] const TrainedLemmas& lemmas() const& { return lemmas_; }
  [[nodiscard]] const std::string& fingerprint() const { return file_->fingerprint(); }
  /// Whether it was trained on this event type (an index of the ontology).
  [[nodiscard]] bool knows(std::size_t type) const;
  /// The candidates that are events, in text order.
  [[nodiscard]] std::vector<Trigger> decide_triggers(const Context& context, const Words& words,
                                                     const std::vector<TriggerCandidate>& candidates) const;
  /// Who and what fills the roles of one event; one role a filler, roles of the type only.
  [[nodiscard]] std::vector<RoleDecision> decide_roles(const Context& context, const Words& words, const Frames& frames,
                                                       const Triggers& triggers, EventId event,
                                                       const std::vector<RoleCandidate>& candidates) const;

  /// How the decision on one trigger candidate came about, for the type that it has.
  [[nodiscard]] Decision explain_trigger(const Context& context, const Words& words,
                                         const std::vector<TriggerCandidate>& candidates, std::size_t candidate,
                                         std::size_t type) const;
  /// How the decision on one role candidate of an event came about, for the role that it has.
  [[nodiscard]] Decision explain_role(const Context& context, const Words& words, const Frames& frames,
                                      const Triggers& triggers, EventId event,
                                      const std::vector<RoleCandidate>& candidates, std::size_t candidate,
                                      std::string_view role) const;

 private:
  std::shared_ptr<const ModelFile> file_;
  const Ontology& ontology_;
  LinearModel triggers_;
  LinearModel roles_;
  TrainedLemmas lemmas_;
  std::vector<std::uint16_t> type_of_label_;  // of the trigger model; label 0 is "none"
  std::vector<std::vector<bool>> allows_;     // by type: which labels of the role model it has
};

}  // namespace diurna::detail
