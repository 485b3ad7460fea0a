// Descriptions by the order of words, which news keeps strictly even where a parser is unsure.
#include <algorithm>

#include "events/description_collector.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

class WordOrder : DescriptionCollector {
 public:
  using DescriptionCollector::DescriptionCollector;

  [[nodiscard]] std::vector<Description> all() {
    for (const Mention* name : scene().names()) {
      if (name->type != EntityType::person) continue;
      inside_name(*name);
      before_name(*name);
      behind_comma(*name);
      before_comma(*name);
    }
    for (const TokenId token : scene().tokens()) list_of_names(token);
    opening_noun();
    return std::move(found());
  }

 private:
  /// "Pope Leo", "Judge Ana Diaz": a title that belongs to the name.
  void inside_name(const Mention& name) {
    if (name.tokens.size() < 2 || scene().tables().noun_class(scene().lemma(name.tokens.first)) != "position") return;
    add(RelationScene::filler(name), name.tokens.first, "title in name");
  }

  // ---- "Prime Minister Ana Diaz", "actor and producer Ana Diaz", "Mayor of Lyon Ana Diaz"

  void before_name(const Mention& name) {
    TokenId token = scene().before(name.tokens.first);
    for (int steps = 0; token && steps < 6; ++steps) {
      const std::string word = scene().word(token);
      if (steps > 0 && (word == "and" || word == "," || word == "&")) {
        token = scene().before(token);
        if (!token || is_plural(token)) break;
        continue;
      }
      if (!descriptive_before_name(token)) break;
      add_before_name(name, token);
      token = scene().before(read_noun_phrase(scene(), token).title.first);
      while (token && syntax().upos(token) == Upos::adj && scene().is(WordKind::time_adjective, token))
        token = scene().before(token);
    }
    if (token) office_of_place(name, token);
  }

  void add_before_name(const Mention& name, TokenId noun) {
    if (!is_plural(noun)) return add(RelationScene::filler(name), noun, "title name");
    bool several = false;
    for (const Mention* other : scene().names()) {
      if (other->type == EntityType::person && syntax().relation(other->head) == Dep::conj &&
          syntax().head(other->head) == name.head) {
        add(RelationScene::filler(*other), noun, "title names");
        several = true;
      }
    }
    if (several) add(RelationScene::filler(name), noun, "title names");
  }

  [[nodiscard]] bool descriptive_before_name(TokenId token) const {
    if (may_describe(token)) return true;
    if (scene().name_at(token) != nullptr || syntax().upos(token) != Upos::noun) return false;
    const std::string lemma = scene().lemma(token);  // "geochemist", "novelist": agent nouns not in the table
    return lemma.size() > 5 && (lemma.ends_with("ist") || lemma.ends_with("er") || lemma.ends_with("or") ||
                                lemma.ends_with("ian") || lemma.ends_with("man") || lemma.ends_with("woman"));
  }

  void office_of_place(const Mention& name, TokenId token) {
    const Mention* place = scene().name_at(token);
    if (place == nullptr || place->type == EntityType::person) return;
    const TokenId preposition = scene().before(place->tokens.first);
    if (scene().word(preposition) == "the") return office_before(name, scene().before(preposition));
    office_before(name, preposition);
  }

  void office_before(const Mention& name, TokenId preposition) {
    const std::string word = scene().word(preposition);
    if (word != "of" && word != "for" && word != "to") return;
    const TokenId noun = scene().before(preposition);
    if (noun && may_describe(noun) && scene().noun_class(noun) != "kin")
      add(RelationScene::filler(name), noun, "title of place name");
  }

  // ---- "Ana Diaz, head of the agency", "the head of the agency, Ana Diaz": by the order of words

  [[nodiscard]] bool opens_noun_phrase(TokenId token) const {
    const Upos upos = syntax().upos(token);
    return upos == Upos::det || upos == Upos::adj || upos == Upos::noun || upos == Upos::propn || upos == Upos::adv ||
           (upos == Upos::pron && syntax().relation(token) == Dep::nmod_poss) || scene().word(token) == "-" ||
           scene().word(token) == "'s" || scene().word(token) == "’s";
  }

  void behind_comma(const Mention& name) {
    if (scene().word(name.tokens.last) != ",") return;
    TokenId token = scene().after(name.tokens.last);
    if (scene().word(token) == "both" || scene().word(token) == "now") token = scene().after(token);
    for (int nouns = 0; token && nouns < 3; ++nouns) {
      const TokenId noun = noun_of_phrase(token);
      if (!noun || is_plural(noun)) return;
      add_all(name.head, noun, "name, noun");
      token = scene().after(noun);
      if (scene().word(token) == ",") token = scene().after(token);
      if (scene().word(token) != "and") return;
      token = scene().after(token);
    }
  }

