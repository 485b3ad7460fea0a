#include "mentions/name_evidence.hpp"

#include <algorithm>
#include <array>

#include "mentions/name_spans.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_title = 4;

/// Key of the token `steps` behind the name, "" past the end of the sentence.
std::string_view key_behind(const MentionContext& context, TokenRange name, std::size_t steps) {
  const TokenId token{name.last.index() + steps};
  const TokenId last = context.document.sentence(context.document.sentence_of(name.first)).tokens.last;
  return token < last ? context.forms.key(token) : std::string_view();
}

bool is_age(std::string_view key) {
  return !key.empty() && key.size() <= 3 && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
}

bool title_before(const MentionContext& context, TokenRange name) {
  for (std::size_t n = 1; n <= longest_title && n <= name.first.index(); ++n) {
    if (title_length(context, TokenId{name.first.index() - n}, TokenId{name.first.index() + 1}) == n) return true;
  }
  return false;
}

bool person_noun_before(const MentionContext& context, TokenRange name) {
  if (name.first.index() == 0) return false;
  const TokenId before{name.first.index() - 1};
  if (context.syntax.upos(before) != Upos::noun || context.syntax.has(before, Feature::number_plur)) return false;
  return context.gazetteer.noun_type(context.syntax.lemma(before)) == EntityType::person;
}

}  // namespace

bool speaks_of_person(const MentionContext& context, TokenRange name) {
  const bool comma = key_behind(context, name, 0) == ",";
  if (key_behind(context, name, comma ? 1 : 0) == "who") return true;
  const std::string_view closing = key_behind(context, name, 2);
  if (comma && is_age(key_behind(context, name, 1)) && (closing == "," || closing == ".")) return true;
  return title_before(context, name) || person_noun_before(context, name);
}

bool speaks_of_place(const MentionContext& context, TokenRange name) {
  constexpr std::array<std::string_view, 6> prepositions = {"in", "at", "near", "from", "of", "to"};
  if (key_behind(context, name, 0) != ",") return false;
  const bool first = context.document.sentence(context.document.sentence_of(name.first)).tokens.first == name.first;
  if (!first) {
    const std::string_view before = context.forms.key(TokenId{name.first.index() - 1});
    if (std::ranges::find(prepositions, before) == prepositions.end()) return false;
  }
  const TokenId state{name.last.index() + 1};
  const TokenId end = context.document.sentence(context.document.sentence_of(name.first)).tokens.last;
  if (state >= end) return false;
  const auto known = known_name_from(context, state, end);
  return known && known->type == EntityType::gpe;
}

}  // namespace diurna::detail
