// Ages, homes, schools, and where somebody belongs: "Ana Diaz, 61,", "Ana Diaz of Lyon", "lives in", "studied at".
#include <algorithm>

#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool is_number(const RelationScene& scene, TokenId token) { return token && scene.syntax().upos(token) == Upos::num; }

/// A number that can be the years of a life.
bool is_age(const RelationScene& scene, TokenId token) {
  if (!is_number(scene, token)) return false;
  const std::string word = scene.word(token);
  if (word.find_first_of("0123456789") == std::string::npos)
    return !word.ends_with("illion") && !word.ends_with("thousand");
  return word.find_first_not_of("0123456789") == std::string::npos && word.size() <= 2;
}

Filler number(const RelationScene& scene, TokenId token) {
  return scene.phrase({token, TokenId{token.index() + 1}}, token);
}

// ---- ages

/// "Ana Diaz, 61, said" and "Ana Diaz (61)".
std::vector<Relation> age_behind_name(const RelationScene& scene, const Mention& name) {
  if (name.type != EntityType::person) return {};
  const std::string mark = scene.word(name.tokens.last);
  if (mark != "," && mark != "(") return {};
  const TokenId token = scene.after(name.tokens.last);
  if (!is_age(scene, token)) return {};
  const std::string next = scene.word(scene.after(token));
  if (!next.empty() && next != "," && next != ")" && next != "." && next != "and" && next != "years" && next != ";")
    return {};
  return {make_relation(scene, "person.age", RelationScene::filler(name), number(scene, token), "name, age")};
}

/// The person that a word about age hangs on: the noun it modifies, the subject of its clause.
TokenId person_above(const RelationScene& scene, TokenId token) {
  const Syntax& syntax = scene.syntax();
  for (int steps = 0; token && steps < 5; ++steps) {
    if (steps > 0 && is_human(scene.type_at(token)) && syntax.upos(token) != Upos::num) return token;
    const TokenId subject = understood_subject(scene.context(), token);
    if (subject && is_human(scene.type_at(subject))) return subject;
    token = syntax.head(token);
  }
  return TokenId::none();
}

/// "aged 61", "age 61", "at the age of 61", "61 years old", "61-year-old".
TokenId told_age(const RelationScene& scene, TokenId token) {
  const std::string word = scene.word(token);
  if (word == "aged" || word == "age") {
    TokenId next = scene.after(token);
    if (scene.word(next) == "of") next = scene.after(next);
    return is_age(scene, next) ? next : TokenId::none();
  }
  if (word != "old") return TokenId::none();
  TokenId back = scene.before(token);
  if (scene.word(back) == "-") back = scene.before(back);
  const std::string unit = scene.word(back);
  if (unit != "years" && unit != "year" && unit != "months" && unit != "month") return TokenId::none();
  back = scene.before(back);
  if (scene.word(back) == "-") back = scene.before(back);
  return is_age(scene, back) ? back : TokenId::none();
}

std::vector<Relation> age_in_words(const RelationScene& scene, TokenId token) {
  const TokenId age = told_age(scene, token);
  if (!age) return {};
  const TokenId person = person_above(scene, token);
  if (!person) return {};
  return {make_relation(scene, "person.age", filler_at(scene.context(), person), number(scene, age), "age in words")};
}

/// "He was 61."
std::vector<Relation> age_as_predicate(const RelationScene& scene, TokenId token) {
  if (!is_age(scene, token) || !copula(scene.syntax(), token)) return {};
  const TokenId subject = understood_subject(scene.context(), token);
  if (!subject || scene.type_at(subject) != EntityType::person) return {};
  if (scene.word(scene.after(token)) == "-") return {};
  for (const TokenId child : scene.syntax().children(token)) {  // "when she was 15" is long ago
    if (scene.word(child) == "when") return {};
  }
  for (const TokenId child : scene.syntax().children(token)) {
    if (child > token && is_nominal(scene.syntax(), child) && scene.syntax().relation(child) != Dep::conj) return {};
  }
  return {
      make_relation(scene, "person.age", filler_at(scene.context(), subject), number(scene, token), "age predicate")};
}

// ---- where somebody belongs

const char* belonging(const RelationScene& scene, TokenId place) {
  const EntityType type = scene.type_at(place);
  if (type == EntityType::org) return "person.member_of";
  if (scene.is_country(place)) return "person.nationality";
  return type == EntityType::gpe || type == EntityType::loc ? "person.lives_in" : nullptr;
}

