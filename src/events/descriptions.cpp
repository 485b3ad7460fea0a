// Each pattern proposes (person, noun) pairs; the class of the noun decides later what they mean.
#include "events/descriptions.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

class Describer {
 public:
  explicit Describer(const RelationScene& scene) : scene_(scene) {}

  [[nodiscard]] std::vector<Description> all() {
    for (const Mention* name : scene_.names()) {
      if (name->type != EntityType::person) continue;
      inside_name(*name);
      before_name(*name);
      behind_comma(*name);
      before_comma(*name);
    }
    for (const TokenId token : scene_.tokens()) {
      by_apposition(token);
      by_copula(token);
      by_named_predicate(token);
      by_verb(token);
    }
    for (const TokenId token : scene_.tokens()) by_itself(token);
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Syntax& syntax() const { return scene_.syntax(); }

  void add(Filler person, TokenId noun, std::string rule, bool named) {
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Description& other) {
      return other.noun == noun && (other.person.head == person.head || other.person.value == person.value);
    });
    if (!known) found_.push_back({std::move(person), noun, std::move(rule), named});
  }

  /// The noun and its coordinated nouns; for the names coordinated with the person when the noun is plural.
  void add_all(TokenId person, TokenId noun, const std::string& rule) {
    const Mention* name = scene_.name_at(person);
    add(filler_at(scene_.context(), person), noun, rule, name != nullptr);
    for (const TokenId child : syntax().children(noun)) {
      if (syntax().relation(child) == Dep::conj && !scene_.noun_class(child).empty() && child != person) {
        add(filler_at(scene_.context(), person), child, rule, name != nullptr);
      }
    }
    if (!syntax().has(noun, Feature::number_plur)) return;
    for (const TokenId child : syntax().children(person)) {
      if (syntax().relation(child) == Dep::conj && is_human(scene_.type_at(child))) {
        add(filler_at(scene_.context(), child), noun, rule, true);
      }
    }
  }

  [[nodiscard]] bool may_describe(TokenId noun) const {
    return scene_.name_at(noun) == nullptr && !scene_.noun_class(noun).empty();
  }

  /// "Pope Leo", "Judge Ana Diaz": a title that belongs to the name.
  void inside_name(const Mention& name) {
    if (name.tokens.size() < 2 || scene_.tables().noun_class(scene_.lemma(name.tokens.first)) != "position") return;
    add(RelationScene::filler(name), name.tokens.first, "title in name", true);
  }

  // ---- "Prime Minister Ana Diaz", "actor and producer Ana Diaz", "Mayor of Lyon Ana Diaz"

  void before_name(const Mention& name) {
    TokenId token = scene_.before(name.tokens.first);
    for (int steps = 0; token && steps < 6; ++steps) {
      const std::string word = scene_.word(token);
      if (steps > 0 && (word == "and" || word == "," || word == "&")) {
        token = scene_.before(token);
        if (!token || syntax().has(token, Feature::number_plur)) break;
        continue;
      }
      if (!descriptive_before_name(token)) break;
      add_before_name(name, token);
      token = scene_.before(read_noun_phrase(scene_, token).title.first);
      while (token && syntax().upos(token) == Upos::adj && scene_.is(WordKind::time_adjective, token))
        token = scene_.before(token);
    }
    if (token) office_of_place(name, token);
  }

  void add_before_name(const Mention& name, TokenId noun) {
    if (!syntax().has(noun, Feature::number_plur)) return add(RelationScene::filler(name), noun, "title name", true);
    bool several = false;
    for (const Mention* other : scene_.names()) {
      if (other->type == EntityType::person && syntax().relation(other->head) == Dep::conj &&
          syntax().head(other->head) == name.head) {
        add(RelationScene::filler(*other), noun, "title names", true);
        several = true;
      }
    }
    if (several) add(RelationScene::filler(name), noun, "title names", true);
  }

  [[nodiscard]] bool descriptive_before_name(TokenId token) const {
    if (may_describe(token)) return true;
    if (scene_.name_at(token) != nullptr || syntax().upos(token) != Upos::noun) return false;
    const std::string lemma = scene_.lemma(token);  // "geochemist", "novelist": agent nouns not in the table
    return lemma.size() > 5 && (lemma.ends_with("ist") || lemma.ends_with("er") || lemma.ends_with("or") ||
                                lemma.ends_with("ian") || lemma.ends_with("man") || lemma.ends_with("woman"));
  }

  void office_of_place(const Mention& name, TokenId token) {
    const Mention* place = scene_.name_at(token);
    if (place == nullptr || place->type == EntityType::person) return;
    const TokenId preposition = scene_.before(place->tokens.first);
    if (scene_.word(preposition) == "the") return office_before(name, scene_.before(preposition));
    office_before(name, preposition);
  }

  void office_before(const Mention& name, TokenId preposition) {
    const std::string word = scene_.word(preposition);
    if (word != "of" && word != "for" && word != "to") return;
    const TokenId noun = scene_.before(preposition);
    if (noun && may_describe(noun) && scene_.noun_class(noun) != "kin")
      add(RelationScene::filler(name), noun, "title of place name", true);
  }

  // ---- "Ana Diaz, head of the agency", "the head of the agency, Ana Diaz": by the order of words

  [[nodiscard]] bool opens_noun_phrase(TokenId token) const {
    const Upos upos = syntax().upos(token);
    return upos == Upos::det || upos == Upos::adj || upos == Upos::noun || upos == Upos::propn || upos == Upos::adv ||
           (upos == Upos::pron && syntax().relation(token) == Dep::nmod_poss) || scene_.word(token) == "-" ||
           scene_.word(token) == "'s" || scene_.word(token) == "’s";
  }

  void behind_comma(const Mention& name) {
    if (scene_.word(name.tokens.last) != ",") return;
    TokenId noun = TokenId::none();
    TokenId token = scene_.after(name.tokens.last);
    for (int steps = 0; token && steps < 9 && opens_noun_phrase(token); ++steps, token = scene_.after(token)) {
      const Mention* other = scene_.name_at(token);
      if (other != nullptr && other->type == EntityType::person && scene_.word(other->tokens.last) != "'s") return;
      noun = may_describe(token) ? token : TokenId::none();
    }
    if (!noun || syntax().has(noun, Feature::number_plur)) return;
    add_all(name.head, noun, "name, noun");
  }

  /// The noun whose phrase ends right before ", Ana Diaz,".
  void before_comma(const Mention& name) {
    const TokenId comma = scene_.before(name.tokens.first);
    const std::string next = scene_.word(name.tokens.last);
    const bool closed = next.empty() || next == "," || next == "." || next == ";" || next == "(";
    if (scene_.word(comma) != "," || !closed) return;
    TokenId noun = TokenId::none();
    TokenId token = scene_.before(comma);
    for (int steps = 0; token && steps < 4; ++steps, token = syntax().head(token)) {
      if (token > comma || scene_.name_at(token) != nullptr) continue;
      if (syntax().upos(token) == Upos::verb) break;
      if (may_describe(token) && !syntax().has(token, Feature::number_plur)) noun = token;
    }
    if (noun && has_determiner(noun)) add(RelationScene::filler(name), noun, "noun, name", true);
  }

  [[nodiscard]] bool has_determiner(TokenId noun) const {
    for (const TokenId child : syntax().children(noun)) {
      if (child < noun && is_any(syntax().relation(child), {Dep::det, Dep::nmod_poss, Dep::nummod, Dep::amod}))
        return true;
    }
    return false;
  }

  // ---- the same by the tree

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

  [[nodiscard]] bool is_person(TokenId token) const { return is_human(scene_.type_at(token)); }
  [[nodiscard]] bool is_person_name(TokenId token) const {
    const Mention* name = scene_.name_at(token);
    return name != nullptr && name->type == EntityType::person && name->head == token;
  }

  // ---- "she is a lawyer"

  void by_copula(TokenId noun) {
    if (!copula(syntax(), noun) || !may_describe(noun) || is_denied(scene_, noun)) return;
    const TokenId subject = understood_subject(scene_.context(), noun);
    if (subject && is_person(subject)) add_all(subject, noun, "copula");
  }

  /// "Her mother is the wrestler Ana Diaz": the name tells who the noun is.
  void by_named_predicate(TokenId name) {
    if (!is_person_name(name) || !copula(syntax(), name) || is_denied(scene_, name)) return;
    const TokenId subject = understood_subject(scene_.context(), name);
    if (subject && subject != name && may_describe(subject))
      add(filler_at(scene_.context(), name), subject, "noun is name", true);
  }

  // ---- "served as mayor", "became president", "was named head of"

  void by_verb(TokenId verb) {
    if (syntax().upos(verb) != Upos::verb || is_denied(scene_, verb)) return;
    const bool passive = static_cast<bool>(syntax().child(verb, Dep::nsubj_pass));
    for (const TokenId child : syntax().children(verb)) {
      if (child < verb || !may_describe(child)) continue;
      const Dep relation = syntax().relation(child);
      const bool as = is_any(universal(relation), {Dep::obl, Dep::xcomp, Dep::advcl}) &&
                      marker(scene_.context(), child) == "as" && scene_.is(WordKind::as_verb, verb);
      const bool complement = is_any(relation, {Dep::xcomp, Dep::obj}) &&
                              (scene_.is(WordKind::become, verb) ||
                               (scene_.is(WordKind::name_verb, verb) && (passive || relation == Dep::xcomp)));
      if (!as && !complement) continue;
      if (const TokenId person = described_by_verb(verb, child)) add_all(person, child, as ? "as" : "becomes");
    }
  }

  [[nodiscard]] TokenId described_by_verb(TokenId verb, TokenId noun) const {
    const TokenId object = syntax().child(verb, Dep::obj);
    const TokenId person = object && object != noun ? object : understood_subject(scene_.context(), verb);
    return person && is_person(person) ? person : TokenId::none();
  }

  // ---- "a spokeswoman for the army said": the noun is all there is

  void by_itself(TokenId noun) {
    if (!may_describe(noun) || syntax().upos(noun) != Upos::noun) return;
    const std::string_view kind = scene_.noun_class(noun);
    if (kind == "place" || kind == "body" || kind == "person") return;
    if (kind != "kin" && syntax().has(noun, Feature::number_plur)) return;
    const EntityId entity = entity_at(scene_.context(), noun);
    if (!entity || !is_human(scene_.context().mentions.entity(entity).type)) return;
    if (kind != "kin" && !scene_.context().mentions.entity(entity).named() && !acts(noun)) return;
    const bool described =
        std::any_of(found_.begin(), found_.end(), [&](const Description& d) { return d.noun == noun; });
    if (!described) add(filler_at(scene_.context(), noun), noun, "noun", false);
  }

  /// Somebody who does or says something, not somebody who is looked for or meant.
  [[nodiscard]] bool acts(TokenId noun) const {
    const Dep relation = syntax().relation(noun);
    return is_subject(relation) || relation == Dep::obl_agent ||
           (relation == Dep::obl && marker(scene_.context(), noun).starts_with("according"));
  }

  const RelationScene& scene_;
  std::vector<Description> found_;
};

}  // namespace

std::vector<Description> find_descriptions(const RelationScene& scene) { return Describer(scene).all(); }

}  // namespace diurna::detail
