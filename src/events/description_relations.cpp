// What a description means: an office with its organisation, an occupation, membership, kinship, nationality.
#include <algorithm>

#include "events/descriptions.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

class Meaning {
 public:
  Meaning(const RelationScene& scene, const Description& description)
      : scene_(scene), description_(description), phrase_(read_noun_phrase(scene, description.noun)) {}

  [[nodiscard]] std::vector<Relation> relations() {
    std::string kind(scene_.noun_class(description_.noun));
    if (kind.empty()) kind = "occupation";
    if (kind == "kin") return kinship();
    if (kind == "place" || kind == "body") return {};
    if (kind == "member") return membership();
    if (kind == "alumnus") return alumnus();
    const std::vector<TokenId> orgs = organisations();
    const bool office = kind == "position" || kind == "candidacy" || (kind == "either" && !orgs.empty());
    if (kind != "person") {
      if (office) add_position(orgs);
      if (!office && told_about_somebody()) add_occupation(orgs);
    }
    add_origins(office);
    return std::move(found_);
  }

 private:
  [[nodiscard]] Filler filler(TokenId head) const { return filler_at(scene_.context(), head); }

  void add(std::string type, const Filler& object, const std::string& rule) {
    found_.push_back(make_relation(scene_, std::move(type), description_.person, object, rule));
  }

  /// A bare noun ("the president", "a lawyer") says something only with an organisation beside it.
  [[nodiscard]] bool told_about_somebody() const { return description_.rule != "noun"; }

  [[nodiscard]] std::vector<TokenId> organisations() const {
    std::vector<TokenId> orgs;
    for (const TokenId head : phrase_.behind) {
      if (is_organisation(head)) orgs.push_back(head);
    }
    for (const TokenId head : phrase_.before) {
      if (is_organisation(head)) orgs.push_back(head);
    }
    if (orgs.empty() && description_.rule == "title name") {  // "Governor Ana Diaz of Texas"
      for (const TokenId child : scene_.syntax().children(description_.person.head)) {
        const bool of = scene_.syntax().relation(child) == Dep::nmod && marker(scene_.context(), child) == "of";
        if (of && is_organisation(child)) orgs.push_back(child);
      }
    }
    std::erase_if(orgs, [&](TokenId head) { return description_.person.head == head; });
    return orgs;
  }

  [[nodiscard]] bool is_organisation(TokenId head) const {
    const EntityType type = scene_.type_at(head);
    const bool country = type == EntityType::norp && scene_.is_country(head);
    return country || type == EntityType::org || type == EntityType::gpe || type == EntityType::facility ||
           type == EntityType::product ||
           (type == EntityType::person && scene_.is(WordKind::serves_somebody, description_.noun)) ||
           type == EntityType::group || type == EntityType::loc;
  }

  void add_position(const std::vector<TokenId>& orgs) {
    if (!told_about_somebody() && orgs.empty()) return;
    Relation relation = make_relation(scene_, "person.position", description_.person,
                                      scene_.phrase(phrase_.title, description_.noun), description_.rule);
    if (!orgs.empty()) add_qualifier(relation, "org", filler(orgs.front()));
    found_.push_back(std::move(relation));
  }

  void add_occupation(const std::vector<TokenId>& orgs) {
    add("person.occupation", scene_.phrase(phrase_.title, description_.noun), description_.rule);
    for (const TokenId head : orgs) {
      if (scene_.type_at(head) == EntityType::org) add("person.member_of", filler(head), description_.rule);
    }
  }

  /// Demonyms, parties and home towns before the noun.
  void add_origins(bool office) {
    for (const TokenId head : phrase_.before) {
      if (scene_.is_party(head)) {
        add("person.member_of", filler(head), "party");
      } else if (!office && scene_.is_country(head) && !is_owned(head)) {
        add("person.nationality", filler(head), "demonym");
      }
    }
  }

  [[nodiscard]] bool is_owned(TokenId head) const { return scene_.syntax().relation(head) == Dep::nmod_poss; }

  [[nodiscard]] std::vector<Relation> membership() {
    for (const TokenId head : phrase_.behind) {
      const EntityType type = scene_.type_at(head);
      if (type == EntityType::org || type == EntityType::group || type == EntityType::norp) {
        add("person.member_of", filler(head), description_.rule);
      }
    }
    if (found_.empty()) {
      for (const TokenId head : phrase_.before) {
        if (scene_.type_at(head) == EntityType::org) add("person.member_of", filler(head), description_.rule);
      }
    }
    return std::move(found_);
  }

  [[nodiscard]] std::vector<Relation> alumnus() {
    for (const TokenId head : phrase_.behind) {
      if (scene_.type_at(head) == EntityType::org) add("person.educated_at", filler(head), description_.rule);
    }
    return std::move(found_);
  }

  /// "her brother Juan", "Juan, the brother of Ana": from the one whose kin it is.
  [[nodiscard]] std::vector<Relation> kinship() {
    Filler kin = description_.person;
    if (description_.rule == "noun") kin.span.end = scene_.phrase(phrase_.title, description_.noun).span.end;
    for (const TokenId owner : kin_owners()) {
      Relation relation = make_relation(scene_, "person.family", filler(owner), kin, "kin");
      add_qualifier(relation, "kind", scene_.phrase(phrase_.title, description_.noun));
      found_.push_back(std::move(relation));
    }
    return std::move(found_);
  }

  [[nodiscard]] bool is_somebody(TokenId head) const {
    const EntityId entity = entity_at(scene_.context(), head);
    return entity && scene_.context().mentions.entity(entity).named();
  }

  [[nodiscard]] std::vector<TokenId> kin_owners() const {
    std::vector<TokenId> owners;
    for (const std::vector<TokenId>* heads : {&phrase_.before, &phrase_.behind}) {
      for (const TokenId head : *heads) {
        if (!is_human(scene_.type_at(head)) || !is_somebody(head)) continue;
        owners.push_back(head);
        for (const TokenId child : scene_.syntax().children(head)) {
          if (scene_.syntax().relation(child) == Dep::conj && is_human(scene_.type_at(child))) owners.push_back(child);
        }
      }
      if (!owners.empty()) break;
    }
    return owners;
  }

  const RelationScene& scene_;
  const Description& description_;
  NounPhrase phrase_;
  std::vector<Relation> found_;
};

}  // namespace

std::vector<Relation> description_relations(const RelationScene& scene) {
  std::vector<Relation> found;
  for (const Description& description : find_descriptions(scene)) {
    append(found, Meaning(scene, description).relations());
  }
  return found;
}

}  // namespace diurna::detail
