// What lies where: "Lyon, France", "a clinic in Oslo", "Chad's capital, N'Djamena", "the Polish city of Lublin",
// "is located in".
#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
constexpr const char* located_in = "place.located_in";

bool follows_with_comma(const RelationScene& scene, const Mention& left, const Mention& right) {
  return scene.word(left.tokens.last) == "," && left.tokens.last.index() + 1 == right.tokens.first.index();
}

/// How many names from `first` on follow each other with commas alone.
std::size_t chain_length(const RelationScene& scene, std::size_t first) {
  const auto& names = scene.names();
  std::size_t length = 1;
  while (first + length < names.size() && is_place(names[first + length]->type) &&
         follows_with_comma(scene, *names[first + length - 1], *names[first + length])) {
    ++length;
  }
  return length;
}

/// "A, B and C", "A, B, and C": the chain is a list.
bool ends_in_list(const RelationScene& scene, const Mention& last) {
  TokenId next = last.tokens.last < scene.tokens().last ? last.tokens.last : TokenId::none();
  if (next && scene.word(next) == ",") next = scene.after(next);
  const std::string word = scene.word(next);
  if (word != "and" && word != "or" && word != "&") return false;
  const TokenId after = scene.after(next);
  const Mention* item = scene.name_at(after);
  return (item != nullptr && is_place(item->type)) || scene.word(after) == "other" ||
         (after && scene.syntax().upos(after) == Upos::num);
}

/// "Lyon, France"; not the items of "Paris, London and Rome".
std::vector<Relation> comma_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  const auto& names = scene.names();
  for (std::size_t first = 0; first < names.size();) {
    const std::size_t length = is_place(names[first]->type) ? chain_length(scene, first) : 1;
    const Mention& last = *names[first + length - 1];
    const bool country_ends_it = scene.is_country(last.head) && length <= 3 && !scene.is_country(names[first]->head);
    if (length > 1 && length <= 4 && (country_ends_it || !ends_in_list(scene, last))) {
      for (std::size_t i = first; i + 1 < first + length; ++i) {
        if (names[i + 1]->type != EntityType::gpe || scene.is_country(names[i]->head)) continue;
        found.push_back(make_relation(scene, located_in, RelationScene::filler(*names[i]),
                                      RelationScene::filler(*names[i + 1]), "place, place"));
      }
    }
    first += length;
  }
  return found;
}

/// "Oslo Airport in Gardermoen": name, "in", name.
std::vector<Relation> name_in_name(const RelationScene& scene) {
  std::vector<Relation> found;
  const auto& names = scene.names();
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const Mention& inner = *names[i];
    const Mention& outer = *names[i + 1];
    const TokenId word = inner.tokens.last < scene.tokens().last ? inner.tokens.last : TokenId::none();
    const TokenId next = scene.word(scene.after(word)) == "the" ? scene.after(scene.after(word)) : scene.after(word);
    if (scene.word(word) != "in" && scene.word(word) != "at") continue;
    if (next != outer.tokens.first || !is_place(inner.type) || !is_place(outer.type)) continue;
    if (scene.is_country(inner.head) || inner.type == EntityType::gpe) continue;
    found.push_back(
        make_relation(scene, located_in, RelationScene::filler(inner), RelationScene::filler(outer), "name in name"));
  }
  return found;
}

/// "parts of", "the coast of"; not "southwest of" (a direction) nor "the city of" (the place itself).
bool is_part(const RelationScene& scene, TokenId noun) {
  return scene.type_at(noun) == EntityType::loc && !scene.is(WordKind::direction, noun) &&
         scene.noun_class(noun) != "place";
}

/// "a clinic in Oslo", "parts of the Bahamas".
std::vector<Relation> nominal_places(const RelationScene& scene, TokenId head) {
  std::vector<Relation> found;
  if (!is_place(scene.type_at(head))) return found;
  for (const TokenId child : scene.syntax().children(head)) {
    if (scene.syntax().relation(child) != Dep::nmod || !scene.is_named(child)) continue;
    if (!is_place(scene.type_at(child))) continue;
    const std::string word = marker(scene.context(), child);
    const bool part = word == "of" && is_part(scene, head);
    if (!part && word != "in" && word != "at" && word != "within" && word != "inside" && word != "on") continue;
    found.push_back(make_relation(scene, located_in, filler_at(scene.context(), head),
                                  filler_at(scene.context(), child), "place in place"));
  }
  return found;
}

