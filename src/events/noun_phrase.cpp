// Reads a noun phrase from right to left over the words, not the tree: inside long premodifiers ("former US House
// Intelligence Committee chair") a parser is least sure, while the order of words is plain.
#include "events/descriptions.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool is_possessive(const std::string& word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }

bool belongs_to_premodifier(const RelationScene& scene, TokenId token) {
  const Upos upos = scene.syntax().upos(token);
  if (upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::num || upos == Upos::x)
    return true;
  const std::string word = scene.word(token);
  if (is_possessive(word) || word == "-" || word == "–" || word == "&") return true;
  const Dep relation = scene.syntax().relation(token);
  return (upos == Upos::verb || upos == Upos::adv) && is_any(relation, {Dep::amod, Dep::compound, Dep::advmod}) &&
         scene.syntax().head(token) > token;
}

bool is_owner_pronoun(const RelationScene& scene, TokenId token) {
  return scene.syntax().upos(token) == Upos::pron && scene.syntax().relation(token) == Dep::nmod_poss;
}

/// Whether a word left of the noun is part of the title ("Prime", "Foreign", "vice").
bool is_title_word(const RelationScene& scene, TokenId token) {
  if (scene.name_at(token) != nullptr || scene.is(WordKind::time_adjective, token)) return false;
  const Upos upos = scene.syntax().upos(token);
  if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) return scene.word(token) == "-";
  return !scene.is_party(token) && !scene.is_country(token);
}

}  // namespace

NounPhrase read_noun_phrase(const RelationScene& scene, TokenId noun) {
  NounPhrase phrase;
  phrase.title = {noun, TokenId{noun.index() + 1}};
  bool title_goes_on = true;
  for (TokenId token = scene.before(noun); token; token = scene.before(token)) {
    if (is_owner_pronoun(scene, token)) {
      phrase.before.push_back(token);
      break;
    }
    if (!belongs_to_premodifier(scene, token)) break;
    if (const Mention* name = scene.name_at(token)) {
      title_goes_on = false;
      phrase.before.push_back(name->head);
      token = name->tokens.first;
      continue;
    }
    title_goes_on = title_goes_on && is_title_word(scene, token);
    if (title_goes_on) phrase.title.first = token;
    const MentionId mention = scene.context().mentions.mention_headed_by(token);
    if (!title_goes_on && (mention || scene.is_party(token))) phrase.before.push_back(token);
  }
  for (const TokenId child : scene.syntax().children(noun)) {
    if (child < noun && scene.syntax().relation(child) == Dep::nmod_poss && phrase.before.empty()) {
      phrase.before.push_back(child);
    }
    if (child > noun && universal(scene.syntax().relation(child)) == Dep::nmod &&
        scene.is(WordKind::org_preposition, scene.syntax().child(child, Dep::case_))) {
      phrase.behind.push_back(child);
    }
  }
  return phrase;
}

}  // namespace diurna::detail
