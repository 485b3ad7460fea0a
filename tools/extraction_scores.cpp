// Counts hits and errors of an extraction model on gold documents, by the rules of the facts scorer.
#include <algorithm>

#include "events/phrases.hpp"
#include "extraction_data.hpp"

namespace diurna::tools {
namespace {

using namespace detail;

/// One event of the system with its fillers.
struct Found {
  const Trigger* trigger = nullptr;
  Span span;
  std::map<std::string, std::vector<FillerWords>> roles;
};

std::vector<Found> read(const Prepared& prepared, const Tables& tables, const ExtractionModel& model,
                        const Words& words, const Triggers& triggers) {
  std::vector<Found> out;
  const Context context = prepared.context();
  for (std::size_t i = 0; i < triggers.all().size(); ++i) {
    const auto candidates = find_role_candidates(context, words, triggers, EventId{i});
    Found found{&triggers.all()[i], trigger_span(context, words, triggers.all()[i].head), {}};
    for (const RoleDecision& decision :
         model.decide_roles(context, words, tables.frames, triggers, EventId{i}, candidates)) {
      const Filler filler = make_filler(context, triggers, candidates[decision.candidate]);
      found.roles[std::string(decision.role)].push_back(words_of(prepared, words, filler));
    }
    out.push_back(std::move(found));
  }
  return out;
}

std::string around(const Prepared& prepared, Span span) {
  const std::size_t begin = span.begin > 60 ? span.begin - 60 : 0;
  std::string text = prepared.gold.text.substr(begin, span.begin - begin) + "[" +
                     prepared.gold.text.substr(span.begin, span.size()) + "]" + prepared.gold.text.substr(span.end, 60);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void score_roles(const Prepared& prepared, const GoldEvent& gold, const Found& found, Count& total, Scores& scores,
                 bool explain) {
  std::set<std::string> names;
  for (const auto& [role, fillers] : gold.roles) names.insert(role);
  for (const auto& [role, fillers] : found.roles) names.insert(role);
  for (const std::string& role : names) {
    const auto gold_fillers = gold.roles.contains(role) ? gold.roles.at(role) : std::vector<GoldFiller>{};
    auto system = found.roles.contains(role) ? found.roles.at(role) : std::vector<FillerWords>{};
    Count count;
    for (const GoldFiller& filler : gold_fillers) {
      const auto hit = std::find_if(system.begin(), system.end(),
                                    [&](const FillerWords& words) { return same_filler(filler, words); });
      if (hit == system.end()) {
        ++count.missed;
        if (explain) {
          scores.errors.push_back("role-missed " + prepared.gold.name + " " + gold.type + " " + role + "=" +
                                  (filler.forms.empty() ? "?" : filler.forms.front()) + " " + filler.value + ": " +
                                  around(prepared, gold.trigger));
        }
      } else {
        ++count.hits;
        system.erase(hit);
      }
    }
    for (const FillerWords& words : system) {
      const auto matches = [&](const GoldFiller& filler) { return same_filler(filler, words); };
      const auto optional = gold.optional_roles.find(role);
      if (std::any_of(gold_fillers.begin(), gold_fillers.end(), matches)) continue;
      if (optional != gold.optional_roles.end() &&
          std::any_of(optional->second.begin(), optional->second.end(), matches)) {
        continue;
      }
      ++count.extra;
      if (explain) {
        scores.errors.push_back("role-extra " + prepared.gold.name + " " + gold.type + " " + role + "=" +
                                words.texts.front() + " " + words.value + ": " + around(prepared, gold.trigger));
      }
    }
    for (Count* sum : {&total, &scores.role_names[role]}) {
      if (sum != &total && !explain) continue;
      sum->hits += count.hits;
      sum->extra += count.extra;
      sum->missed += count.missed;
    }
  }
}

std::size_t fillers(const std::map<std::string, std::vector<FillerWords>>& roles) {
  std::size_t out = 0;
  for (const auto& [role, list] : roles) out += list.size();
  return out;
}

std::size_t fillers(const GoldRoles& roles) {
  std::size_t out = 0;
  for (const auto& [role, list] : roles) out += list.size();
  return out;
}

void score_system(const Prepared& prepared, const Tables& tables, const std::vector<Found>& system, Scores& scores) {
  std::vector<bool> used(system.size(), false);
  for (const GoldEvent& gold : prepared.gold.events) {
    std::size_t hit = system.size();
    for (std::size_t i = 0; i < system.size() && hit == system.size(); ++i) {
      if (used[i] || !system[i].span.overlaps(gold.trigger)) continue;
      if (tables.ontology.event_types()[system[i].trigger->type].id == gold.type) hit = i;
    }
    if (hit != system.size()) used[hit] = true;
    if (gold.optional) continue;
    if (hit == system.size()) {
      ++scores.events.missed;
      ++scores.types[gold.type].missed;
      scores.roles.missed += fillers(gold.roles);
      scores.errors.push_back("event-missed " + prepared.gold.name + " " + gold.type + ": " +
                              around(prepared, gold.trigger));
    } else {
      ++scores.events.hits;
      ++scores.types[gold.type].hits;
      score_roles(prepared, gold, system[hit], scores.roles, scores, false);
    }
  }
  for (std::size_t i = 0; i < system.size(); ++i) {
    if (used[i]) continue;
    const bool near_optional =
        std::any_of(prepared.gold.events.begin(), prepared.gold.events.end(),
                    [&](const GoldEvent& gold) { return gold.optional && gold.trigger.overlaps(system[i].span); });
    if (near_optional) continue;
    const std::string& type = tables.ontology.event_types()[system[i].trigger->type].id;
    ++scores.events.extra;
    ++scores.types[type].extra;
    scores.roles.extra += fillers(system[i].roles);
    scores.errors.push_back("event-extra " + prepared.gold.name + " " + type + ": " + around(prepared, system[i].span));
  }
}

}  // namespace

double Count::precision() const {
  return hits + extra == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(hits + extra);
}
double Count::recall() const {
  return hits + missed == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(hits + missed);
}
double Count::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

void score(const Prepared& prepared, const Tables& tables, const ExtractionModel& model, Scores& scores) {
  const Context context = prepared.context();
  const Words words(context, tables.clusters);
  const auto candidates = find_trigger_candidates(context, words, tables.lexicon, model.lemmas());
  const Triggers triggers(model.decide_triggers(context, words, candidates), context.syntax.size());
  score_system(prepared, tables, read(prepared, tables, model, words, triggers), scores);

  std::vector<std::size_t> gold_of;
  const Triggers given = gold_triggers(prepared, tables, gold_of);
  const auto found = read(prepared, tables, model, words, given);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const GoldEvent& gold = prepared.gold.events[gold_of[i]];
    if (!gold.optional) score_roles(prepared, gold, found[i], scores.roles_of_gold, scores, true);
  }
}

}  // namespace diurna::tools
