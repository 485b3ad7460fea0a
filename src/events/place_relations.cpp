// What lies where: "Lyon, France", "a clinic in Oslo", "Chad's capital, N'Djamena", "the Polish city of Lublin",
// "is located in".
#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
constexpr const char* located_in = "place.located_in";

/// "A, B" where B is not one more item of a list: "in Paris, London and Rome" says nothing about Paris.
bool continues_a_list(const RelationScene& scene, const Mention& last) {
  TokenId next = last.tokens.last < scene.tokens().last ? last.tokens.last : TokenId::none();
  if (next && scene.word(next) == ",") next = scene.after(next);
  const std::string word = scene.word(next);
  return word == "and" || word == "or" || word == "&" || word == "as";
}

std::vector<Relation> comma_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  const auto& names = scene.names();
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const Mention& inner = *names[i];
    const Mention& outer = *names[i + 1];
    if (!is_place(inner.type) || outer.type != EntityType::gpe) continue;
    if (scene.word(inner.tokens.last) != "," || inner.tokens.last.index() + 1 != outer.tokens.first.index()) continue;
    if (scene.is_country(inner.head) || (!scene.is_country(outer.head) && continues_a_list(scene, outer))) continue;
    found.push_back(
        make_relation(scene, located_in, RelationScene::filler(inner), RelationScene::filler(outer), "place, place"));
  }
  return found;
}

/// "a clinic in Oslo", "parts of the Bahamas".
std::vector<Relation> nominal_places(const RelationScene& scene, TokenId head) {
  std::vector<Relation> found;
  if (!is_place(scene.type_at(head))) return found;
  for (const TokenId child : scene.syntax().children(head)) {
    if (scene.syntax().relation(child) != Dep::nmod || !is_place(scene.type_at(child))) continue;
    const std::string word = marker(scene.context(), child);
    const bool part = word == "of" && scene.type_at(head) == EntityType::loc;
    if (!part && word != "in" && word != "at" && word != "within" && word != "inside" && word != "on") continue;
    found.push_back(make_relation(scene, located_in, filler_at(scene.context(), head),
                                  filler_at(scene.context(), child), "place in place"));
  }
  return found;
}

/// "is located in", "lies in": the verb's place.
std::vector<Relation> located(const RelationScene& scene, TokenId verb) {
  std::vector<Relation> found;
  if (!scene.is("locate", verb)) return found;
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

}  // namespace

std::vector<Relation> place_relations(const RelationScene& scene) {
  std::vector<Relation> found = comma_relations(scene);
  for (const TokenId token : scene.tokens()) {
    append(found, nominal_places(scene, token));
    append(found, located(scene, token));
  }
  return found;
}

}  // namespace diurna::detail
