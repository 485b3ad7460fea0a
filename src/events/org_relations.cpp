// Bodies: where they sit, what they are part of, who founded and who owns them.
#include "events/grammar.hpp"
#include "events/relation_patterns.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

Filler at(const RelationScene& scene, TokenId head) { return filler_at(scene.context(), head); }

bool is_org(const RelationScene& scene, TokenId head) { return scene.type_at(head) == EntityType::org; }

/// A body by its name, or by a noun such as "ministry".
bool is_body(const RelationScene& scene, TokenId head) {
  return is_org(scene, head) && (scene.is_named(head) || scene.noun_class(head) == "body");
}

bool is_indefinite(const RelationScene& scene, TokenId noun) {
  const std::string word = scene.word(scene.syntax().child(noun, Dep::det));
  return word == "a" || word == "an";
}

/// The word right behind a body's name or noun.
TokenId behind_phrase(const RelationScene& scene, TokenId org) {
  const Mention* name = scene.name_at(org);
  return name == nullptr ? scene.after(org) : scene.after(TokenId{name->tokens.last.index() - 1});
}

/// "the bank's audit office", "the faculty of the university", "the embassy in Oslo", "Iran's army".
std::vector<Relation> inside(const RelationScene& scene, TokenId org) {
  if (!is_body(scene, org)) return {};
  std::vector<Relation> found;
  for (const TokenId child : scene.syntax().children(org)) {
    if (!scene.is_named(child)) continue;
    const Dep relation = scene.syntax().relation(child);
    const std::string word = relation == Dep::nmod ? marker(scene.context(), child) : std::string();
    const EntityType type = scene.type_at(child);
    const bool part = relation == Dep::nmod_poss || word == "of" || word == "at";
    const bool of_state =
        (relation == Dep::nmod_poss || is_any(relation, {Dep::amod, Dep::compound}) || word == "of") &&
        scene.is_country(child) && scene.is(WordKind::state_body, org) && !is_indefinite(scene, org);
    if ((part && type == EntityType::org) || of_state) {
      found.push_back(make_relation(scene, "org.part_of", at(scene, org), at(scene, child),
                                    of_state ? "state's body" : "org of org"));
    } else if (word == "in" && type == EntityType::gpe && scene.word(behind_phrase(scene, org)) == "in") {
      found.push_back(make_relation(scene, "org.based_in", at(scene, org), at(scene, child), "org in place"));
    }
  }
  return found;
}

/// The next name of a body behind "Oslo-based".
TokenId based_body(const RelationScene& scene, TokenId based) {
  TokenId token = scene.after(based);
  for (int steps = 0; token && steps < 7; ++steps, token = scene.after(token)) {
    const Mention* name = scene.name_at(token);
    if (name != nullptr && name->type == EntityType::org) return name->head;
    const Upos upos = scene.syntax().upos(token);
    if (upos != Upos::noun && upos != Upos::adj && upos != Upos::propn && scene.word(token) != "-") break;
  }
  return scene.syntax().head(based);
}

/// "Oslo-based lender Fram", "Fram, based in Oslo".
std::vector<Relation> based(const RelationScene& scene, TokenId token) {
  const std::string word = scene.word(token);
  if (word != "based" && word != "headquartered") return {};
  TokenId place = TokenId::none();
  TokenId org = TokenId::none();
  if (const TokenId hyphen = scene.before(token); scene.word(hyphen) == "-") {
    const Mention* name = scene.name_at(scene.before(hyphen));
    if (name != nullptr) place = name->head;
    org = based_body(scene, token);
  } else {
    for (const TokenId child : scene.syntax().children(token)) {
      if (universal(scene.syntax().relation(child)) == Dep::obl && is_place(scene.type_at(child))) place = child;
    }
    org = understood_subject(scene.context(), token);
  }
  if (!place || !org || !is_org(scene, org) || !is_place(scene.type_at(place))) return {};
  return {make_relation(scene, "org.based_in", at(scene, org), at(scene, place), "based in")};
}

/// "Fram Shipping of Bergen", "the State University at Lund": a body's name, the preposition, a place's name, nothing
/// between them. Bodies of a state are parts of it instead.
std::vector<Relation> name_of_place(const RelationScene& scene, const Mention& org) {
  if (org.type != EntityType::org) return {};
  const TokenId preposition = scene.after(TokenId{org.tokens.last.index() - 1});
  const std::string& word = scene.word(preposition);
  if (word != "of" && word != "at") return {};
  const Mention* place = scene.name_at(scene.after(preposition));
  if (place == nullptr || place->type != EntityType::gpe || place->tokens.first != scene.after(preposition)) return {};
  if (scene.is_country(place->head)) return {};
  return {
      make_relation(scene, "org.based_in", RelationScene::filler(org), RelationScene::filler(*place), "name of place")};
}

/// "Karsa Radio Fram": a town's or country's name right before a body's.
std::vector<Relation> place_name(const RelationScene& scene, const Mention& org) {
  const Mention* place = scene.name_at(scene.before(org.tokens.first));
  if (org.type != EntityType::org || place == nullptr || place->type != EntityType::gpe) return {};
  const bool state_body = scene.is_country(place->head) && scene.is(WordKind::state_body, org.head);
  return {make_relation(scene, state_body ? "org.part_of" : "org.based_in", RelationScene::filler(org),
                        RelationScene::filler(*place), state_body ? "state's body" : "place name")};
}

