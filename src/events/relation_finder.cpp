#include "events/relation_finder.hpp"

#include <algorithm>
#include <array>

#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

constexpr std::array<RelationPattern, 6> patterns{&description_relations, &person_fact_relations, &org_relations,
                                                  &place_relations,       &alias_relations,       &measure_relations};

std::vector<Relation> relations_of(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const RelationPattern pattern : patterns) {
    for (Relation& relation : pattern(scene)) {
      if (same_filler(relation.subject, relation.object) || is_nobody(scene.context(), relation.subject)) continue;
      if (is_nobody(scene.context(), relation.object)) continue;
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const Relation& other) { return says_the_same(other, relation); });
      if (!known) found.push_back(std::move(relation));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Relation& a, const Relation& b) { return a.evidence.span < b.evidence.span; });
  return found;
}

bool takes_source(const Relation& relation) {
  return relation.type == "entity.measure" || relation.type == "entity.owns";
}

void add_sources(const Context& context, const Attributions& attributions, Relation& relation) {
  for (const Filler& source : attributions.sources(context, relation.object.head)) {
    if (!same_filler(source, relation.subject)) add_qualifier(relation, "source", source);
  }
}

}  // namespace

bool same_filler(const Filler& a, const Filler& b) {
  if (const EntityId entity = a.as<EntityId>()) return entity == b.as<EntityId>();
  return a.span == b.span;
}

bool says_the_same(const Relation& a, const Relation& b) {
  return a.type == b.type && same_filler(a.subject, b.subject) && same_filler(a.object, b.object);
}

bool is_nobody(const Context& context, const Filler& filler) {
  const EntityId id = filler.as<EntityId>();
  if (!id) return context.syntax.upos(filler.head) == Upos::pron;
  const Entity& entity = context.mentions.entity(id);
  if (entity.named()) return false;
  return std::all_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](MentionId mention) { return context.mentions.mention(mention).kind == MentionKind::pronoun; });
}

RelationFinder RelationFinder::load() { return RelationFinder(std::make_shared<const Tables>(Tables::read())); }

std::vector<Relation> RelationFinder::operator()(const Context& context, const Attributions& attributions) const {
  std::vector<Relation> all;
  for (const Sentence& sentence : context.document.sentences()) {
    const Block& block = context.document.block(sentence.block);
    if (sentence.repeats || block.repeats || block.kind == BlockKind::metadata) continue;
    for (Relation& relation : relations_of({context, *tables_, sentence})) {
      if (takes_source(relation)) add_sources(context, attributions, relation);
      all.push_back(std::move(relation));
    }
  }
  return all;
}

}  // namespace diurna::detail
