// Explanations are worked out anew for the one fact that is asked for: the same candidates, features and tables, so the
// same decision, but with everything kept that extraction throws away.
#include "diurna/events/explanation.hpp"

#include <algorithm>
#include <array>

#include "events/extractor_parts.hpp"
#include "events/grammar.hpp"

namespace diurna {
namespace {

using namespace detail;

constexpr std::size_t max_chain = 8;
constexpr std::size_t max_climb = 8;

/// From a token up to the common ancestor, then down to another.
std::vector<PathStep> tree_path(const Syntax& syntax, TokenId from, TokenId to) {
  std::vector<PathStep> up{{"", from}};
  while (!syntax.dominates(up.back().token, to)) {
    const TokenId below = up.back().token;
    if (!syntax.head(below)) return {};
    up.push_back({"<" + std::string(to_text(syntax.relation(below))), syntax.head(below)});
  }
  std::vector<PathStep> down;
  for (TokenId node = to; node != up.back().token; node = syntax.head(node)) {
    down.push_back({">" + std::string(to_text(syntax.relation(node))), node});
  }
  up.insert(up.end(), down.rbegin(), down.rend());
  return up;
}

class Explainer {
 public:
  Explainer(const Extractor::Parts& parts, const Context& context, const Facts& facts)
      : parts_(parts), context_(context), facts_(facts) {}

 protected:
  [[nodiscard]] std::string name_of(const Filler& filler) const {
    if (const auto id = filler.as<EntityId>()) return context_.mentions.entity(id).name;
    if (const auto id = filler.as<TimeId>(); id && !context_.mentions.time(id).value.empty()) {
      return context_.mentions.time(id).value;
    }
    return std::string(context_.document.text(filler.span));
  }

  /// The mentions of an entity up to the one that stands here; of long chains the first and the last ones.
  [[nodiscard]] std::vector<ChainLink> chain_of(const Filler& filler) const {
    const EntityId id = filler.as<EntityId>();
    if (!id) return {};
    std::vector<ChainLink> out;
    for (const MentionId mention_id : context_.mentions.entity(id).mentions) {
      const Mention& mention = context_.mentions.mention(mention_id);
      out.push_back({mention.span, mention.kind, mention.rule});
      if (mention.span.begin >= filler.span.begin) break;
    }
    const bool known_by_name = out.size() == 1;
    if (known_by_name) return name_elsewhere(id, std::move(out));
    if (out.size() > max_chain) out.erase(out.begin() + max_chain / 2, out.end() - max_chain / 2);
    return out;
  }

  [[nodiscard]] std::vector<TimeReading> time_of(const Filler& filler) const {
    const TimeId id = filler.as<TimeId>();
    if (!id) return {};
    const TimeExpression& time = context_.mentions.time(id);
    return {{time.span, std::string(to_text(time.type)), time.value, time.anchor, time.rule}};
  }

  /// "rule:NAME" with the place of the rule, or what else the evidence says.
  [[nodiscard]] Decision decision_of(const Evidence& evidence, std::string_view otherwise) const {
    Decision out{.decided_by = std::string(otherwise),
                 .rule = evidence.rule,
                 .score = evidence.score,
                 .reasons = {},
                 .runners_up = {}};
    if (!evidence.rule.starts_with("rule:")) return out;
    out.decided_by = "rule";
    out.rule = evidence.rule.substr(5);
    for (const RuleDescription& rule : parts_.rules.rules()) {
      if (rule.name == out.rule) out.rule += " (" + rule.file + ":" + std::to_string(rule.line) + ")";
    }
    return out;
  }

  const Extractor::Parts& parts_;
  const Context& context_;
  const Facts& facts_;

 private:
  /// A first mention that is no name ("she" before "Ana Diaz") goes with the name that comes later.
  [[nodiscard]] std::vector<ChainLink> name_elsewhere(EntityId id, std::vector<ChainLink> first) const {
    if (first.front().kind == MentionKind::name) return {};
    for (const MentionId mention_id : context_.mentions.entity(id).mentions) {
      const Mention& mention = context_.mentions.mention(mention_id);
      if (mention.kind != MentionKind::name) continue;
      first.push_back({mention.span, mention.kind, mention.rule});
      return first;
    }
    return {};
  }
};

class EventExplainer : Explainer {
 public:
  EventExplainer(const Extractor::Parts& parts, const Context& context, const Facts& facts, EventId id)
      : Explainer(parts, context, facts),
        id_(id),
        event_(facts.event(id)),
        words_(context, parts.clusters),
        candidates_(parts.trigger_candidates(context, words_)),
        ruled_(parts.decide_triggers(context, words_, candidates_)) {}

