// Descriptions by the tree: each pattern proposes (person, noun) pairs; the class of the noun decides later what they
// mean.
#include <algorithm>

#include "events/description_collector.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

class TreePatterns : DescriptionCollector {
 public:
  using DescriptionCollector::DescriptionCollector;

  [[nodiscard]] std::vector<Description> all() {
    for (const TokenId token : scene().tokens()) {
      by_apposition(token);
      by_copula(token);
      by_named_predicate(token);
      by_verb(token);
    }
    for (const TokenId token : scene().tokens()) by_itself(token);
    return std::move(found());
  }

 private:
  void by_apposition(TokenId token) {
    const Dep relation = syntax().relation(token);
    const TokenId head = syntax().head(token);
    if (!head) return;
    const bool loose = is_any(relation, {Dep::appos, Dep::flat, Dep::nmod_desc, Dep::list, Dep::compound, Dep::nmod});
    if (!loose || (relation == Dep::nmod && syntax().child(token, Dep::case_))) return;
    if (is_person(head) && may_describe(token) && (relation == Dep::appos || relation == Dep::list)) {
      add_all(head, token, "appositive");
    } else if (is_person_name(token) && may_describe(head) && token > head) {
      add_all(token, head, "noun, name");
    }
  }

  [[nodiscard]] bool is_person(TokenId token) const { return is_human(scene().type_at(token)); }
  [[nodiscard]] bool is_person_name(TokenId token) const {
    const Mention* name = scene().name_at(token);
    return name != nullptr && name->type == EntityType::person && name->head == token;
  }

  // ---- "she is a lawyer"

  void by_copula(TokenId noun) {
    if (!copula(syntax(), noun) || !may_describe(noun) || is_denied(scene(), noun)) return;
    const TokenId subject = understood_subject(scene().context(), noun);
    if (subject && is_person(subject)) add_all(subject, noun, "copula");
  }

  /// "Her mother is the wrestler Ana Diaz": the name tells who the noun is.
  void by_named_predicate(TokenId name) {
    if (!is_person_name(name) || !copula(syntax(), name) || is_denied(scene(), name)) return;
    const TokenId subject = understood_subject(scene().context(), name);
    if (subject && subject != name && may_describe(subject))
      add(filler_at(scene().context(), name), subject, "noun is name");
  }

  // ---- "served as mayor", "became president", "was named head of"

  void by_verb(TokenId verb) {
    if (syntax().upos(verb) != Upos::verb || is_denied(scene(), verb)) return;
    const bool passive = static_cast<bool>(syntax().child(verb, Dep::nsubj_pass));
    for (const TokenId child : syntax().children(verb)) {
      if (child < verb || !may_describe(child)) continue;
      const Dep relation = syntax().relation(child);
      const bool as = is_any(universal(relation), {Dep::obl, Dep::xcomp, Dep::advcl}) &&
                      marker(scene().context(), child) == "as" && scene().is(WordKind::as_verb, verb);
      const bool complement = is_any(relation, {Dep::xcomp, Dep::obj}) &&
                              (scene().is(WordKind::become, verb) ||
                               (scene().is(WordKind::name_verb, verb) && (passive || relation == Dep::xcomp)));
      if (!as && !complement) continue;
      if (const TokenId person = described_by_verb(verb, child)) add_all(person, child, as ? "as" : "becomes");
    }
  }

  [[nodiscard]] TokenId described_by_verb(TokenId verb, TokenId noun) const {
    const TokenId object = syntax().child(verb, Dep::obj);
    const TokenId person = object && object != noun ? object : understood_subject(scene().context(), verb);
    return person && is_person(person) ? person : TokenId::none();
  }

  // ---- "a spokeswoman for the army said": the noun is all there is

  void by_itself(TokenId noun) {
    if (!may_describe(noun) || syntax().upos(noun) != Upos::noun) return;
    const std::string_view kind = scene().noun_class(noun);
    if (kind == "place" || kind == "body" || kind == "person") return;
    if (kind != "kin" && is_plural(noun)) return;
    const EntityId entity = entity_at(scene().context(), noun);
    if (!entity || !is_human(scene().context().mentions.entity(entity).type)) return;
    const bool named = scene().context().mentions.entity(entity).named();
    if (kind != "kin" && !acts(noun) && (!named || kind == "candidacy")) return;
    const bool described =
        std::any_of(found().begin(), found().end(), [&](const Description& d) { return d.noun == noun; });
    if (!described) add(filler_at(scene().context(), noun), noun, "noun");
  }

  /// Somebody who does or says something, not somebody who is looked for or meant.
  [[nodiscard]] bool acts(TokenId noun) const {
    const Dep relation = syntax().relation(noun);
    return is_subject(relation) || relation == Dep::obl_agent ||
           (relation == Dep::obl && marker(scene().context(), noun).starts_with("according"));
  }
};

}  // namespace

std::vector<Description> descriptions_by_tree(const RelationScene& scene) { return TreePatterns(scene).all(); }

}  // namespace diurna::detail