  /// The descriptive noun at the end of the noun phrase that opens at `token`; none() when it is another person.
  [[nodiscard]] TokenId noun_of_phrase(TokenId token) const {
    TokenId noun = TokenId::none();
    for (int steps = 0; token && steps < 9 && opens_noun_phrase(token); ++steps, token = scene().after(token)) {
      const Mention* other = scene().name_at(token);
      if (other != nullptr && other->type == EntityType::person && scene().word(other->tokens.last) != "'s") {
        return TokenId::none();
      }
      noun = may_describe(token) ? token : TokenId::none();
    }
    return noun;
  }

  /// The noun whose phrase ends right before ", Ana Diaz,".
  void before_comma(const Mention& name) {
    const TokenId comma = scene().before(name.tokens.first);
    const std::string next = scene().word(name.tokens.last);
    const bool closed = next.empty() || next == "," || next == "." || next == ";" || next == "(";
    if (scene().word(comma) != "," || !closed) return;
    TokenId noun = TokenId::none();
    TokenId token = scene().before(comma);
    for (int steps = 0; token && steps < 4; ++steps, token = syntax().head(token)) {
      if (token > comma || scene().name_at(token) != nullptr) continue;
      if (syntax().upos(token) == Upos::verb) break;
      if (may_describe(token) && !is_plural(token)) noun = token;
    }
    if (noun && has_determiner(noun)) add(RelationScene::filler(name), noun, "noun, name");
  }

  [[nodiscard]] bool has_determiner(TokenId noun) const {
    for (const TokenId child : syntax().children(noun)) {
      if (child < noun && is_any(syntax().relation(child), {Dep::det, Dep::nmod_poss, Dep::nummod, Dep::amod}))
        return true;
    }
    return false;
  }

  // ---- "two ministers, Ana Diaz and Juan Paz", "officers including Ana Diaz", "Presidents Ana Diaz of Chad and …"

  void list_of_names(TokenId noun) {
    if (!may_describe(noun) || !is_plural(noun)) return;
    const std::vector<const Mention*> names = names_listed_behind(noun);
    const bool examples =
        scene().word(scene().after(noun)) == "including" || scene().word(scene().after(noun)) == "such";
    if (names.size() < 2 && !(examples && !names.empty())) return;
    for (const Mention* name : names) add(RelationScene::filler(*name), noun, "list of names");
  }

  [[nodiscard]] std::vector<const Mention*> names_listed_behind(TokenId noun) const {
    std::vector<const Mention*> names;
    TokenId token = scene().after(noun);
    for (int steps = 0; token && steps < 24; ++steps) {
      const Mention* name = scene().name_at(token);
      if (name == nullptr && !goes_on_listing(token, !names.empty())) break;
      if (name != nullptr && name->type == EntityType::person) names.push_back(name);
      token = name == nullptr                             ? scene().after(token)
              : name->tokens.last < scene().tokens().last ? name->tokens.last
                                                          : TokenId::none();
    }
    return names;
  }

  [[nodiscard]] bool goes_on_listing(TokenId token, bool listed) const {
    const std::string& word = scene().word(token);
    if (word == "," || word == "including" || word == "such" || word == "as") return true;
    return listed && (word == "and" || word == "of" || word == "&");
  }

  // ---- "A resident of Lyon, Ana Diaz left"

  void opening_noun() {
    const TokenId noun = noun_of_phrase(scene().tokens().first);
    if (!noun || is_plural(noun)) return;
    TokenId token = scene().after(noun);
    int commas = 0;
    for (int steps = 0; token && steps < 14; ++steps, token = scene().after(token)) {
      if (syntax().upos(token) == Upos::verb || syntax().upos(token) == Upos::aux) return;
      if (scene().word(token) != ",") continue;
      const TokenId next = scene().after(token);
      const Mention* name = scene().name_at(next);
      const TokenId person = name != nullptr ? name->head : next;
      if (person && is_subject(syntax().relation(person)) && scene().type_at(person) == EntityType::person) {
        return add(filler_at(scene().context(), person), noun, "opening noun");
      }
      if (++commas > 2) return;
    }
  }
};

}  // namespace

std::vector<Description> descriptions_by_order(const RelationScene& scene) { return WordOrder(scene).all(); }

}  // namespace diurna::detail
