// An article is about sport when its nouns say so often enough. A place that there is the subject or object of a verb
// of playing, or stands behind "against", is a team, and so is every other mention of it that is no place of an event.
#include "mentions/team_names.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace diurna::detail {
namespace {

using enum DependencyRelation;

constexpr std::size_t tokens_per_sport_noun = 60;
constexpr std::size_t fewest_sport_nouns = 4;

bool is_about_sport(const MentionContext& context) {
  std::size_t sport = 0;
  for (std::size_t i = 0; i < context.syntax.size(); ++i) {
    const TokenId token{i};
    sport +=
        context.syntax.upos(token) == Upos::noun && context.words.is_sport_noun(context.syntax.lemma(token)) ? 1 : 0;
  }
  return sport >= fewest_sport_nouns && sport * tokens_per_sport_noun >= context.syntax.size();
}

/// The token of the name that hangs on a word outside.
TokenId head_of(const MentionContext& context, TokenRange tokens) {
  const auto outside = [&](TokenId token) { return !tokens.contains(context.syntax.head(token)); };
  const auto head = std::ranges::find_if(tokens, outside);
  return head == tokens.end() ? tokens.first : *head;
}

std::string_view preposition(const MentionContext& context, TokenId head) {
  const TokenId marker = context.syntax.child(head, case_);
  return marker ? context.forms.key(marker) : std::string_view();
}

bool plays(const MentionContext& context, TokenId head) {
  const Syntax& syntax = context.syntax;
  const std::string_view before = preposition(context, head);
  if (before == "against" || before == "versus" || before == "v" || before == "vs" || before == "over") return true;
  while (syntax.relation(head) == conj && syntax.head(head)) head = syntax.head(head);
  const DependencyRelation relation = universal(syntax.relation(head));
  const TokenId verb = syntax.head(head);
  if (!verb || !context.words.is_play_verb(syntax.lemma(verb))) return false;
  return relation == nsubj || relation == obj || (relation == obl && before == "to");
}

bool is_location(const MentionContext& context, TokenId head) {
  constexpr std::array<std::string_view, 7> places = {"in", "at", "near", "from", "into", "around", "across"};
  return std::ranges::find(places, preposition(context, head)) != places.end();
}

}  // namespace

void places_that_play(const MentionContext& context, std::vector<NameDraft>& names) {
  if (!is_about_sport(context)) return;
  std::unordered_set<std::string_view> teams;
  for (const NameDraft& name : names) {
    if (name.type == EntityType::gpe && plays(context, head_of(context, name.tokens))) teams.insert(name.key);
  }
  for (NameDraft& name : names) {
    const TokenId head = head_of(context, name.tokens);
    if (name.type == EntityType::gpe && teams.contains(name.key) && !is_location(context, head))
      name.type = EntityType::org;
  }
}

}  // namespace diurna::detail