/// "is located in", "lies in": the verb's place.
std::vector<Relation> located(const RelationScene& scene, TokenId verb) {
  std::vector<Relation> found;
  if (!scene.is(WordKind::locate, verb)) return found;
  const TokenId subject = understood_subject(scene.context(), verb);
  if (!subject || !is_place(scene.type_at(subject))) return found;
  for (const TokenId child : scene.syntax().children(verb)) {
    if (universal(scene.syntax().relation(child)) != Dep::obl || !is_place(scene.type_at(child))) continue;
    const std::string word = marker(scene.context(), child);
    if (word != "in" && word != "at" && word != "on" && word != "within") continue;
    found.push_back(make_relation(scene, located_in, filler_at(scene.context(), subject),
                                  filler_at(scene.context(), child), "located in"));
  }
  return found;
}

// ---- what kind of place: "the Polish city of Lublin", "Chad's capital, N'Djamena", "Oslo is a city in Norway"

/// Who is described by a noun such as "city".
std::vector<TokenId> described_places(const RelationScene& scene, TokenId noun) {
  const Syntax& syntax = scene.syntax();
  std::vector<TokenId> places;
  const auto add = [&](TokenId head) {
    if (head && head != noun && scene.name_at(head) != nullptr && is_place(scene.type_at(head))) places.push_back(head);
  };
  for (const TokenId child : syntax.children(noun)) {
    if (syntax.relation(child) == Dep::appos) add(child);
    if (syntax.relation(child) == Dep::nmod && marker(scene.context(), child) == "of" &&
        scene.lemma(noun) != "capital") {
      add(child);
    }
  }
  if (is_any(syntax.relation(noun), {Dep::appos, Dep::compound, Dep::nmod_desc})) add(syntax.head(noun));
  if (copula(syntax, noun)) add(understood_subject(scene.context(), noun));
  TokenId next = scene.after(noun);
  if (scene.word(next) == ",") next = scene.after(next);  // "the Chadian capital, N'Djamena,"
  if (const Mention* name = scene.name_at(next); name != nullptr && places.empty()) add(name->head);
  return places;
}

/// Where it is: an owner or demonym before the noun, "of", "in" behind it.
std::vector<TokenId> surroundings(const RelationScene& scene, TokenId noun) {
  std::vector<TokenId> places;
  for (const TokenId child : scene.syntax().children(noun)) {
    const Dep relation = scene.syntax().relation(child);
    const EntityType type = scene.type_at(child);
    const bool before =
        child < noun && (relation == Dep::nmod_poss ||
                         (is_any(relation, {Dep::amod, Dep::compound, Dep::nmod}) && scene.is_country(child)));
    const std::string word = child > noun && universal(relation) == Dep::nmod ? marker(scene.context(), child) : "";
    const bool behind = word == "in" || word == "within" || (word == "of" && scene.lemma(noun) == "capital") ||
                        (word == "of" && (scene.syntax().relation(noun) == Dep::appos || scene.is_country(child) ||
                                          scene.syntax().child(noun, Dep::compound)));
    if (!before && !behind) continue;
    const EntityId entity = entity_at(scene.context(), child);
    const bool known = entity && scene.context().mentions.entity(entity).named();
    if ((known && is_place(type)) || scene.is_country(child)) places.push_back(child);
  }
  return places;
}

std::vector<Relation> kind_of_place(const RelationScene& scene, TokenId noun) {
  if (scene.noun_class(noun) != "place" || scene.name_at(noun) != nullptr) return {};
  std::vector<Relation> found;
  const std::vector<TokenId> outer = surroundings(scene, noun);
  if (outer.empty()) return found;
  for (const TokenId inner : described_places(scene, noun)) {
    for (const TokenId place : outer) {
      found.push_back(make_relation(scene, located_in, filler_at(scene.context(), inner),
                                    filler_at(scene.context(), place), "kind of place"));
    }
  }
  return found;
}

/// "Iran's Qom Province": a name owned by a place.
std::vector<Relation> owned_place(const RelationScene& scene, TokenId head) {
  if (scene.name_at(head) == nullptr || !is_place(scene.type_at(head))) return {};
  const TokenId owner = scene.syntax().child(head, Dep::nmod_poss);
  if (!owner || scene.type_at(owner) != EntityType::gpe) return {};
  return {make_relation(scene, located_in, filler_at(scene.context(), head), filler_at(scene.context(), owner),
                        "place's place")};
}

}  // namespace

std::vector<Relation> place_relations(const RelationScene& scene) {
  std::vector<Relation> found = comma_relations(scene);
  append(found, name_in_name(scene));
  for (const TokenId token : scene.tokens()) {
    append(found, nominal_places(scene, token));
    append(found, located(scene, token));
    append(found, kind_of_place(scene, token));
    append(found, owned_place(scene, token));
  }
  return found;
}

}  // namespace diurna::detail
