// The model proposes, the tables correct. A name that the gazetteers know for certain (a country, a demonym) takes
// their type; names seen twice take one type; a surname takes the type of the full name that it shortens.
#include "mentions/name_finder.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "mentions/name_evidence.hpp"
#include "mentions/name_spans.hpp"
#include "mentions/team_names.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t type_count = static_cast<std::size_t>(EntityType::other) + 1;

/// The model's span, or the longer name of the gazetteers that starts with it ("Islamic State of Iraq" + "and the
/// Levant").
NameDraft model_name(const MentionContext& context, const NameSpan& span, TokenRange tokens) {
  const TokenId end = context.document.sentence(context.document.sentence_of(tokens.first)).tokens.last;
  auto longer = known_name_from(context, tokens.first, end);
  if (longer && longer->tokens.last > tokens.last) return std::move(*longer);
  return {tokens, span.type, span.score, "name-model", {}, {}};
}

std::vector<NameDraft> model_names(const MentionContext& context, Coverage& coverage) {
  std::vector<NameDraft> out;
  for (const NameSpan& span : context.syntax.names()) {
    const TokenRange tokens = trimmed_name(context, span.tokens, span.type);
    if (tokens.empty() || coverage.any(tokens)) continue;
    out.push_back(model_name(context, span, tokens));
    coverage.add(out.back().tokens);
  }
  return out;
}

void look_up(const MentionContext& context, std::vector<NameDraft>& names) {
  for (NameDraft& name : names) {
    name.key = context.forms.key(name.tokens);
    name.known = known_name(context, name.tokens, name.key);
  }
}

bool is_given_name(const MentionContext& context, const NameDraft& name) {
  return name.tokens.size() == 1 && context.gazetteer.given_name_gender(name.key).has_value();
}

/// Whether the tables know better than the model.
bool overrules(const MentionContext& context, const NameDraft& name) {
  const EntityType known = name.known->type;
  const auto is_place = [](EntityType type) { return type == EntityType::gpe || type == EntityType::loc; };
  if (name.type == EntityType::other || name.rule != "name-model") return true;
  if (is_place(known) && is_place(name.type)) return true;
  if (known == EntityType::norp)
    return name.type == EntityType::gpe || name.type == EntityType::loc || name.score < 0.9;
  const bool country = known == EntityType::gpe && context.gazetteer.country(name.key).has_value();
  if (country) return name.type != EntityType::person || !is_given_name(context, name);
  return name.type != EntityType::person && name.score < 0.9;
}

void correct_by_tables(const MentionContext& context, std::vector<NameDraft>& names) {
  for (NameDraft& name : names) {
    if (name.known) {
      if (overrules(context, name)) name.type = name.known->type;
      if (name.known->type != name.type && name.type == EntityType::person) name.known.reset();
    } else if (name.tokens.size() > 1 && (name.type == EntityType::other || name.score < 0.6)) {
      const TokenId last{name.tokens.last.index() - 1};
      if (const auto type = context.gazetteer.name_word(context.forms.key(last))) name.type = *type;
    }
  }
}

using Surnames = std::unordered_set<std::string_view>;

Surnames surnames_of(const MentionContext& context, const std::vector<NameDraft>& names) {
  Surnames out;
  for (const NameDraft& name : names) {
    if (name.type != EntityType::person || name.tokens.size() < 2) continue;
    out.insert(context.forms.key(TokenId{name.tokens.last.index() - 1}));
  }
  return out;
}

/// "in English": the demonym heads its phrase, without article or plural.
bool is_language(const MentionContext& context, const NameDraft& name) {
  const Syntax& syntax = context.syntax;
  const TokenId head = name.tokens.first;
  if (!name.known || !name.known->demonym || name.tokens.size() > 1 || syntax.upos(head) == Upos::adj) return false;
  const DependencyRelation relation = universal(syntax.relation(head));
  const bool heads = relation == DependencyRelation::obl || relation == DependencyRelation::obj ||
                     relation == DependencyRelation::nmod || relation == DependencyRelation::conj;
  return heads && !syntax.has(head, Feature::number_plur) && !syntax.child(head, DependencyRelation::det) &&
         !name.key.ends_with("s");
}

/// Adjectives are names only where they name a country or a party: "Muslim leaders" speaks of no people, and "spoke
/// Spanish" of no country. A common noun with a capital ("the Court") is no name either.
bool is_no_name(const MentionContext& context, const NameDraft& name, const Surnames& surnames) {
  const TokenId head = name.tokens.first;
  const DependencyRelation relation = universal(context.syntax.relation(head));
  const bool modifier = relation == DependencyRelation::amod || relation == DependencyRelation::compound;
  if (name.type == EntityType::norp && name.known && !name.known->demonym && name.known->iso3.empty()) return modifier;
  if (context.gazetteer.is_title(name.key)) return !surnames.contains(name.key);
  if (name.tokens.size() > 1 || name.known) return is_language(context, name);
  if (name.type == EntityType::person) return false;
  return name.type != EntityType::org && context.gazetteer.noun(name.key).has_value();
}

