#include "diurna/pipeline/evaluation.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "diurna/text/unicode.hpp"

namespace diurna {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool is_core(std::string_view role) { return role == "agent" || role == "patient"; }

/// Fillers of all roles, and of agent and patient alone.
struct FillerCount {
  std::size_t all = 0;
  std::size_t core = 0;
};
template <class Roles>
FillerCount filler_count(const Roles& roles) {
  FillerCount count;
  for (const auto& [role, fillers] : roles) {
    count.all += fillers.size();
    count.core += is_core(role) ? fillers.size() : 0;
  }
  return count;
}

template <class Roles>
const typename Roles::mapped_type& fillers_of(const Roles& roles, const std::string& role) {
  static const typename Roles::mapped_type none;
  const auto found = roles.find(role);
  return found == roles.end() ? none : found->second;
}

std::string_view certainty_class(std::string_view factuality) {
  return factuality == "planned" || factuality == "possible" ? "unreal" : factuality;
}

std::string first_form(const GoldFiller& filler) { return filler.forms.empty() ? filler.value : filler.forms.front(); }
std::string first_text(const FillerWords& filler) { return filler.texts.empty() ? filler.value : filler.texts.front(); }

/// One article: aligns its events and adds what it finds to the totals.
class Scorer {
 public:
  Scorer(const GoldDocument& gold, const StatedFacts& stated, Evaluation& out)
      : gold_(gold),
        stated_(stated),
        out_(out),
        partner_of_gold_(gold.events.size(), none),
        partner_of_stated_(stated.events.size(), none) {}

