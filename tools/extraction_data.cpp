#include "extraction_data.hpp"

#include <algorithm>
#include <map>

#include "events/phrases.hpp"
#include "events/role_features.hpp"
#include "events/trigger_features.hpp"

namespace diurna::tools {
namespace {

using namespace detail;

constexpr float optional_weight = 0.6F;

std::uint16_t label_of(const std::vector<std::string>& labels, std::string_view name) {
  return static_cast<std::uint16_t>(std::find(labels.begin(), labels.end(), name) - labels.begin());
}

std::vector<TokenId> tokens_in(const Document& document, Span span) {
  std::vector<TokenId> out;
  for (std::size_t i = 0; i < document.tokens().size(); ++i) {
    if (document.tokens()[i].span.overlaps(span)) out.push_back(TokenId{i});
  }
  return out;
}

/// The token of the span that the lexicon knows for this type, else the one from which the others hang.
TokenId trigger_token(const Prepared& prepared, const Words& words, const Tables& tables, const GoldEvent& event) {
  const auto tokens = tokens_in(prepared.document, event.trigger);
  for (const TokenId token : tokens) {
    for (const LexiconEntry& entry : tables.lexicon.find(words.lemma(token))) {
      if (tables.ontology.event_types()[entry.type].id == event.type) return token;
    }
  }
  for (const TokenId token : tokens) {
    const TokenId head = prepared.syntax.head(token);
    if (!head || std::find(tokens.begin(), tokens.end(), head) == tokens.end()) return token;
  }
  return TokenId::none();
}

std::uint16_t type_index(const Tables& tables, const std::string& id) {
  return static_cast<std::uint16_t>(tables.ontology.event_type(id) - tables.ontology.event_types().data());
}

/// Role labels of the candidates of one event; `ignored` for those that match without being the best match.
class RoleAlignment {
 public:
  static constexpr std::uint16_t ignored = 0xffff;

  RoleAlignment(const Prepared& prepared, const Words& words, const Tables& tables, const Triggers& triggers,
                const std::vector<RoleCandidate>& candidates)
      : prepared_(prepared), tables_(tables), candidates_(candidates), labels_(candidates.size(), 0) {
    for (const RoleCandidate& candidate : candidates) {
      words_.push_back(words_of(prepared, words, make_filler(prepared.context(), triggers, candidate)));
    }
  }

  std::vector<std::uint16_t> labels(const GoldEvent& event) {
    for (const char* number : {"count", "amount", "magnitude", "score"}) mark(event, number);
    for (const auto& [role, fillers] : event.roles) {
      if (role != "count" && role != "amount" && role != "magnitude" && role != "score") mark(event, role);
    }
    for (const auto& [role, fillers] : event.optional_roles) {
      for (const GoldFiller& filler : fillers) ignore_matches(filler);
    }
    return labels_;
  }

 private:
  void mark(const GoldEvent& event, const std::string& role) {
    const auto found = event.roles.find(role);
    if (found == event.roles.end()) return;
    const bool number = role == "count" || role == "amount" || role == "magnitude" || role == "score";
    for (const GoldFiller& filler : found->second) {
      std::size_t best = candidates_.size();
      double best_rank = 0;
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        if (labels_[i] != 0 && labels_[i] != ignored) continue;
        const double value = rank(i, filler, number);
        if (value > best_rank) {
          best_rank = value;
          best = i;
        }
      }
      if (best == candidates_.size()) continue;
      labels_[best] = label_of(tables_.role_labels, role);
      if (!number) ignore_matches(filler);
    }
  }

  /// How good a match is; 0 for none. Direct candidates come before those further off.
  [[nodiscard]] double rank(std::size_t index, const GoldFiller& filler, bool number) const {
    const RoleCandidate& candidate = candidates_[index];
    if (!filler.value.empty() && candidate.kind != FillerKind::time) return 0;
    if (!same_filler(filler, words_[index])) return 0;
    double value = 2 - 0.01 * static_cast<double>(index);
    if (number != (candidate.kind == FillerKind::quantity)) value -= 1;
    if (!filler.event.empty() && candidate.kind == FillerKind::event) value += 1;
    return value;
  }

  void ignore_matches(const GoldFiller& filler) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (labels_[i] == 0 && same_filler(filler, words_[i])) labels_[i] = ignored;
    }
  }

  const Prepared& prepared_;
  const Tables& tables_;
  const std::vector<RoleCandidate>& candidates_;
  std::vector<std::uint16_t> labels_;
  std::vector<FillerWords> words_;
};

}  // namespace

Tables Tables::load() {
  Ontology ontology = Ontology::load();
  Tables tables{.ontology = ontology,
                .lexicon = Lexicon::load(ontology),
                .frames = Frames::load(ontology),
                .clusters = WordClusters::load(),
                .trigger_labels = {"none"},
                .role_labels = {"none"}};
  std::set<std::string> roles;
  for (const EventType& type : tables.ontology.event_types()) {
    tables.trigger_labels.push_back(type.id);
    roles.insert(type.roles.begin(), type.roles.end());
  }
  tables.role_labels.insert(tables.role_labels.end(), roles.begin(), roles.end());
  return tables;
}

