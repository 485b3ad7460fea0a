// Other names: "Central Bank (CB)", "also known as", "formerly", "nicknamed".
#include <algorithm>

#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;
constexpr const char* alias = "entity.alias";

bool looks_like_acronym(std::string_view form) {
  const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool starts_high = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  return starts_high && form.size() <= 12 && (capitals >= 2 || form.find(' ') == std::string_view::npos);
}

/// The short form starts like one of the name's words.
bool shares_an_initial(const RelationScene& scene, const Mention& name, std::string_view short_form) {
  return std::any_of(name.tokens.begin(), name.tokens.end(),
                     [&](TokenId token) { return scene.context().document.form(token).front() == short_form.front(); });
}

bool is_quote(const std::string& word) {
  return word == "\"" || word == "”" || word == "“" || word == "’" || word == "‘" || word == "''";
}

bool belongs_to_name(const RelationScene& scene, TokenId token) {
  const Upos upos = scene.syntax().upos(token);
  return upos == Upos::propn || scene.name_at(token) != nullptr;
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
  if (name.type == EntityType::person || scene.context().mentions.time_at(first)) return {};
  const bool acronym = inside.size() <= 3 && looks_like_acronym(text) && shares_an_initial(scene, name, text);
  const std::string_view outside = scene.context().document.text(name.span);
  const bool full_form = inside.size() > 2 && looks_like_acronym(outside) && scene.name_at(first) != nullptr;
  if (!acronym && !full_form) return {};
  Relation relation =
      make_relation(scene, alias, RelationScene::filler(name), scene.phrase(inside, first), "name (NAME)");
  return {std::move(relation)};
}

/// The words of a name behind "also known as", without quotation marks: up to the next comma or closing mark.
TokenRange told_name(const RelationScene& scene, TokenId token) {
  while (token && (scene.word(token) == "the" || scene.word(token) == "\"" || scene.word(token) == "“" ||
                   scene.word(token) == "‘" || scene.word(token) == "'")) {
    token = scene.after(token);
  }
  if (!token) return {};
  const bool quoted = is_quote(scene.word(scene.before(token)));
  TokenRange name{token, token};
  for (int steps = 0; token && steps < 8; ++steps, token = scene.after(token)) {
    if (quoted ? is_quote(scene.word(token)) : !belongs_to_name(scene, token)) break;
    name.last = TokenId{token.index() + 1};
  }
  while (name.size() > 1 && scene.word(TokenId{name.last.index() - 1}) == ",")
    name.last = TokenId{name.last.index() - 1};
  return name;
}

/// Which of a verb of naming's words lead to the name: "known as", "called", "nicknamed".
TokenId name_begin(const RelationScene& scene, TokenId verb) {
  const std::string lemma = scene.lemma(verb);
  TokenId next = scene.after(verb);
  const bool needs_as = lemma == "know" || lemma == "refer";
  if (scene.word(next) == "to") next = scene.after(next);
  if (scene.word(next) == "as") return scene.after(next);
  return needs_as ? TokenId::none() : next;
}

/// "Rapa Nui, also called …": the name that ends before the comma, past adverbs and auxiliaries.
TokenId named_before(const RelationScene& scene, TokenId verb) {
  TokenId token = scene.before(verb);
  while (token && scene.syntax().upos(token) == Upos::adv) token = scene.before(token);
  if (scene.word(token) != ",") return TokenId::none();
  const Mention* name = scene.name_at(scene.before(token));
  return name == nullptr ? TokenId::none() : name->head;
}

/// Who is called so: by word order, else the subject of a passive or what a participle hangs on.
TokenId who_is_called(const RelationScene& scene, TokenId verb) {
  if (const TokenId before = named_before(scene, verb); before && scene.word(scene.after(verb)) != ",") return before;
  const bool passive = scene.syntax().child(verb, Dep::aux_pass) || scene.syntax().child(verb, Dep::nsubj_pass);
  if (scene.syntax().relation(verb) != Dep::acl && !passive) return TokenId::none();
  const TokenId subject = understood_subject(scene.context(), verb);
  const EntityId entity = subject ? entity_at(scene.context(), subject) : EntityId::none();
  return entity && scene.context().mentions.entity(entity).named() ? subject : TokenId::none();
}

bool is_participle(const RelationScene& scene, TokenId verb) {
  return scene.syntax().upos(verb) == Upos::verb && scene.syntax().xpos(verb) != "VBG" &&
         scene.syntax().xpos(verb) != "VB" && !scene.syntax().child(verb, Dep::nsubj) &&
         !scene.syntax().child(verb, Dep::obj);
}

std::vector<Relation> called(const RelationScene& scene, TokenId verb) {
  if (!scene.is(WordKind::called, verb) || !is_participle(scene, verb)) return {};
  const TokenId subject = who_is_called(scene, verb);
  if (!subject) return {};
  const TokenRange name = told_name(scene, name_begin(scene, verb));
  if (name.empty() || name.contains(subject)) return {};
  return {make_relation(scene, alias, filler_at(scene.context(), subject), scene.phrase(name, name.first), "called")};
}

}  // namespace

std::vector<Relation> alias_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const Mention* name : scene.names()) append(found, bracketed(scene, *name));
  for (const TokenId token : scene.tokens()) append(found, called(scene, token));
  return found;
}

}  // namespace diurna::detail
