#include "events/rule_events.hpp"

#include <algorithm>

#include "events/phrases.hpp"
#include "events/relation_finder.hpp"

namespace diurna::detail {
namespace {

class EventRules {
 public:
  EventRules(const CompiledRules& rules, const RuleScene& scene, std::vector<Trigger> model)
      : rules_(rules), scene_(scene), model_(std::move(model)) {}

  RuledTriggers apply(std::vector<RuleMatch> matches) {
    matches_ = std::move(matches);
    for (;
         ;) {  // a dropped match may have taken words from another, so all take them anew; each round drops one or more
      RuledTriggers out = take();
      const std::size_t before = matches_.size();
      drop_unfilled(out);
      if (matches_.size() < before) continue;
      out.matches = std::move(matches_);
      return out;
    }
  }

 private:
  /// Every trigger in its turn takes its words, if they are free.
  RuledTriggers take() {
    std::vector<bool> taken(scene_.context.syntax.size(), false);
    std::vector<std::pair<Trigger, std::uint32_t>> chosen;
    bool model_done = false;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      const CompiledRule& rule = rules_.rule(matches_[i].rank);
      if (rule.priority < 0 && !model_done) {
        take_model(taken, chosen);
        model_done = true;
      }
      if (!claim(matches_[i].tokens, taken) || rule.target == RuleTarget::nothing) continue;
      chosen.push_back({{matches_[i].head, rule.type, 1.0}, static_cast<std::uint32_t>(i + 1)});
    }
    if (!model_done) take_model(taken, chosen);
    std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first.head < b.first.head; });
    std::vector<Trigger> triggers;
    std::vector<std::uint32_t> match_of;
    for (const auto& [trigger, match] : chosen) {
      triggers.push_back(trigger);
      match_of.push_back(match);
    }
    return {Triggers(std::move(triggers), scene_.context.syntax.size()), {}, std::move(match_of)};
  }

  void take_model(std::vector<bool>& taken, std::vector<std::pair<Trigger, std::uint32_t>>& chosen) const {
    for (const Trigger& trigger : model_) {
      if (claim({trigger.head, TokenId{trigger.head.index() + 1}}, taken)) chosen.emplace_back(trigger, 0);
    }
  }

  static bool claim(TokenRange tokens, std::vector<bool>& taken) {
    for (const TokenId token : tokens) {
      if (taken[token.index()]) return false;
    }
    for (const TokenId token : tokens) taken[token.index()] = true;
    return true;
  }

  /// Fills the roles of the chosen; removes matches that lack one.
  void drop_unfilled(const RuledTriggers& out) {
    std::vector<bool> lacks(matches_.size(), false);
    for (const std::uint32_t number : out.match_of) {
      if (number == 0) continue;
      RuleMatch& match = matches_[number - 1];
      lacks[number - 1] = !fill_roles(rules_.rule(match.rank), scene_, out.triggers, match);
    }
    std::size_t index = 0;
    std::erase_if(matches_, [&](const RuleMatch&) { return lacks[index++]; });
  }

  const CompiledRules& rules_;
  const RuleScene& scene_;
  std::vector<Trigger> model_;
  std::vector<RuleMatch> matches_;
};

/// Whether the roles that need no other event can be filled.
bool may_fire(const CompiledRule& rule, const RuleScene& scene, const Triggers& none, RuleMatch& match) {
  for (std::uint32_t i = 0; i < rule.roles.size(); ++i) {
    const CompiledRole& role = rule.roles[i];
    const bool may_be_event = (role.kinds & event_bit) != 0 && role.kinds != any_filler;
    if (role.optional || role.nothing || may_be_event) continue;
    if (!fill_role(rule, i, scene, none, match)) return false;
  }
  return true;
}

class RelationRules {
 public:
  RelationRules(const RelationRuleParts& parts, std::vector<Relation>& out) : parts_(parts), out_(out) {}