std::vector<TokenId> align_triggers(const Prepared& prepared, const Tables& tables) {
  const Words words(prepared.context(), tables.clusters);
  std::vector<TokenId> out;
  for (const GoldEvent& event : prepared.gold.events) {
    out.push_back(trigger_token(prepared, words, tables, event));
  }
  return out;
}

Triggers gold_triggers(const Prepared& prepared, const Tables& tables, std::vector<std::size_t>& gold_of) {
  const auto tokens = align_triggers(prepared, tables);
  std::map<TokenId, std::size_t> by_token;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i] && prepared.gold.events[i].type != "none") by_token.emplace(tokens[i], i);
  }
  std::vector<Trigger> triggers;
  for (const auto& [token, index] : by_token) {
    triggers.push_back({token, type_index(tables, prepared.gold.events[index].type), 1});
    gold_of.push_back(index);
  }
  return Triggers(std::move(triggers), prepared.syntax.size());
}

FillerWords words_of(const Prepared& prepared, const Words& words, const Filler& filler) {
  FillerWords out{{std::string(prepared.document.text(filler.span))}, ""};
  if (const auto id = filler.as<EntityId>()) {
    const Entity& entity = prepared.mentions.entity(id);
    out.texts.push_back(entity.name);
    out.texts.insert(out.texts.end(), entity.aliases.begin(), entity.aliases.end());
  }
  if (const auto id = filler.as<TimeId>()) out.value = prepared.mentions.time(id).value;
  if (filler.as<EventId>()) {
    out.texts.emplace_back(prepared.document.text(trigger_span(prepared.context(), words, filler.head)));
  }
  return out;
}

std::vector<std::uint32_t> trained_lemmas(const std::vector<const Prepared*>& documents, const Tables& tables,
                                          std::size_t min_documents) {
  std::map<std::uint32_t, std::size_t> counts;
  for (const Prepared* prepared : documents) {
    const Words words(prepared->context(), tables.clusters);
    std::set<std::uint32_t> here;
    for (const TokenId token : align_triggers(*prepared, tables)) {
      if (token && words.word_class(token) != WordClass::other) {
        here.insert(TrainedLemmas::key(words.lemma(token), words.word_class(token)));
      }
    }
    for (const std::uint32_t key : here) ++counts[key];
  }
  std::vector<std::uint32_t> out;
  for (const auto& [key, count] : counts) {
    if (count >= min_documents) out.push_back(key);
  }
  return out;
}

void add_trigger_examples(const Prepared& prepared, const Tables& tables, const TrainedLemmas& lemmas,
                          std::vector<LinearExample>& out) {
  const Context context = prepared.context();
  const Words words(context, tables.clusters);
  const auto candidates = find_trigger_candidates(context, words, tables.lexicon, lemmas);
  const TriggerContext view(context, words, candidates, tables.ontology.event_types().size());
  const auto tokens = align_triggers(prepared, tables);
  std::map<TokenId, const GoldEvent*> positive;
  std::set<TokenId> undecided;  // optional events, and further words of a trigger
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const GoldEvent& event = prepared.gold.events[i];
    for (const TokenId token : tokens_in(prepared.document, event.trigger)) undecided.insert(token);
    if (tokens[i] && !event.optional) positive.emplace(tokens[i], &event);
  }
  FeatureList features;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto event = positive.find(candidates[i].head);
    if (event == positive.end() && (!prepared.gold.complete || undecided.contains(candidates[i].head))) continue;
    view.describe(i, features);
    const std::uint16_t label = event == positive.end() || event->second->type == "none"
                                    ? 0
                                    : label_of(tables.trigger_labels, event->second->type);
    out.push_back({features.keys(), features.tied(), label, 1});
  }
}

void add_role_examples(const Prepared& prepared, const Tables& tables, std::vector<LinearExample>& out) {
  const Context context = prepared.context();
  const Words words(context, tables.clusters);
  std::vector<std::size_t> gold_of;
  const Triggers triggers = gold_triggers(prepared, tables, gold_of);
  const RoleContext::Parts parts{context, words, tables.frames, triggers, tables.ontology, tables.role_labels};
  FeatureList features;
  for (std::size_t i = 0; i < triggers.all().size(); ++i) {
    const auto candidates = find_role_candidates(context, words, triggers, EventId{i});
    const GoldEvent& event = prepared.gold.events[gold_of[i]];
    const auto labels = RoleAlignment(prepared, words, tables, triggers, candidates).labels(event);
    const RoleContext view(parts, EventId{i}, candidates);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      if (labels[c] == RoleAlignment::ignored) continue;
      view.describe(c, features);
      out.push_back({features.keys(), features.tied(), labels[c], event.optional ? optional_weight : 1.0F});
    }
  }
}

}  // namespace diurna::tools
