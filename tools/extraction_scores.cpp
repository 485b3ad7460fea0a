// What an extraction model gives when all triggers are those of the annotator: its roles alone.
#include "events/phrases.hpp"
#include "extraction_data.hpp"

namespace diurna::tools {

using namespace detail;

StatedFacts facts_of_gold_triggers(const Prepared& prepared, const Tables& tables, const ExtractionModel& model) {
  const Context context = prepared.context();
  const Words words(context, tables.clusters);
  std::vector<std::size_t> gold_of;
  const Triggers triggers = gold_triggers(prepared, tables, gold_of);
  StatedFacts out;
  for (std::size_t i = 0; i < triggers.all().size(); ++i) {
    const GoldEvent& gold = prepared.gold.events[gold_of[i]];
    const auto candidates = find_role_candidates(context, words, triggers, EventId{i});
    StatedEvent event{gold.type, gold.trigger, gold.factuality, {}, {}};
    for (const RoleDecision& decision :
         model.decide_roles(context, words, tables.frames, triggers, EventId{i}, candidates)) {
      const Filler filler = make_filler(context, triggers, candidates[decision.candidate]);
      event.roles[std::string(decision.role)].push_back(words_of(prepared, words, filler));
    }
    out.events.push_back(std::move(event));
  }
  return out;
}

}  // namespace diurna::tools