  /// Every subject with every object.
  void add(const RuleMatch& match) {
    const CompiledRule& rule = parts_.rules.rule(match.rank);
    for (const RuleArgument& subject : match.arguments) {
      if (rule.roles[subject.role].name != "subject") continue;
      for (const RuleArgument& object : match.arguments) {
        if (rule.roles[object.role].name == "object") add(match, make(match, subject, object));
      }
    }
  }

 private:
  [[nodiscard]] Filler filler(const RuleArgument& argument) const {
    return make_filler(parts_.scene.context, parts_.triggers, {argument.token, argument.kind, "", ""});
  }

  [[nodiscard]] Relation make(const RuleMatch& match, const RuleArgument& subject, const RuleArgument& object) const {
    const Context& context = parts_.scene.context;
    const CompiledRule& rule = parts_.rules.rule(match.rank);
    Relation relation{.type = parts_.ontology.relation_types()[rule.type].id,
                      .subject = filler(subject),
                      .object = filler(object),
                      .qualifiers = {},
                      .evidence = {}};
    const Span words = cover(relation.subject.span, relation.object.span);
    relation.evidence = {.sentence = context.document.sentence_of(match.head),
                         .span = cover(words, context.document.span(match.tokens)),
                         .rule = "rule:" + parts_.rules.descriptions()[match.rank].name,
                         .path = context.syntax.path(subject.token, object.token),
                         .score = 1.0};
    for (const RuleArgument& argument : match.arguments) {
      const std::string& role = rule.roles[argument.role].name;
      if (role == "subject" || role == "object") continue;
      relation.qualifiers.push_back({role, filler(argument), relation.evidence});
    }
    return relation;
  }

  void add(const RuleMatch& match, Relation relation) {
    const Context& context = parts_.scene.context;
    if (same_filler(relation.subject, relation.object)) return;
    if (is_nobody(context, relation.subject) || is_nobody(context, relation.object)) return;
    const auto same = std::find_if(out_.begin(), out_.end(), [&](const Relation& other) {
      return other.evidence.sentence == relation.evidence.sentence && says_the_same(other, relation);
    });
    if (same == out_.end()) {
      out_.push_back(std::move(relation));
    } else if (parts_.rules.rule(match.rank).priority >= 0 && !same->evidence.rule.starts_with("rule:")) {
      *same = std::move(relation);
    }
  }

  const RelationRuleParts& parts_;
  std::vector<Relation>& out_;
};

}  // namespace

RuledTriggers apply_event_rules(const CompiledRules& rules, const RuleScene& scene, std::vector<Trigger> model,
                                const std::function<bool(TokenId)>& tells) {
  std::vector<RuleMatch> matches = find_triggers(rules, scene);
  const Triggers none({}, scene.context.syntax.size());
  std::erase_if(matches, [&](RuleMatch& match) {
    const CompiledRule& rule = rules.rule(match.rank);
    return rule.target == RuleTarget::relation || !tells(match.head) || !may_fire(rule, scene, none, match);
  });
  return EventRules(rules, scene, std::move(model)).apply(std::move(matches));
}

std::vector<Relation> apply_relation_rules(const RelationRuleParts& parts, std::vector<Relation> found,
                                           const std::function<bool(TokenId)>& tells) {
  if (!parts.rules.has_relations()) return found;
  RelationRules adder(parts, found);
  for (RuleMatch& match : find_triggers(parts.rules, parts.scene)) {
    const CompiledRule& rule = parts.rules.rule(match.rank);
    if (rule.target != RuleTarget::relation || !tells(match.head)) continue;
    if (!fill_roles(rule, parts.scene, parts.triggers, match)) continue;
    if (parts.factuality(parts.scene.context, match.head).value != Factuality::actual) continue;
    adder.add(match);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Relation& a, const Relation& b) { return a.evidence.span < b.evidence.span; });
  return found;
}

}  // namespace diurna::detail