  [[nodiscard]] EventExplanation explain() const {
    EventExplanation out;
    out.event = id_;
    out.type = event_.type;
    if (const EventType* type = parts_.ontology->event_type(event_.type)) out.gloss = type->gloss;
    out.sentence = event_.evidence.sentence;
    out.trigger_span = event_.trigger;
    out.trigger = trigger();
    out.lexicon = lexicon();
    out.factuality = factuality();
    out.sources = sources();
    out.roles = roles();
    return out;
  }

 private:
  [[nodiscard]] const TriggerCandidate* candidate() const {
    const auto at = std::lower_bound(candidates_.begin(), candidates_.end(), event_.head,
                                     [](const TriggerCandidate& c, TokenId head) { return c.head < head; });
    return at != candidates_.end() && at->head == event_.head ? &*at : nullptr;
  }

  [[nodiscard]] Decision trigger() const {
    if (ruled_.match(id_) != nullptr || candidate() == nullptr) return decision_of(event_.evidence, "model");
    const auto index = static_cast<std::size_t>(candidate() - candidates_.data());
    const auto type =
        static_cast<std::size_t>(parts_.ontology->event_type(event_.type) - parts_.ontology->event_types().data());
    Decision out = parts_.model.explain_trigger(context_, words_, candidates_, index, type);
    out.rule = event_.evidence.rule;
    return out;
  }

  [[nodiscard]] std::vector<std::string> lexicon() const {
    std::vector<std::string> out;
    if (candidate() == nullptr) return out;
    for (const Meaning& meaning : candidate()->meanings) {
      std::string line =
          parts_.ontology->event_types()[meaning.type].id + " " + std::to_string(meaning.prior).substr(0, 4);
      if (!meaning.same_class) line += ", as another part of speech";
      if (meaning.with_partner) line += ", with the word that it needs beside it";
      out.push_back(std::move(line));
    }
    return out;
  }

  /// Whether a token is the word that a factuality rule names.
  [[nodiscard]] bool is_cue(TokenId token, const std::string& word) const {
    return words_.form(token).text == word || words_.lemma(token).text == word;
  }

  /// The cue stands beside the trigger or beside what governs it.
  [[nodiscard]] TokenId cue_token(const std::string& word) const {
    const Syntax& syntax = context_.syntax;
    TokenId node = event_.head;
    for (std::size_t step = 0; node && step < max_climb; ++step, node = syntax.head(node)) {
      if (node != event_.head && is_cue(node, word)) return node;
      for (const TokenId child : syntax.children(node)) {
        if (is_cue(child, word)) return child;
        for (const TokenId below : syntax.children(child)) {
          if (is_cue(below, word)) return below;
        }
      }
    }
    return TokenId::none();
  }

  /// "modal:could" → could; "governor:order/object" → order; "infinitive:purpose" → to; "time:future" → the time's
  /// head.
  [[nodiscard]] TokenId factuality_cue() const {
    const std::string& rule = event_.factuality_rule;
    const std::size_t colon = rule.find(':');
    if (colon == std::string::npos) return TokenId::none();
    const std::string kind = rule.substr(0, colon);
    std::string word = rule.substr(colon + 1);
    if (kind == "infinitive") return cue_token("to");
    if (kind == "time") {
      for (const TokenId child : context_.syntax.children(event_.head)) {
        if (context_.mentions.time_at(child)) return child;
      }
    }
    word = word.substr(0, word.find_first_of("/ "));
    return cue_token(word);
  }

  [[nodiscard]] FactualityReading factuality() const {
    FactualityReading out{event_.factuality, event_.factuality_rule, {}, {}};
    if (const TokenId cue = factuality_cue()) {
      out.cue = context_.document.token(cue).span;
      out.path = tree_path(context_.syntax, event_.head, cue);
    }
    return out;
  }