/// The word behind a name and, between commas, an age: "Ana Diaz, 61, of".
TokenId behind_name_and_age(const RelationScene& scene, const Mention& person) {
  const TokenId next = person.tokens.last < scene.tokens().last ? person.tokens.last : TokenId::none();
  if (scene.word(next) != "," || !is_age(scene, scene.after(next))) return next;
  const TokenId comma = scene.after(scene.after(next));
  return scene.word(comma) == "," ? comma : next;
}

/// "Ana Diaz of Oslo's Fram Institute": the body, not the town.
const Mention* owned_body(const RelationScene& scene, const Mention& owner) {
  const TokenId mark = scene.after(TokenId{owner.tokens.last.index() - 1});
  if (scene.word(mark) != "'s" && scene.word(mark) != "’s") return &owner;
  const Mention* body = scene.name_at(scene.after(mark));
  return body != nullptr && body->type == EntityType::org ? body : nullptr;
}

/// A name right behind the person: "of", an article, the name.
TokenId told_behind_name(const RelationScene& scene, const Mention& person) {
  const TokenId preposition = behind_name_and_age(scene, person);
  TokenId token = scene.word(preposition) == "," ? scene.after(preposition) : preposition;
  if (scene.word(token) == "both" || scene.word(token) == "also") token = scene.after(token);
  const std::string word = scene.word(token);
  if (word != "of" && word != "from" && word != "at" && word != "with") return TokenId::none();
  token = scene.after(token);
  while (token && scene.name_at(token) == nullptr &&
         (scene.syntax().upos(token) == Upos::det || scene.syntax().upos(token) == Upos::adj ||
          scene.word(token) == "\"")) {
    token = scene.after(token);
  }
  const Mention* name = scene.name_at(token);
  const bool whole = name != nullptr && name->tokens.first == token;
  if (whole) name = owned_body(scene, *name);
  if (name == nullptr) return TokenId::none();
  const bool fits = whole && (word == "of" || word == "from" || name->type == EntityType::org);
  return fits ? name->head : TokenId::none();
}

/// "Senator Ana Diaz of Texas": the place is where the office is, not the home.
bool holds_office(const RelationScene& scene, const Mention& person) {
  const TokenId before = scene.before(person.tokens.first);
  if (before && scene.noun_class(before) == "position") return true;
  return scene.tables().noun_class(scene.lemma(person.tokens.first)) == "position";
}

/// "Ana Diaz of the Red Cross".
std::vector<Relation> belongs_behind_name(const RelationScene& scene, const Mention& person) {
  if (person.type != EntityType::person || holds_office(scene, person)) return {};
  const TokenId head = told_behind_name(scene, person);
  const char* type = head ? belonging(scene, head) : nullptr;
  if (type == nullptr) return {};
  std::vector<Relation> found{
      make_relation(scene, type, RelationScene::filler(person), filler_at(scene.context(), head), "name of name")};
  const TokenId partner = scene.syntax().head(person.head);  // "Ana and Jo, both from Chad"
  if (scene.word(scene.after(person.tokens.last)) == "both" && partner && scene.is_named(partner)) {
    found.push_back(make_relation(scene, type, filler_at(scene.context(), partner), filler_at(scene.context(), head),
                                  "name of name"));
  }
  return found;
}

/// "the BBC's Ana Diaz", "Democrat Ana Diaz", "Kenyan Ana Diaz".
std::vector<Relation> belongs_before_name(const RelationScene& scene, const Mention& person) {
  if (person.type != EntityType::person) return {};
  const TokenId before = scene.before(person.tokens.first);
  if (!before) return {};
  const std::string word = scene.word(before);
  const bool owned = word == "'s" || word == "’s" || word == "'" || word == "’";
  const TokenId token = owned ? scene.before(before) : before;
  const Mention* name = scene.name_at(token);
  const Filler self = RelationScene::filler(person);
  if (!owned && scene.is_party(token)) {
    return {make_relation(scene, "person.member_of", self, filler_at(scene.context(), token), "party name")};
  }
  if (name == nullptr) return {};
  const Filler other = RelationScene::filler(*name);
  if (owned && name->type == EntityType::org) {
    return {make_relation(scene, "person.member_of", self, other, "org's name")};
  }
  if (!owned && name->type == EntityType::norp && scene.is_country(name->head)) {
    return {make_relation(scene, "person.nationality", self, other, "demonym name")};
  }
  return {};
}

