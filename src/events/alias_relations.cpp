// Other names: "Central Bank (CB)", "also known as", "formerly", "nicknamed".
#include <algorithm>

#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

constexpr const char* alias = "entity.alias";

bool looks_like_acronym(std::string_view form) {
  const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals >= 2 && form.size() <= 12;
}

/// "Central Bank (CB)": the words between the brackets right behind a name.
std::vector<Relation> bracketed(const RelationScene& scene, const Mention& name) {
  if (scene.word(name.tokens.last) != "(") return {};
  const TokenId first = scene.after(name.tokens.last);
  TokenId end = first;
  while (end && scene.word(end) != ")" && end.index() < first.index() + 8) end = scene.after(end);
  if (!first || !end || end == first || scene.word(end) != ")") return {};
  const TokenRange inside{first, end};
  const std::string_view text = scene.context().document.text(scene.context().document.span(inside));
  const bool acronym = inside.size() <= 3 && looks_like_acronym(text);
  const std::string_view outside = scene.context().document.text(name.span);
  const bool full_form = inside.size() > 2 && looks_like_acronym(outside) && scene.name_at(first) != nullptr;
  if (!acronym && !full_form) return {};
  Relation relation =
      make_relation(scene, alias, RelationScene::filler(name), scene.phrase(inside, first), "name (NAME)");
  return {std::move(relation)};
}

}  // namespace

std::vector<Relation> alias_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const Mention* name : scene.names()) append(found, bracketed(scene, *name));
  return found;
}

}  // namespace diurna::detail