  void score() {
    align();
    for (std::size_t g = 0; g < gold_.events.size(); ++g) score_gold_event(g);
    for (std::size_t s = 0; s < stated_.events.size(); ++s) score_stated_event(s);
    score_relations();
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// Greedy, one to one: overlapping triggers first, then the same sentence with a shared filler; more shared first.
  void align() {
    std::vector<std::tuple<int, std::size_t, std::size_t, std::size_t>> pairs;
    for (std::size_t g = 0; g < gold_.events.size(); ++g) {
      const GoldEvent& event = gold_.events[g];
      for (std::size_t s = 0; s < stated_.events.size(); ++s) {
        const StatedEvent& other = stated_.events[s];
        if (other.type != event.type) continue;
        const std::size_t shared = shared_fillers(event, other);
        if (other.trigger.overlaps(event.trigger)) {
          pairs.emplace_back(2, shared, g, s);
        } else if (shared > 0 && other.trigger.begin >= event.sentence.begin &&
                   other.trigger.begin < event.sentence.end) {
          pairs.emplace_back(1, shared, g, s);
        }
      }
    }
    std::sort(pairs.rbegin(), pairs.rend());
    for (const auto& [level, shared, g, s] : pairs) {
      if (partner_of_gold_[g] != none || partner_of_stated_[s] != none) continue;
      partner_of_gold_[g] = s;
      partner_of_stated_[s] = g;
    }
  }

  static std::size_t shared_fillers(const GoldEvent& gold, const StatedEvent& stated) {
    std::size_t count = 0;
    for (const auto& [role, fillers] : gold.roles) {
      for (const FillerWords& words : fillers_of(stated.roles, role)) {
        for (const GoldFiller& filler : fillers) count += same_filler(filler, words) ? 1 : 0;
      }
    }
    return count;
  }

  void score_gold_event(std::size_t index) {
    const GoldEvent& event = gold_.events[index];
    if (event.optional) return;
    const bool detected = std::any_of(stated_.events.begin(), stated_.events.end(),
                                      [&](const StatedEvent& other) { return other.trigger.overlaps(event.trigger); });
    ++(detected ? out_.detection.hits : out_.detection.missed);
    Tally& type = out_.event_types[event.type];
    if (partner_of_gold_[index] == none) {
      ++out_.events.missed;
      ++type.missed;
      const FillerCount fillers = filler_count(event.roles);
      out_.roles.missed += fillers.all;
      out_.core_roles.missed += fillers.core;
      note("missed event", event.type, words(event.trigger), words(event.sentence));
      return;
    }
    ++out_.events.hits;
    ++type.hits;
    const StatedEvent& partner = stated_.events[partner_of_gold_[index]];
    score_factuality(event, partner);
    score_attribution(event, partner);
    score_roles(event, partner);
  }

  void score_factuality(const GoldEvent& gold, const StatedEvent& stated) {
    ++out_.matched_events;
    if (stated.factuality == gold.factuality) {
      ++out_.right_factuality;
    } else {
      note("wrong factuality", gold.type, stated.factuality + " for " + gold.factuality, words(gold.sentence));
    }
    out_.right_certainty += certainty_class(stated.factuality) == certainty_class(gold.factuality) ? 1 : 0;
  }

  void score_attribution(const GoldEvent& gold, const StatedEvent& stated) {
    if (gold.attribution.empty()) {
      if (stated.attribution.empty()) return;
      ++out_.attribution.extra;
      note("extra attribution", gold.type, first_text(stated.attribution.front()), words(gold.sentence));
      return;
    }
    const bool right = std::any_of(gold.attribution.begin(), gold.attribution.end(), [&](const GoldFiller& filler) {
      return std::any_of(stated.attribution.begin(), stated.attribution.end(),
                         [&](const FillerWords& other) { return same_filler(filler, other); });
    });
    ++(right ? out_.attribution.hits : out_.attribution.missed);
    if (!right) note("missed attribution", gold.type, first_form(gold.attribution.front()), words(gold.sentence));
  }

  void score_roles(const GoldEvent& gold, const StatedEvent& stated) {
    std::set<std::string> roles;
    for (const auto& [role, fillers] : gold.roles) roles.insert(role);
    for (const auto& [role, fillers] : stated.roles) roles.insert(role);
    for (const std::string& role : roles) {
      const Tally tally = score_role(gold, stated, role);
      out_.roles += tally;
      out_.role_names[role] += tally;
      if (is_core(role)) out_.core_roles += tally;
    }
  }

  Tally score_role(const GoldEvent& gold, const StatedEvent& stated, const std::string& role) {
    const auto& wanted = fillers_of(gold.roles, role);
    const auto& tolerated = fillers_of(gold.optional_roles, role);
    const auto& found = fillers_of(stated.roles, role);
    std::vector<bool> used(found.size(), false);
    Tally tally;
    for (const GoldFiller& filler : wanted) {
      std::size_t at = 0;
      while (at < found.size() && (used[at] || !same_filler(filler, found[at]))) ++at;
      if (at < found.size()) {
        used[at] = true;
        ++tally.hits;
      } else {
        ++tally.missed;
        note("missed role", gold.type + " " + role, first_form(filler), words(gold.sentence));
      }
    }
    for (std::size_t at = 0; at < found.size(); ++at) {
      const auto means_it = [&](const GoldFiller& filler) { return same_filler(filler, found[at]); };
      if (used[at] || std::any_of(wanted.begin(), wanted.end(), means_it) ||
          std::any_of(tolerated.begin(), tolerated.end(), means_it)) {
        continue;
      }
      ++tally.extra;
      note("extra role", gold.type + " " + role, first_text(found[at]), words(gold.sentence));
    }
    return tally;
  }

  void score_stated_event(std::size_t index) {
    if (partner_of_stated_[index] != none) return;
    const StatedEvent& event = stated_.events[index];
    bool on_optional = false;
    bool on_event = false;
    for (const GoldEvent& other : gold_.events) {
      const bool overlaps = event.trigger.overlaps(other.trigger);
      on_event = on_event || overlaps;
      on_optional = on_optional || (overlaps && other.optional);
    }
    if (on_optional) return;
    ++out_.events.extra;
    out_.detection.extra += on_event ? 0 : 1;
    ++out_.event_types[event.type].extra;
    const FillerCount fillers = filler_count(event.roles);
    out_.roles.extra += fillers.all;
    out_.core_roles.extra += fillers.core;
    note("extra event", event.type, words(event.trigger), around(event.trigger));
  }

  void score_relations() {
    std::vector<bool> used(stated_.relations.size(), false);
    for (const GoldRelation& gold : gold_.relations) {
      std::size_t at = 0;
      while (at < used.size() && (used[at] || !same_relation(gold, stated_.relations[at]))) ++at;
      if (at < used.size()) used[at] = true;
      if (gold.optional) continue;
      const bool right = at < used.size();
      for (Tally* tally : {&out_.relations, &out_.relation_types[gold.type]}) ++(right ? tally->hits : tally->missed);
      if (!right) {
        note("missed relation", gold.type, first_form(gold.subject) + " – " + first_form(gold.object),
             words(gold.sentence));
      }
    }
    for (std::size_t at = 0; at < used.size(); ++at) {
      const StatedRelation& relation = stated_.relations[at];
      const bool again = std::any_of(gold_.relations.begin(), gold_.relations.end(),
                                     [&](const GoldRelation& gold) { return same_relation(gold, relation); });
      if (used[at] || again) continue;
      ++out_.relations.extra;
      ++out_.relation_types[relation.type].extra;
      note("extra relation", relation.type, first_text(relation.subject) + " – " + first_text(relation.object), "");
    }
  }

  static bool same_relation(const GoldRelation& gold, const StatedRelation& stated) {
    return gold.type == stated.type && same_filler(gold.subject, stated.subject) &&
           same_filler(gold.object, stated.object);
  }

  void note(std::string_view kind, std::string type, std::string what, std::string context) {
    out_.mistakes.push_back({std::string(kind), gold_.id, std::move(type), std::move(what), std::move(context)});
  }

  [[nodiscard]] std::string words(Span span) const {
    if (span.begin >= gold_.text.size()) return {};
    return gold_.text.substr(span.begin, span.size());
  }
  /// A trigger with some words before and behind it, cut between characters.
  [[nodiscard]] std::string around(Span span) const {
    constexpr std::size_t reach = 60;
    const auto inside = [&](std::size_t at) { return (static_cast<unsigned char>(gold_.text[at]) & 0xC0U) == 0x80U; };
    std::size_t begin = std::min(gold_.text.size(), span.begin > reach ? span.begin - reach : 0);
    std::size_t end = std::min(gold_.text.size(), span.end + reach);
    while (begin < gold_.text.size() && inside(begin)) ++begin;
    while (end < gold_.text.size() && inside(end)) ++end;
    return begin < end ? gold_.text.substr(begin, end - begin) : std::string();
  }

  const GoldDocument& gold_;
  const StatedFacts& stated_;
  Evaluation& out_;
  std::vector<std::size_t> partner_of_gold_;
  std::vector<std::size_t> partner_of_stated_;
};

FillerWords filler_words(const Reading& reading, const Filler& filler) {
  FillerWords out{{repaired_utf8(reading.document.text(filler.span))}, ""};
  if (filler.as<EntityId>() || filler.as<EventId>()) {
    for (const std::string& name : reading.names_of(filler)) out.texts.push_back(repaired_utf8(name));
  }
  if (const auto time = filler.as<TimeId>()) out.value = reading.mentions.time(time).value;
  return out;
}

}  // namespace

double Tally::precision() const { return ratio(hits, hits + extra); }
double Tally::recall() const { return ratio(hits, hits + missed); }
double Tally::f1() const {
  const double p = precision();
  const double r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}
Tally& Tally::operator+=(const Tally& other) {
  hits += other.hits;
  extra += other.extra;
  missed += other.missed;
  return *this;
}

double Evaluation::factuality() const { return ratio(right_factuality, matched_events); }
double Evaluation::certainty() const { return ratio(right_certainty, matched_events); }

StatedFacts stated_facts(const Reading& reading) {
  StatedFacts out;
  for (const Event& event : reading.facts.events()) {
    StatedEvent stated{event.type, event.trigger, std::string(to_text(event.factuality)), {}, {}};
    for (const Filler& source : event.attribution) stated.attribution.push_back(filler_words(reading, source));
    for (const Argument& argument : event.arguments) {
      stated.roles[argument.role].push_back(filler_words(reading, argument.filler));
    }
    out.events.push_back(std::move(stated));
  }
  for (const Relation& relation : reading.facts.relations()) {
    out.relations.push_back(
        {relation.type, filler_words(reading, relation.subject), filler_words(reading, relation.object)});
  }
  return out;
}

Evaluation evaluate(const std::vector<GoldDocument>& gold, const std::map<std::string, StatedFacts>& stated) {
  Evaluation out;
  const StatedFacts nothing;
  for (const GoldDocument& document : gold) {
    const auto found = stated.find(document.id);
    Scorer(document, found == stated.end() ? nothing : found->second, out).score();
  }
  return out;
}

Evaluation evaluate(const Pipeline& pipeline, const std::vector<GoldDocument>& gold, unsigned jobs) {
  std::map<std::string, StatedFacts> stated;
  std::size_t next = 0;
  const auto source = [&]() -> std::optional<Article> {
    if (next == gold.size()) return std::nullopt;
    const GoldDocument& document = gold[next++];
    return Article{
        .id = document.id, .date = document.date, .title = "", .text = document.text, .source = "", .url = ""};
  };
  pipeline.run(
      source, [&](const Reading& reading) { stated[reading.document.article().id] = stated_facts(reading); }, jobs);
  return evaluate(gold, stated);
}

}  // namespace diurna