/// "Lucille Ball", but not "Victoria Station".
bool has_given_name(const MentionContext& context, const NameDraft& name) {
  if (name.tokens.size() < 2 || name.tokens.size() > 3) return false;
  const std::string_view last = context.forms.key(TokenId{name.tokens.last.index() - 1});
  if (context.gazetteer.name_word(last)) return false;
  return context.gazetteer.given_name_gender(context.forms.key(name.tokens.first)).has_value();
}

/// The type with most support among all names with one key.
void vote_by_key(const MentionContext& context, std::vector<NameDraft>& names) {
  constexpr double evidence = 1.5;  // outweighs one or two decisions of the model
  constexpr double hint = 0.6;      // outweighs an unsure one
  std::unordered_map<std::string_view, std::array<double, type_count>> votes;
  for (const NameDraft& name : names) {
    auto& vote = votes[name.key];
    vote[static_cast<std::size_t>(name.type)] += name.score;
    if (name.known) continue;
    if (speaks_of_person(context, name.tokens)) vote[static_cast<std::size_t>(EntityType::person)] += evidence;
    if (has_given_name(context, name)) vote[static_cast<std::size_t>(EntityType::person)] += hint;
    if (speaks_of_place(context, name.tokens)) vote[static_cast<std::size_t>(EntityType::gpe)] += evidence;
  }
  for (NameDraft& name : names) {
    const auto& vote = votes[name.key];
    const auto best = static_cast<EntityType>(std::ranges::max_element(vote) - vote.begin());
    if (best != EntityType::other) name.type = best;
  }
}

/// "Durán" is a person when "Pedro Durán" is one somewhere in the document, unless the tables know it as a place.
void surnames_are_persons(const Surnames& surnames, std::vector<NameDraft>& names) {
  for (NameDraft& name : names) {
    if (name.tokens.size() == 1 && !name.known && surnames.contains(name.key)) name.type = EntityType::person;
  }
}

/// "Milan" + "Martic", "Firmin" + "Jean-Louis": two spans side by side, a given name or person before one that may be
/// his.
bool is_one_person(const MentionContext& context, const NameDraft& left, const NameDraft& right) {
  if (left.tokens.last != right.tokens.first || right.known || right.tokens.size() > 2) return false;
  const bool given = left.tokens.size() == 1 && context.gazetteer.given_name_gender(left.key).has_value();
  const bool person = left.type == EntityType::person && !left.known;
  const bool unknown_right = right.type == EntityType::person || right.rule == "name-shape";
  return (given || person) && unknown_right;
}

void join_neighbours(const MentionContext& context, std::vector<NameDraft>& names) {
  std::vector<NameDraft> out;
  for (NameDraft& name : names) {
    if (out.empty() || !is_one_person(context, out.back(), name)) {
      out.push_back(std::move(name));
      continue;
    }
    NameDraft& whole = out.back();
    whole.tokens.last = name.tokens.last;
    whole.type = EntityType::person;
    whole.key = context.forms.key(whole.tokens);
    whole.known.reset();
  }
  names = std::move(out);
}

/// "Dorian" is the storm when "Hurricane Dorian" is named; "Mahan" the body when "Mahan Air" is, if nobody is called
/// so.
void short_forms_take_type(const MentionContext& context, const Surnames& surnames, std::vector<NameDraft>& names) {
  std::unordered_map<std::string_view, EntityType> types;
  for (const NameDraft& name : names) {
    if (name.tokens.size() != 2 || name.known || name.score < 0.5) continue;
    const std::string_view first = context.forms.key(name.tokens.first);
    const std::string_view second = context.forms.key(TokenId{name.tokens.first.index() + 1});
    if (name.type == EntityType::event && context.gazetteer.name_word(first) == EntityType::event)
      types.emplace(second, name.type);
    const bool body = name.type == EntityType::org || name.type == EntityType::facility;
    if (body && context.gazetteer.name_word(second)) types.emplace(first, name.type);
  }
  for (NameDraft& name : names) {
    const auto hit = types.find(name.key);
    const bool place = name.type == EntityType::gpe || name.type == EntityType::loc;
    if (hit != types.end() && (!place || hit->second == EntityType::event) && !name.known &&
        !surnames.contains(name.key))
      name.type = hit->second;
  }
}

}  // namespace

std::vector<NameDraft> find_names(const MentionContext& context) {
  Coverage coverage(context.document.tokens().size());
  std::vector<NameDraft> names = model_names(context, coverage);
  const auto append = [&](std::vector<NameDraft> more) {
    look_up(context, more);
    std::ranges::move(more, std::back_inserter(names));
  };
  look_up(context, names);
  append(gazetteer_names(context, coverage));
  correct_by_tables(context, names);
  append(repeated_names(context, names, coverage));
  cover_titles(context, names, coverage);
  append(shape_names(context, coverage));
  std::ranges::sort(names, {}, &NameDraft::tokens);
  join_neighbours(context, names);
  const Surnames surnames = surnames_of(context, names);
  std::erase_if(names, [&](const NameDraft& name) { return is_no_name(context, name, surnames); });
  vote_by_key(context, names);
  surnames_are_persons(surnames, names);
  short_forms_take_type(context, surnames, names);
  places_that_play(context, names);
  return names;
}

}  // namespace diurna::detail
