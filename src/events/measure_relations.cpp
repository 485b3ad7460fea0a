// Numbers that describe: "the hotel has 46 rooms", "valued at $2 million", "a population of 50".
#include <algorithm>

#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
constexpr const char* measure = "entity.measure";

/// The number with what is counted: "46 rooms".
TokenRange counted_phrase(const Quantity& quantity) {
  TokenRange phrase = quantity.tokens;
  if (quantity.counted && quantity.counted >= phrase.last) phrase.last = TokenId{quantity.counted.index() + 1};
  return phrase;
}

/// The noun or number that stands for the quantity in the tree.
TokenId top_of(const RelationScene& scene, const Quantity& quantity) {
  TokenId top = quantity.counted ? quantity.counted : quantity.head;
  while (scene.syntax().head(top) && quantity.tokens.contains(scene.syntax().head(top))) top = scene.syntax().head(top);
  return top;
}

/// Whom the quantity describes: the subject of its verb.
TokenId measured_by_verb(const RelationScene& scene, TokenId top) {
  const TokenId verb = scene.syntax().head(top);
  if (!verb || is_denied(scene, verb)) return TokenId::none();
  const Dep relation = scene.syntax().relation(top);
  const bool object = relation == Dep::obj && scene.is(WordKind::measure_verb, verb);
  const bool price =
      relation == Dep::obl && scene.is(WordKind::measure_at, verb) && marker(scene.context(), top) == "at";
  return object || price ? understood_subject(scene.context(), verb) : TokenId::none();
}

/// "a population of 50": the owner of the noun.
TokenId measured_by_noun(const RelationScene& scene, TokenId top) {
  const TokenId noun = scene.syntax().head(top);
  if (!noun || scene.lemma(noun) != "population") return TokenId::none();
  if (const TokenId owner = scene.syntax().child(noun, Dep::nmod_poss)) return owner;
  for (const TokenId child : scene.syntax().children(noun)) {
    if (child != top && scene.syntax().relation(child) == Dep::nmod && is_place(scene.type_at(child))) return child;
  }
  const TokenId above = scene.syntax().head(noun);
  return above && is_place(scene.type_at(above)) ? above : TokenId::none();
}

/// "there are 1,000 prisoners in Chad".
TokenId measured_by_place(const RelationScene& scene, TokenId top) {
  const TokenId verb = scene.syntax().head(top);
  if (!verb || !scene.syntax().child(verb, Dep::expl)) return TokenId::none();
  for (const TokenId child : scene.syntax().children(top)) {
    const std::string word = scene.syntax().relation(child) == Dep::nmod ? marker(scene.context(), child) : "";
    if ((word == "in" || word == "aboard" || word == "on") && scene.is_named(child) && is_place(scene.type_at(child)))
      return child;
  }
  return TokenId::none();
}

}  // namespace

std::vector<Relation> measure_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  const auto& quantities = scene.context().mentions.quantities();
  auto quantity = std::lower_bound(quantities.begin(), quantities.end(), scene.tokens().first,
                                   [](const Quantity& q, TokenId token) { return q.tokens.first < token; });
  for (; quantity != quantities.end() && quantity->tokens.first < scene.tokens().last; ++quantity) {
    if (!quantity->counted && quantity->unit.empty()) continue;
    const TokenId top = top_of(scene, *quantity);
    const char* rule = "quantity of verb";
    TokenId subject = measured_by_verb(scene, top);
    if (!subject) {
      subject = measured_by_noun(scene, top);
      rule = "quantity of noun";
    }
    if (!subject) {
      subject = measured_by_place(scene, top);
      rule = "quantity in place";
    }
    if (!subject || subject == top || scene.type_at(subject) == EntityType::other) continue;
    found.push_back(make_relation(scene, measure, filler_at(scene.context(), subject),
                                  scene.phrase(counted_phrase(*quantity), top), rule));
  }
  return found;
}

}  // namespace diurna::detail
