#include "events/extraction_model.hpp"

#include <algorithm>
#include <cstring>

#include "diurna/core/error.hpp"
#include "events/role_features.hpp"
#include "events/trigger_features.hpp"

namespace diurna::detail {
namespace {

constexpr double trigger_threshold = 0.35;  // of "some event", against "none"
constexpr double role_threshold = 0.4;
constexpr double shared_role_threshold = 0.15;  // of a role that the first of coordinated fillers has

std::vector<std::uint32_t> read_keys(std::string_view bytes) {
  std::vector<std::uint32_t> keys(bytes.size() / sizeof(std::uint32_t));
  std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(std::uint32_t));
  return keys;
}

std::vector<std::uint16_t> types_of(const LinearModel& model, const Ontology& ontology, const std::string& file) {
  std::vector<std::uint16_t> out{0};
  for (std::size_t label = 1; label < model.labels().size(); ++label) {
    const EventType* type = ontology.event_type(model.labels()[label]);
    if (type == nullptr) {
      throw ModelError({.code = "model.ontology",
                        .place = file,
                        .message = "the model speaks of the event type '" + model.labels()[label] +
                                   "', which the ontology does not have",
                        .hint = "train it again with tools/train_extraction"});
    }
    out.push_back(static_cast<std::uint16_t>(type - ontology.event_types().data()));
  }
  return out;
}

std::vector<std::vector<bool>> allowed_roles(const LinearModel& model, const Ontology& ontology) {
  std::vector<std::vector<bool>> out;
  for (const EventType& type : ontology.event_types()) {
    std::vector<bool>& row = out.emplace_back(model.labels().size(), false);
    row[0] = true;
    for (std::size_t label = 1; label < row.size(); ++label) {
      row[label] = std::find(type.roles.begin(), type.roles.end(), model.labels()[label]) != type.roles.end();
    }
  }
  return out;
}

/// The thing behind a candidate, to see whether two candidates are one.
std::uint64_t identity(const Context& context, const RoleCandidate& candidate) {
  const std::uint64_t kind = static_cast<std::uint64_t>(candidate.kind) << 32U;
  if (candidate.kind != FillerKind::entity) return kind | candidate.token.index();
  const MentionId mention = context.mentions.mention_headed_by(candidate.token);
  return kind | context.mentions.mention(mention).entity.index();
}

/// Keeps the best-scored decision of each filler.
void drop_repeated_fillers(const Context& context, const std::vector<RoleCandidate>& candidates,
                           std::vector<RoleDecision>& decisions) {
  std::stable_sort(decisions.begin(), decisions.end(),
                   [](const RoleDecision& a, const RoleDecision& b) { return a.score > b.score; });
  std::vector<std::uint64_t> seen;
  std::erase_if(decisions, [&](const RoleDecision& decision) {
    const std::uint64_t id = identity(context, candidates[decision.candidate]);
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) return true;
    seen.push_back(id);
    return false;
  });
}

}  // namespace

std::vector<double> allowed_only(std::vector<double> p, const std::vector<bool>& allowed) {
  double sum = 0;
  for (std::size_t label = 0; label < p.size(); ++label) sum += p[label] = allowed[label] ? p[label] : 0;
  for (double& value : p) value /= sum;
  return p;
}

ExtractionModel::ExtractionModel(Resource resource, const Ontology& ontology)
    : file_(std::make_shared<const ModelFile>(std::move(resource))),
      ontology_(ontology),
      triggers_(file_->section("triggers"), file_->name()),
      roles_(file_->section("roles"), file_->name()),
      lemmas_(read_keys(file_->section("lemmas"))),
      type_of_label_(types_of(triggers_, ontology, file_->name())),
      allows_(allowed_roles(roles_, ontology)) {}

bool ExtractionModel::knows(std::size_t type) const {
  return std::find(type_of_label_.begin() + 1, type_of_label_.end(), type) != type_of_label_.end();
}

std::vector<Trigger> ExtractionModel::decide_triggers(const Context& context, const Words& words,
                                                      const std::vector<TriggerCandidate>& candidates) const {
  const TriggerContext view(context, words, candidates, ontology_.event_types().size());
  std::vector<Trigger> out;
  FeatureList features;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    view.describe(i, features);
    const std::vector<double> p = triggers_.probabilities(features);
    if (1 - p[0] < trigger_threshold) continue;
    const auto best = std::max_element(p.begin() + 1, p.end());
    out.push_back({candidates[i].head, type_of_label_[static_cast<std::size_t>(best - p.begin())], *best});
  }
  return out;
}

std::vector<RoleDecision> ExtractionModel::decide_roles(const Context& context, const Words& words,
                                                        const Frames& frames, const Triggers& triggers, EventId event,
                                                        const std::vector<RoleCandidate>& candidates) const {
  const RoleContext::Parts parts{context, words, frames, triggers, ontology_, roles_.labels()};
  const RoleContext view(parts, event, candidates);
  const std::vector<bool>& allowed = allows_[triggers.all()[event.index()].type];
  std::vector<RoleDecision> out;
  FeatureList features;
  std::size_t leader = 0;  // the role of the last candidate that is not coordinated with one before it
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    view.describe(i, features);
    const std::vector<double> p = allowed_only(roles_.probabilities(features), allowed);
    auto best = static_cast<std::size_t>(std::max_element(p.begin() + 1, p.end()) - p.begin());
    const bool coordinated = candidates[i].via == "conj";
    if (coordinated && leader != 0 && p[leader] >= shared_role_threshold) best = leader;
    const bool given = 1 - p[0] >= role_threshold || (coordinated && best == leader && leader != 0);
    if (given) out.push_back({i, roles_.labels()[best], p[best]});
    if (!coordinated) leader = given ? best : 0;
  }
  drop_repeated_fillers(context, candidates, out);
  return out;
}

}  // namespace diurna::detail
