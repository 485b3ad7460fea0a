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

/// "winds of 120 mph" as the object of such a verb: whom the verb's subject has measured.
TokenId measured_through_noun(const RelationScene& scene, TokenId top) {
  const TokenId noun = scene.syntax().head(top);
  const bool behind_of = noun && scene.syntax().relation(top) == Dep::nmod && marker(scene.context(), top) == "of";
  return behind_of ? measured_by_verb(scene, noun) : TokenId::none();
}

/// Whose a noun is: "Ada's winds", "the winds of Ada".
TokenId owner_of(const RelationScene& scene, TokenId noun) {
  if (const TokenId owner = scene.syntax().child(noun, Dep::nmod_poss)) return owner;
  for (const TokenId child : scene.syntax().children(noun)) {
    if (scene.syntax().relation(child) == Dep::nmod && marker(scene.context(), child) == "of") return child;
  }
  return TokenId::none();
}

/// "its population is 50", "the bridge is 2 km long": the owner of the subject, else the subject of a unit.
TokenId measured_by_copula(const RelationScene& scene, const Quantity& quantity, TokenId top) {
  TokenId predicate = top;
  const TokenId above = scene.syntax().head(top);
  if (!copula(scene.syntax(), top) && above && scene.syntax().upos(above) == Upos::adj) predicate = above;
  if (!copula(scene.syntax(), predicate) || is_denied(scene, predicate)) return TokenId::none();
  const TokenId subject = scene.syntax().child(predicate, Dep::nsubj);
  if (!subject) return TokenId::none();
  if (const TokenId owner = owner_of(scene, subject)) return owner;
  return quantity.unit.empty() ? TokenId::none() : subject;
}

/// "a broadcaster with 42 stations", "is the largest broadcaster, with 42 stations".
TokenId measured_by_with(const RelationScene& scene, TokenId top) {
  const TokenId noun = scene.syntax().head(top);
  if (!noun || scene.syntax().relation(top) != Dep::nmod || marker(scene.context(), top) != "with") {
    return TokenId::none();
  }
  if (scene.is_named(noun)) return noun;
  return copula(scene.syntax(), noun) ? understood_subject(scene.context(), noun) : TokenId::none();
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

/// "42 stations and 10 channels": the tree hangs all on the first.
TokenId first_conjunct(const RelationScene& scene, TokenId top) {
  const TokenId head = scene.syntax().head(top);
  return head && scene.syntax().relation(top) == Dep::conj ? head : top;
}

/// What a quantity describes, and the pattern that says so.
struct Measured {
  TokenId subject;
  const char* rule;
};
Measured measured(const RelationScene& scene, const Quantity& quantity, TokenId top) {
  if (const TokenId subject = measured_by_verb(scene, top)) return {subject, "quantity of verb"};
  if (const TokenId subject = measured_through_noun(scene, top)) return {subject, "quantity of object"};
  if (const TokenId subject = measured_by_noun(scene, top)) return {subject, "quantity of noun"};
  if (const TokenId subject = measured_by_copula(scene, quantity, top)) return {subject, "quantity of predicate"};
  if (const TokenId subject = measured_by_with(scene, top)) return {subject, "noun with quantity"};
  return {measured_by_place(scene, top), "quantity in place"};
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
    const auto [subject, rule] = measured(scene, *quantity, first_conjunct(scene, top));
    if (!subject || subject == top || scene.type_at(subject) == EntityType::other) continue;
    found.push_back(make_relation(scene, measure, filler_at(scene.context(), subject),
                                  scene.phrase(counted_phrase(*quantity), top), rule));
  }
  return found;
}

}  // namespace diurna::detail