/// "French carmaker Ila", "the Oslo firm Fram": a country's or town's word, a noun for a body, the body's name.
std::vector<Relation> place_noun_name(const RelationScene& scene, const Mention& org) {
  if (org.type != EntityType::org) return {};
  const TokenId noun = scene.before(org.tokens.first);
  if (!noun || scene.noun_class(noun) != "body" || scene.name_at(noun) != nullptr) return {};
  TokenId token = scene.before(noun);
  constexpr int reach = 3;
  for (int steps = 0; token && steps < reach; ++steps, token = scene.before(token)) {
    const Mention* place = scene.name_at(token);
    if (place != nullptr) {
      const bool fits = place->type == EntityType::gpe || scene.is_country(place->head);
      if (!fits) return {};
      return {make_relation(scene, "org.based_in", RelationScene::filler(org), RelationScene::filler(*place),
                            "place noun name")};
    }
    const Upos upos = scene.syntax().upos(token);
    if (upos != Upos::noun && upos != Upos::adj) return {};
  }
  return {};
}

bool can_be_owned(const RelationScene& scene, TokenId head) {
  const EntityType type = scene.type_at(head);
  return type == EntityType::org || type == EntityType::facility || type == EntityType::product;
}

/// "Fram owns Ila", "Ila is owned by Fram", "founded by".
std::vector<Relation> by_verb(const RelationScene& scene, TokenId verb, WordKind kind, const char* type) {
  if (!scene.is(kind, verb) || scene.syntax().upos(verb) != Upos::verb) return {};
  TokenId owner = scene.syntax().child(verb, Dep::obl_agent);
  TokenId thing = scene.syntax().child(verb, Dep::nsubj_pass);
  for (const TokenId child : scene.syntax().children(verb)) {
    if (!owner && scene.syntax().relation(child) == Dep::obl && marker(scene.context(), child) == "by") owner = child;
  }
  if (owner && !thing) thing = understood_subject(scene.context(), verb);
  if (!owner) {
    owner = understood_subject(scene.context(), verb);
    thing = scene.syntax().child(verb, Dep::obj);
  }
  if (!owner || !thing || !can_be_owned(scene, thing) || scene.type_at(owner) == EntityType::other) return {};
  const bool founded = std::string_view(type) == "org.founded_by";
  if (founded && (!is_org(scene, thing) || !scene.is_named(thing))) return {};
  return {founded ? make_relation(scene, type, at(scene, thing), at(scene, owner), "verb found")
                  : make_relation(scene, type, at(scene, owner), at(scene, thing), "verb own")};
}

/// "Ana Diaz heads Fram", "Fram, chaired by Ana Diaz": the verb stands for the office.
std::vector<Relation> headed(const RelationScene& scene, TokenId verb) {
  const std::string& lemma = scene.lemma(verb);
  if ((lemma != "head" && lemma != "chair") || scene.syntax().upos(verb) != Upos::verb) return {};
  TokenId person = scene.syntax().child(verb, Dep::obl_agent);
  for (const TokenId child : scene.syntax().children(verb)) {
    if (!person && scene.syntax().relation(child) == Dep::obl && marker(scene.context(), child) == "by") person = child;
  }
  TokenId org = person ? understood_subject(scene.context(), verb) : scene.syntax().child(verb, Dep::obj);
  if (!person) person = understood_subject(scene.context(), verb);
  if (!person || !org || scene.type_at(person) != EntityType::person || !is_org(scene, org)) return {};
  if (is_denied(scene, verb)) return {};
  Relation relation = make_relation(scene, "person.position", at(scene, person),
                                    scene.phrase({verb, TokenId{verb.index() + 1}}, verb), "heads body");
  add_qualifier(relation, "org", at(scene, org));
  return {std::move(relation)};
}

/// "founder of Fram", "Fram founder Ana Diaz", "owner of the lodge".
std::vector<Relation> by_noun(const RelationScene& scene, TokenId noun) {
  const std::string lemma = scene.lemma(noun);
  const bool founder = lemma == "founder" || lemma == "co-founder" || lemma == "cofounder";
  const bool owner = lemma == "owner" || lemma == "co-owner";
  if (!founder && !owner) return {};
  TokenId person = noun;
  const TokenId head = scene.syntax().head(noun);
  if (head && is_human(scene.type_at(head)) && scene.syntax().relation(noun) != Dep::nmod) person = head;
  for (const TokenId child : scene.syntax().children(noun)) {
    if (is_any(scene.syntax().relation(child), {Dep::appos, Dep::flat}) && is_human(scene.type_at(child)))
      person = child;
  }
  if (copula(scene.syntax(), noun)) person = understood_subject(scene.context(), noun);
  if (!person || !is_human(scene.type_at(person))) return {};
  for (const TokenId child : scene.syntax().children(noun)) {
    if (!is_any(universal(scene.syntax().relation(child)), {Dep::nmod, Dep::compound}) || !can_be_owned(scene, child))
      continue;
    return {founder ? make_relation(scene, "org.founded_by", at(scene, child), at(scene, person), "founder")
                    : make_relation(scene, "entity.owns", at(scene, person), at(scene, child), "owner")};
  }
  return {};
}

}  // namespace

std::vector<Relation> org_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const Mention* name : scene.names()) {
    append(found, name_of_place(scene, *name));
    append(found, place_name(scene, *name));
    append(found, place_noun_name(scene, *name));
  }
  for (const TokenId token : scene.tokens()) {
    append(found, inside(scene, token));
    append(found, based(scene, token));
    append(found, by_verb(scene, token, WordKind::own, "entity.owns"));
    append(found, by_verb(scene, token, WordKind::found, "org.founded_by"));
    append(found, by_noun(scene, token));
    append(found, headed(scene, token));
  }
  return found;
}

}  // namespace diurna::detail