  [[nodiscard]] std::vector<SourceReading> sources() const {
    std::vector<SourceReading> out;
    const Attributions attributions = parts_.find_attributions(context_);
    for (const Filler& source : event_.attribution) {
      SourceReading& reading = out.emplace_back();
      reading.name = name_of(source);
      reading.span = source.span;
      reading.chain = chain_of(source);
      reading.rule = "quotation";
      if (const TokenId verb = context_.syntax.head(source.head)) reading.cue = context_.document.token(verb).span;
      for (const Report& report : attributions.reports()) {
        if (report.source.head != source.head) continue;
        if (!context_.syntax.dominates(report.content, event_.head)) continue;
        reading.rule = report.rule;
        reading.cue = context_.document.token(report.cue).span;
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<RoleExplanation> roles() const {
    const auto candidates = find_role_candidates(context_, words_, ruled_.triggers, id_);
    std::vector<RoleExplanation> out;
    for (const Argument& argument : event_.arguments) {
      RoleExplanation& role = out.emplace_back();
      role.role = argument.role;
      role.name = name_of(argument.filler);
      role.span = argument.filler.span;
      role.decision = decision_of(argument.evidence, "model");
      role.path = tree_path(context_.syntax, event_.head, argument.filler.head);
      role.chain = chain_of(argument.filler);
      role.time = time_of(argument.filler);
      if (role.decision.decided_by == "model") explain_role(candidates, argument, role);
    }
    return out;
  }

  void explain_role(const std::vector<RoleCandidate>& candidates, const Argument& argument,
                    RoleExplanation& role) const {
    constexpr std::array<FillerKind, 5> kinds{FillerKind::phrase, FillerKind::entity, FillerKind::time,
                                              FillerKind::quantity, FillerKind::event};
    const FillerKind kind = kinds[argument.filler.value.index()];
    const auto at = std::find_if(candidates.begin(), candidates.end(), [&](const RoleCandidate& c) {
      return c.token == argument.filler.head && c.kind == kind;
    });
    if (at == candidates.end()) return;
    role.slot = at->slot;
    role.decision = parts_.model.explain_role(context_, words_, parts_.frames, ruled_.triggers, id_, candidates,
                                              static_cast<std::size_t>(at - candidates.begin()), argument.role);
    role.decision.rule = argument.evidence.rule;
  }

  EventId id_;
  const Event& event_;
  Words words_;
  Extractor::Parts::Candidates candidates_;
  RuledTriggers ruled_;
};

class RelationExplainer : Explainer {
 public:
  using Explainer::Explainer;

  [[nodiscard]] RelationExplanation explain(std::size_t number) const {
    const Relation& relation = facts_.relations()[number];
    RelationExplanation out;
    out.relation = number;
    out.type = relation.type;
    if (const RelationType* type = parts_.ontology->relation_type(relation.type)) out.gloss = type->gloss;
    out.sentence = relation.evidence.sentence;
    out.span = relation.evidence.span;
    out.decision = decision_of(relation.evidence, "pattern");
    if (relation.subject.head && relation.object.head) {
      out.path = tree_path(context_.syntax, relation.subject.head, relation.object.head);
    }
    add_end(out, "subject", relation.subject);
    add_end(out, "object", relation.object);
    for (const Argument& qualifier : relation.qualifiers) add_end(out, qualifier.role, qualifier.filler);
    return out;
  }

 private:
  void add_end(RelationExplanation& out, const std::string& role, const Filler& filler) const {
    out.ends.push_back({role, name_of(filler), filler.span, chain_of(filler), time_of(filler)});
  }
};

}  // namespace

EventExplanation Extractor::explain(const Document& document, const Syntax& syntax, const Mentions& mentions,
                                    const Facts& facts, EventId event) const {
  const Context context{document, syntax, mentions};
  return EventExplainer(*parts_, context, facts, event).explain();
}

RelationExplanation Extractor::explain_relation(const Document& document, const Syntax& syntax,
                                                const Mentions& mentions, const Facts& facts,
                                                std::size_t relation) const {
  const Context context{document, syntax, mentions};
  return RelationExplainer(*parts_, context, facts).explain(relation);
}

}  // namespace diurna
