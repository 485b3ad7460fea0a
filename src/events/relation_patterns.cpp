#include "events/relation_patterns.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {

namespace {

constexpr std::array<std::pair<std::string_view, WordKind>, 22> kind_names{{
    {"time-adjective", WordKind::time_adjective},
    {"party", WordKind::party},
    {"org-preposition", WordKind::org_preposition},
    {"become", WordKind::become},
    {"as-verb", WordKind::as_verb},
    {"name-verb", WordKind::name_verb},
    {"own", WordKind::own},
    {"found", WordKind::found},
    {"live", WordKind::live},
    {"study", WordKind::study},
    {"member-verb", WordKind::member_verb},
    {"locate", WordKind::locate},
    {"called", WordKind::called},
    {"denial", WordKind::denial},
    {"measure-verb", WordKind::measure_verb},
    {"measure-at", WordKind::measure_at},
    {"state-body", WordKind::state_body},
    {"ministry", WordKind::ministry},
    {"school", WordKind::school},
    {"serves-somebody", WordKind::serves_somebody},
    {"work-for", WordKind::work_for},
    {"direction", WordKind::direction},
}};

constexpr WordKinds bit(WordKind kind) { return WordKinds{1} << static_cast<unsigned>(kind); }

WordKinds parse_kind(const Resource& table, const TsvRow& row) {
  for (const auto& [name, kind] : kind_names) {
    if (name == row.fields[1]) return bit(kind);
  }
  throw ParseError({.code = "data.word-kind",
                    .place = table.name() + ":" + std::to_string(row.line),
                    .message = "'" + std::string(row.fields[1]) + "' is no kind of word",
                    .hint = "the kinds are listed in src/events/relation_patterns.hpp"});
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

}  // namespace

RelationFinder::Tables RelationFinder::Tables::read() {
  Tables tables{.nouns = {}, .words = {}, .gazetteer = Gazetteer::load()};
  const Resource nouns = find_resource("en/events/descriptive_nouns.tsv");
  for (const TsvRow& row : read_tsv(nouns, 2, 2)) {
    const auto words = split(row.fields[0], ' ');
    NounEntry& entry = tables.nouns[std::string(words.back())];
    if (words.size() == 1) {
      entry.noun_class = row.fields[1];
    } else {
      entry.pairs.emplace_back(words.front(), row.fields[1]);
    }
  }
  const Resource words = find_resource("en/events/relation_words.tsv");
  for (const TsvRow& row : read_tsv(words, 2, 2)) tables.words[std::string(row.fields[0])] |= parse_kind(words, row);
  return tables;
}

std::string_view RelationFinder::Tables::noun_class(const std::string& lemma, std::string_view before) const {
  auto found = nouns.find(lemma);
  if (found == nouns.end()) {
    const std::size_t hyphen = lemma.rfind('-');
    if (hyphen != std::string::npos) found = nouns.find(lemma.substr(hyphen + 1));
  }
  if (found == nouns.end()) return {};
  for (const auto& [first, noun_class] : found->second.pairs) {
    if (first == before) return noun_class;
  }
  return found->second.noun_class;
}

WordKinds RelationFinder::Tables::kinds(const std::string& word) const {
  const auto found = words.find(word);
  return found == words.end() ? 0 : found->second;
}

RelationScene::RelationScene(const Context& context, const RelationFinder::Tables& tables, const Sentence& sentence)
    : context_(context), tables_(tables), tokens_(sentence.tokens), rows_(sentence.tokens.size()) {
  for (const TokenId token : tokens_) {
    Row& row = rows_[token.index() - tokens_.first.index()];
    row.word = lower(context.document.form(token));
    row.lemma = lower(context.syntax.lemma(token));
    row.kinds = tables.kinds(row.word) | tables.kinds(row.lemma);
  }
  for (const TokenId token : tokens_) rows_[token.index() - tokens_.first.index()].noun_class = class_of(token);
  add_names();
}

void RelationScene::add_names() {
  const auto& mentions = context_.mentions.mentions();
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), tokens_.first,
                                  [](const Mention& m, TokenId token) { return m.tokens.first < token; });
  for (; mention != mentions.end() && mention->tokens.first < tokens_.last; ++mention) {
    if (mention->kind != MentionKind::name) continue;
    names_.push_back(&*mention);
    for (const TokenId token : mention->tokens) {
      if (tokens_.contains(token)) rows_[token.index() - tokens_.first.index()].name = &*mention;
    }
  }
}

const RelationScene::Row& RelationScene::row(TokenId token) const {
  static const Row nothing;
  return token && tokens_.contains(token) ? rows_[token.index() - tokens_.first.index()] : nothing;
}

const Mention* RelationScene::name_at(TokenId token) const { return row(token).name; }

const std::string& RelationScene::word(TokenId token) const { return row(token).word; }

const std::string& RelationScene::lemma(TokenId token) const { return row(token).lemma; }

std::string_view RelationScene::noun_class(TokenId token) const { return row(token).noun_class; }

std::string_view RelationScene::class_of(TokenId token) const {
  const Upos upos = syntax().upos(token);
  if (upos != Upos::noun && upos != Upos::propn && upos != Upos::adj) return {};
  const std::string_view by_lemma = tables_.noun_class(lemma(token), word(before(token)));
  return by_lemma.empty() ? tables_.noun_class(word(token), word(before(token))) : by_lemma;
}

bool RelationScene::is(WordKind kind, TokenId token) const { return (row(token).kinds & bit(kind)) != 0; }

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

bool RelationScene::is_party(TokenId token) const {
  if (!is(WordKind::party, token) || is(WordKind::ministry, after(token))) return false;
  const char first = context_.document.form(token).front();
  return first >= 'A' && first <= 'Z';
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
  return std::any_of(below.begin(), below.end(), [&](TokenId child) { return scene.is(WordKind::denial, child); });
}

bool is_place(EntityType type) {
  return type == EntityType::gpe || type == EntityType::loc || type == EntityType::facility;
}

bool is_human(EntityType type) { return type == EntityType::person || type == EntityType::group; }

}  // namespace diurna::detail
