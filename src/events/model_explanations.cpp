// The models' decisions once more, with the words of their features kept: slow, so only for what is asked about.
#include <algorithm>

#include "events/extraction_model.hpp"
#include "events/role_features.hpp"
#include "events/trigger_features.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t reason_count = 8;
constexpr std::size_t runner_up_count = 3;

std::vector<Reason> reasons_of(const LinearModel& model, const FeatureList& features, std::size_t label) {
  std::vector<Reason> out;
  for (Contribution& part : model.strongest(features, label, reason_count)) {
    out.push_back({std::move(part.feature), part.weight});
  }
  return out;
}

/// The most probable labels but `chosen`.
std::vector<Choice> runners_up(const std::vector<std::string>& labels, const std::vector<double>& p,
                               std::size_t chosen) {
  std::vector<Choice> out;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (i != chosen && p[i] > 0) out.push_back({labels[i], p[i]});
  }
  std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.score > b.score; });
  if (out.size() > runner_up_count) out.resize(runner_up_count);
  return out;
}

Decision decision(const LinearModel& model, const FeatureList& features, const std::vector<double>& p,
                  std::size_t label) {
  return {.decided_by = "model",
          .rule = {},
          .score = p[label],
          .reasons = reasons_of(model, features, label),
          .runners_up = runners_up(model.labels(), p, label)};
}

}  // namespace

Decision ExtractionModel::explain_trigger(const Context& context, const Words& words,
                                          const std::vector<TriggerCandidate>& candidates, std::size_t candidate,
                                          std::size_t type) const {
  const TriggerContext view(context, words, candidates, ontology_.event_types().size());
  FeatureList features = FeatureList::traced();
  view.describe(candidate, features);
  const auto label = std::find(type_of_label_.begin() + 1, type_of_label_.end(), type) - type_of_label_.begin();
  return decision(triggers_, features, triggers_.probabilities(features), static_cast<std::size_t>(label));
}

Decision ExtractionModel::explain_role(const Context& context, const Words& words, const Frames& frames,
                                       const Triggers& triggers, EventId event,
                                       const std::vector<RoleCandidate>& candidates, std::size_t candidate,
                                       std::string_view role) const {
  const RoleContext::Parts parts{context, words, frames, triggers, ontology_, roles_.labels()};
  const RoleContext view(parts, event, candidates);
  FeatureList features = FeatureList::traced();
  view.describe(candidate, features);
  const std::vector<double> p =
      allowed_only(roles_.probabilities(features), allows_[triggers.all()[event.index()].type]);
  const auto& labels = roles_.labels();
  const auto label = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), role) - labels.begin());
  return decision(roles_, features, p, label);
}

}  // namespace diurna::detail
