#include "events/rule_trace.hpp"

#include <algorithm>
#include <array>

namespace diurna::detail {
namespace {

constexpr std::size_t max_matches = 4;  // explained in full

constexpr std::array<std::string_view, 5> kind_words{"an entity", "a time", "a quantity", "an event", "a phrase"};

std::string_view word_of(Attribute attribute) { return attribute_names()[static_cast<std::size_t>(attribute)]; }

}  // namespace

std::string RuleTrace::quoted(TokenId token) const {
  return "\"" + std::string(scene_.context.document.form(token)) + "\"";
}

std::string RuleTrace::dependents(TokenId token) const {
  const Syntax& syntax = scene_.context.syntax;
  std::string out;
  for (const TokenId child : syntax.children(token)) {
    if (syntax.relation(child) == DependencyRelation::punct) continue;
    out += (out.empty() ? ">" : ", >") + std::string(to_text(syntax.relation(child))) + " " + quoted(child);
    if (const std::string marker = value_at(Attribute::case_, scene_, child); !marker.empty())
      out += " (" + marker + ")";
  }
  return out.empty() ? "it has no dependents" : "its dependents are " + out;
}

std::string RuleTrace::refusal(const CompiledTest& test, TokenId token) const {
  if (test.kind == TokenTest::Kind::all) {
    for (const CompiledTest& part : test.parts) {
      if (!holds(part, scene_, token)) return refusal(part, token);
    }
  }
  std::string out = test.text + " does not hold";
  if (test.kind == TokenTest::Kind::compare) {
    const std::string value = value_at(test.attribute, scene_, token);
    out += value.empty() ? " (it has no " + std::string(word_of(test.attribute)) + ")" : " (it is '" + value + "')";
  }
  return out;
}

std::size_t RuleTrace::passed_parts(const CompiledTest& test, TokenId token) const {
  std::size_t best = 0;
  switch (test.kind) {
    case TokenTest::Kind::all:
      for (const CompiledTest& part : test.parts) best += passed_parts(part, token);
      return best;
    case TokenTest::Kind::either:
      for (const CompiledTest& part : test.parts) best = std::max(best, passed_parts(part, token));
      return best;
    default:
      return holds(test, scene_, token) ? 1 : 0;
  }
}

/// The place where the pattern came furthest, beyond its first word.
void RuleTrace::explain_partial(const TokenPattern& pattern) {
  TokenId best_start = TokenId::none(), best_end = TokenId::none();
  std::vector<const PatternAtom*> refused;
  std::size_t best_length = 0;
  for (const Sentence& sentence : scene_.context.document.sentences()) {
    for (const TokenId start : sentence.tokens) {
      std::vector<std::pair<TokenId, const PatternAtom*>> failures;
      const auto watch = [&](TokenId token, const PatternAtom& atom, bool passed) {
        if (!passed) failures.emplace_back(token, &atom);
      };
      (void)match_at(pattern, scene_, {start, sentence.tokens.last}, watch);
      if (failures.empty()) continue;
      const TokenId end = failures.back().first;
      if (end.index() - start.index() <= best_length) continue;
      best_length = end.index() - start.index();
      best_start = start;
      best_end = end;
      refused.clear();
      for (const auto& [token, atom] : failures) {
        if (token == end) refused.push_back(atom);
      }
    }
  }
  if (best_length == 0) return explain_first_word(pattern);
  const Span words = scene_.context.document.span({best_start, best_end});
  std::string line = "the trigger begins at \"" + std::string(scene_.context.document.text(words)) + "\" but fails at ";
  line += quoted(best_end) + ": ";
  for (const PatternAtom* atom : refused) {
    line += (atom == refused.front() ? "" : "; ") + refusal(atom->test, best_end);
  }
  say(std::move(line));
}

/// No word passes the first test; the one that comes nearest says why.
void RuleTrace::explain_first_word(const TokenPattern& pattern) {
  std::size_t best = 0;
  TokenId nearest = TokenId::none();
  const PatternAtom* wanted = nullptr;
  for (const std::uint32_t first : pattern.first) {
    for (std::size_t i = 0; i < scene_.context.syntax.size(); ++i) {
      const std::size_t passed = passed_parts(pattern.atoms[first].test, TokenId{i});
      if (passed <= best) continue;
      best = passed;
      nearest = TokenId{i};
      wanted = &pattern.atoms[first];
    }
  }
  if (wanted == nullptr) {
    say("the trigger begins nowhere: no word passes " + pattern.atoms[pattern.first.front()].text);
    return;
  }
  say("the trigger begins nowhere; nearest is " + quoted(nearest) + ": " + refusal(wanted->test, nearest));
}

void RuleTrace::explain_path(const CompiledRole& role, TokenId from) {
  const std::size_t before = lines_.size();
  const auto watch = [&](const CompiledStep& step, TokenId at, const std::vector<TokenId>& reached,
                         const std::vector<TokenId>& refused) {
    if (!reached.empty() || lines_.size() > before + max_matches) return;
    std::string line = "  " + step.text + " leads nowhere from " + quoted(at);
    for (const TokenId token : refused) line += "; " + quoted(token) + ": " + refusal(step.test.front(), token);
    if (refused.empty()) line += "; " + dependents(at);
    say(std::move(line));
  };
  (void)role.path.ends(scene_, from, watch);
}

void RuleTrace::explain_role(const CompiledRule& rule, std::uint32_t number, RuleMatch match) {
  const CompiledRole& role = rule.roles[number];
  if (role.nothing) return;
  match.arguments.clear();
  if (fill_role(rule, number, scene_, ruled_.triggers, match)) {
    std::string line = "role " + role.name + ":";
    for (const RuleArgument& argument : match.arguments) {
      line += " " + quoted(argument.token) + " as " + std::string(kind_words[static_cast<std::size_t>(argument.kind)]);
    }
    say(std::move(line));
    return;
  }
  say("role " + role.name + (role.optional ? " stays empty (it may)" : " stays empty, so the rule gives nothing here"));
  const auto ends = role.path.ends(scene_, match.head);
  if (ends.empty()) return explain_path(role, match.head);
  for (const TokenId end : ends) {
    const std::string found = to_text(kinds_at(scene_, end));
    say("  " + quoted(end) + " is reached, but it is " + (found.empty() ? "no mention" : found) + "; wanted is " +
        to_text(role.kinds));
  }
}

void RuleTrace::explain_outcome(const RuleMatch& match) {
  for (std::size_t i = 0; i < ruled_.triggers.all().size(); ++i) {
    const RuleMatch* other = ruled_.match(EventId{i});
    if (other != nullptr && other->rank == match.rank && other->tokens == match.tokens) {
      say("the rule makes an event of it");
      return;
    }
    const TokenId head = ruled_.triggers.all()[i].head;
    if (other != nullptr && other->rank != match.rank && other->tokens.overlaps(match.tokens)) {
      say("its words are taken by rule '" + rules_.descriptions()[other->rank].name + "', which ranks before it");
    } else if (other == nullptr && match.tokens.contains(head)) {
      say("its words are taken by the model, which ranks before a negative priority");
    }
  }
}

void RuleTrace::explain_match(const CompiledRule& rule, RuleMatch match) {
  const Document& document = scene_.context.document;
  const bool several = match.tokens.size() > 1;
  say("the trigger matches \"" + std::string(document.text(document.span(match.tokens))) + "\"" +
      (several ? ", headed by " + quoted(match.head) : ""));
  for (std::uint32_t i = 0; i < rule.roles.size(); ++i) explain_role(rule, i, match);
  if (rule.target == RuleTarget::event) explain_outcome(match);
}

void RuleTrace::explain_missed_triggers(const CompiledRule& rule) {
  for (const TokenPattern& pattern : rule.triggers) explain_partial(pattern);
}

std::vector<std::string> RuleTrace::of(std::size_t rank) {
  lines_.clear();
  const CompiledRule& rule = rules_.rule(rank);
  std::size_t count = 0;
  for (const RuleMatch& match : find_triggers(rules_, scene_)) {
    if (match.rank != rank) continue;
    if (++count <= max_matches) explain_match(rule, match);
  }
  if (count == 0) explain_missed_triggers(rule);
  if (count > max_matches) say("the trigger matches " + std::to_string(count - max_matches) + " times more");
  return std::move(lines_);
}

}  // namespace diurna::detail
