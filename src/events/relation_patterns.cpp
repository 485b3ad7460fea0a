#include "events/relation_patterns.hpp"

#include <algorithm>
#include <cctype>

#include "core/tsv.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {

RelationFinder::Tables RelationFinder::Tables::read() {
  Tables tables{.nouns = {}, .words = {}, .gazetteer = Gazetteer::load()};
  for (const TsvRow& row : read_tsv(find_resource("en/events/descriptive_nouns.tsv"), 2, 2)) {
    tables.nouns.emplace(row.fields[0], row.fields[1]);
  }
  for (const TsvRow& row : read_tsv(find_resource("en/events/relation_words.tsv"), 2, 2)) {
    tables.words.insert(std::string(row.fields[1]) + ":" + std::string(row.fields[0]));
  }
  return tables;
}

std::string_view RelationFinder::Tables::noun_class(std::string_view lemma) const {
  auto found = nouns.find(lemma);
  if (found == nouns.end()) {
    if (const std::size_t hyphen = lemma.rfind('-'); hyphen != std::string_view::npos) {
      found = nouns.find(lemma.substr(hyphen + 1));
    }
  }
  return found == nouns.end() ? std::string_view{} : std::string_view(found->second);
}

bool RelationFinder::Tables::is(std::string_view kind, std::string_view word) const {
  std::string key(kind);
  key += ':';
  key += word;
  return words.contains(key);
}

RelationScene::RelationScene(const Context& context, const RelationFinder::Tables& tables, const Sentence& sentence)
    : context_(context), tables_(tables), tokens_(sentence.tokens), name_at_(sentence.tokens.size(), nullptr) {
  const auto& mentions = context.mentions.mentions();
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), tokens_.first,
                                  [](const Mention& m, TokenId token) { return m.tokens.first < token; });
  for (; mention != mentions.end() && mention->tokens.first < tokens_.last; ++mention) {
    if (mention->kind != MentionKind::name) continue;
    names_.push_back(&*mention);
    for (const TokenId token : mention->tokens) {
      if (tokens_.contains(token)) name_at_[token.index() - tokens_.first.index()] = &*mention;
    }
  }
}

const Mention* RelationScene::name_at(TokenId token) const {
  return token && tokens_.contains(token) ? name_at_[token.index() - tokens_.first.index()] : nullptr;
}

std::string RelationScene::lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string RelationScene::word(TokenId token) const {
  return token && tokens_.contains(token) ? lower(context_.document.form(token)) : std::string();
}

std::string_view RelationScene::noun_class(TokenId token) const {
  const Upos upos = syntax().upos(token);
  if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) return {};
  const std::string pair = word(before(token)) + " " + lemma(token);  // "district attorney"
  if (const auto found = tables_.nouns.find(pair); found != tables_.nouns.end()) return found->second;
  const std::string_view by_lemma = tables_.noun_class(lemma(token));
  return by_lemma.empty() ? tables_.noun_class(word(token)) : by_lemma;
}

bool RelationScene::is(std::string_view kind, TokenId token) const {
  if (!token || !tokens_.contains(token)) return false;
  return tables_.is(kind, word(token)) || tables_.is(kind, lemma(token));
}

TokenId RelationScene::before(TokenId token) const {
  return token && token > tokens_.first ? TokenId{token.index() - 1} : TokenId::none();
}

TokenId RelationScene::after(TokenId token) const {
  return token && token.index() + 1 < tokens_.last.index() ? TokenId{token.index() + 1} : TokenId::none();
}

EntityType RelationScene::type_at(TokenId head) const {
  const EntityId entity = entity_at(context_, head);
  return entity ? context_.mentions.entity(entity).type : EntityType::other;
}

bool RelationScene::is_country(TokenId head) const {
  const Mention* name = name_at(head);
  if (name == nullptr) return false;
  const auto country = tables_.gazetteer.country(context_.document.text(name->span));
  return country && country->form != CountryForm::capital;
}

bool RelationScene::is_named(TokenId head) const {
  const Mention* name = name_at(head);
  return name != nullptr && name->head == head;
}

Filler RelationScene::phrase(TokenRange tokens, TokenId head) const {
  return {context_.document.span(tokens), head, Phrase{}};
}

Filler RelationScene::filler(const Mention& mention) { return {mention.span, mention.head, mention.entity}; }

Relation make_relation(const RelationScene& scene, std::string type, Filler subject, Filler object, std::string rule) {
  Relation relation{.type = std::move(type),
                    .subject = std::move(subject),
                    .object = std::move(object),
                    .qualifiers = {},
                    .evidence = {}};
  relation.evidence.sentence = scene.context().document.sentence_of(relation.object.head);
  relation.evidence.span = cover(relation.subject.span, relation.object.span);
  relation.evidence.rule = "relation:" + std::move(rule);
  relation.evidence.path = scene.syntax().path(relation.subject.head, relation.object.head);
  return relation;
}

void add_qualifier(Relation& relation, std::string role, Filler filler) {
  relation.qualifiers.push_back({std::move(role), std::move(filler), relation.evidence});
}

void append(std::vector<Relation>& relations, std::vector<Relation> more) {
  for (Relation& relation : more) relations.push_back(std::move(relation));
}

bool is_denied(const RelationScene& scene, TokenId predicate) {
  const auto below = scene.syntax().children(predicate);
  return std::any_of(below.begin(), below.end(), [&](TokenId child) { return scene.is("denial", child); });
}

bool is_place(EntityType type) {
  return type == EntityType::gpe || type == EntityType::loc || type == EntityType::facility;
}

bool is_human(EntityType type) { return type == EntityType::person || type == EntityType::group; }

}  // namespace diurna::detail