/// "tourists from Chad".
std::vector<Relation> belongs_behind(const RelationScene& scene, TokenId person) {
  if (!is_human(scene.type_at(person)) || scene.name_at(person) != nullptr) return {};
  std::vector<Relation> found;
  for (const TokenId child : scene.syntax().children(person)) {
    if (scene.syntax().relation(child) != Dep::nmod || child < person || marker(scene.context(), child) != "from")
      continue;
    const char* type = belonging(scene, child);
    if (type == nullptr || std::string_view(type) == "person.lives_in") continue;
    found.push_back(make_relation(scene, type, filler_at(scene.context(), person), filler_at(scene.context(), child),
                                  "person from"));
  }
  return found;
}

/// "The crew were Iranians", "she is French", "he is from Oslo".
std::vector<Relation> belongs_as_predicate(const RelationScene& scene, TokenId token) {
  if (!copula(scene.syntax(), token) || is_denied(scene, token)) return {};
  const TokenId subject = understood_subject(scene.context(), token);
  if (!subject || subject == token || !is_human(scene.type_at(subject))) return {};
  const std::string word = marker(scene.context(), token);
  if (word == "from") {
    const char* type = belonging(scene, token);
    if (type == nullptr) return {};
    return {
        make_relation(scene, type, filler_at(scene.context(), subject), filler_at(scene.context(), token), "is from")};
  }
  if (word.empty() && scene.is_party(token)) {
    return {make_relation(scene, "person.member_of", filler_at(scene.context(), subject),
                          filler_at(scene.context(), token), "is party")};
  }
  if (!word.empty() || !scene.is_country(token)) return {};
  return {make_relation(scene, "person.nationality", filler_at(scene.context(), subject),
                        filler_at(scene.context(), token), "is demonym")};
}

// ---- verbs: live, study, join

struct VerbPattern {
  WordKind kind;
  const char* type;
  const char* rule;
};

bool is_school(const RelationScene& scene, TokenId head) {
  const Mention* name = scene.name_at(head);
  if (name == nullptr) return false;
  return std::any_of(name->tokens.begin(), name->tokens.end(),
                     [&](TokenId token) { return scene.is(WordKind::school, token); });
}

std::vector<Relation> by_verb(const RelationScene& scene, TokenId verb, const VerbPattern& pattern) {
  if (!scene.is(pattern.kind, verb)) return {};
  const TokenId person = understood_subject(scene.context(), verb);
  if (!person || !is_human(scene.type_at(person))) return {};
  std::vector<Relation> found;
  const bool home = std::string_view(pattern.type) == "person.lives_in";
  for (const TokenId child : scene.syntax().children(verb)) {
    const Dep relation = universal(scene.syntax().relation(child));
    if (relation != Dep::obl && (relation != Dep::obj || home)) continue;
    const EntityType type = scene.type_at(child);
    if (home ? type != EntityType::gpe && type != EntityType::loc
             : type != EntityType::org && type != EntityType::facility) {
      continue;
    }
    const std::string word = marker(scene.context(), child);
    if (home && word != "in" && word != "at" && word != "near") continue;
    if (scene.lemma(verb) == "attend" && !is_school(scene, child)) continue;
    found.push_back(make_relation(scene, pattern.type, filler_at(scene.context(), person),
                                  filler_at(scene.context(), child), pattern.rule));
  }
  return found;
}

/// "works for Fram", "is employed by Fram", "served in the Navy".
std::vector<Relation> works_for(const RelationScene& scene, TokenId verb) {
  if (!scene.is(WordKind::work_for, verb) || scene.syntax().upos(verb) != Upos::verb) return {};
  const TokenId person = understood_subject(scene.context(), verb);
  if (!person || scene.type_at(person) != EntityType::person || is_denied(scene, verb)) return {};
  for (const TokenId child : scene.syntax().children(verb)) {
    if (universal(scene.syntax().relation(child)) != Dep::obl || scene.type_at(child) != EntityType::org) continue;
    const std::string word = marker(scene.context(), child);
    if (!scene.is_named(child) || (word != "for" && word != "at" && word != "by" && word != "in" && word != "with")) {
      continue;
    }
    return {make_relation(scene, "person.member_of", filler_at(scene.context(), person),
                          filler_at(scene.context(), child), "works for")};
  }
  return {};
}

/// "resident of Oslo", "native of Chad".
std::vector<Relation> resident_of(const RelationScene& scene, TokenId noun) {
  const std::string lemma = scene.lemma(noun);
  if (lemma != "resident" && lemma != "native" && lemma != "citizen" && lemma != "national") return {};
  TokenId person = scene.syntax().relation(noun) == Dep::appos ? scene.syntax().head(noun) : noun;
  if (copula(scene.syntax(), noun)) person = understood_subject(scene.context(), noun);
  if (!person || !is_human(scene.type_at(person))) return {};
  std::vector<Relation> found;
  for (const TokenId child : scene.syntax().children(noun)) {
    if (scene.syntax().relation(child) != Dep::nmod || marker(scene.context(), child) != "of") continue;
    const bool country = scene.is_country(child) && lemma != "resident";
    if (!is_place(scene.type_at(child))) continue;
    found.push_back(make_relation(scene, country ? "person.nationality" : "person.lives_in",
                                  filler_at(scene.context(), person), filler_at(scene.context(), child),
                                  lemma + " of"));
  }
  return found;
}

/// The person that a home noun stands for: "Oslo native Ana Diaz", "Ana Diaz, an Oslo native".
const Mention* dweller(const RelationScene& scene, TokenId noun) {
  const Mention* behind = scene.name_at(scene.after(noun));
  if (behind != nullptr && behind->type == EntityType::person) return behind;
  const TokenId head = scene.syntax().relation(noun) == Dep::appos ? scene.syntax().head(noun) : TokenId::none();
  return head ? scene.name_at(head) : nullptr;
}

/// "Oslo native Ana Diaz", "Bergen resident Jo Vik".
std::vector<Relation> place_before_dweller(const RelationScene& scene, TokenId noun) {
  const std::string& lemma = scene.lemma(noun);
  if (lemma != "resident" && lemma != "native") return {};
  const Mention* place = scene.name_at(scene.before(noun));
  const Mention* person = dweller(scene, noun);
  if (place == nullptr || person == nullptr || person->type != EntityType::person) return {};
  if (place->type != EntityType::gpe && place->type != EntityType::loc) return {};
  const bool country = lemma == "native" && scene.is_country(place->head);
  return {make_relation(scene, country ? "person.nationality" : "person.lives_in", RelationScene::filler(*person),
                        RelationScene::filler(*place), "place " + lemma)};
}

// ---- kin that somebody has: "has five children", "is survived by his wife, Jo, and two sons"

std::vector<Relation> kin_of(const RelationScene& scene, TokenId owner, TokenId kin) {
  std::vector<Relation> found;
  if (scene.noun_class(kin) == "kin") {
    Relation relation = make_relation(scene, "person.family", filler_at(scene.context(), owner),
                                      filler_at(scene.context(), kin), "has kin");
    add_qualifier(relation, "kind", scene.phrase({kin, TokenId{kin.index() + 1}}, kin));
    found.push_back(std::move(relation));
  }
  for (const TokenId child : scene.syntax().children(kin)) {
    const Dep relation = scene.syntax().relation(child);
    if (relation == Dep::conj || relation == Dep::appos) append(found, kin_of(scene, owner, child));
  }
  return found;
}

std::vector<Relation> has_kin(const RelationScene& scene, TokenId verb) {
  const std::string lemma = scene.lemma(verb);
  if (lemma != "survive" && lemma != "have") return {};
  const TokenId owner = understood_subject(scene.context(), verb);
  if (!owner || scene.type_at(owner) != EntityType::person || is_denied(scene, verb)) return {};
  for (const TokenId child : scene.syntax().children(verb)) {
    const Dep relation = universal(scene.syntax().relation(child));
    const bool by = relation == Dep::obl && marker(scene.context(), child) == "by";
    if (lemma == "survive" ? by : relation == Dep::obj) return kin_of(scene, owner, child);
  }
  return {};
}

}  // namespace

std::vector<Relation> person_fact_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const Mention* name : scene.names()) {
    append(found, age_behind_name(scene, *name));
    append(found, belongs_behind_name(scene, *name));
    append(found, belongs_before_name(scene, *name));
  }
  for (const TokenId token : scene.tokens()) {
    append(found, age_in_words(scene, token));
    append(found, age_as_predicate(scene, token));
    append(found, belongs_behind(scene, token));
    append(found, belongs_as_predicate(scene, token));
    append(found, by_verb(scene, token, {WordKind::live, "person.lives_in", "verb live"}));
    append(found, by_verb(scene, token, {WordKind::study, "person.educated_at", "verb study"}));
    append(found, by_verb(scene, token, {WordKind::member_verb, "person.member_of", "verb join"}));
    append(found, works_for(scene, token));
    append(found, resident_of(scene, token));
    append(found, place_before_dweller(scene, token));
    append(found, has_kin(scene, token));
  }
  return found;
}

}  // namespace diurna::detail
