// What the groups of relation patterns share: the tables, the sentence they look at, and the way a relation is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diurna/mentions/gazetteer.hpp"
#include "events/relation_finder.hpp"

namespace diurna::detail {

/// What a closed word list is for; the names in the table are the same with hyphens.
enum class WordKind : std::uint8_t {
  time_adjective,
  party,
  org_preposition,
  become,
  as_verb,
  name_verb,
  own,
  found,
  live,
  study,
  member_verb,
  locate,
  called,
  denial,
  measure_verb,
  measure_at,
  state_body,
  ministry,
  school,
  serves_somebody,
  work_for,
  direction,
};

/// A set of kinds, one bit each.
using WordKinds = std::uint32_t;

/// What the tables know of a noun.
struct NounEntry {
  std::string noun_class;                                  ///< "" when only pairs are known.
  std::vector<std::pair<std::string, std::string>> pairs;  ///< By the word before: {"district", "position"}.
};

/// Word lists of the patterns.
struct RelationFinder::Tables {
  std::unordered_map<std::string, NounEntry> nouns;  ///< By lemma.
  std::unordered_map<std::string, WordKinds> words;  ///< By lower-case form or lemma.
  Gazetteer gazetteer;

  [[nodiscard]] static Tables read();
  [[nodiscard]] WordKinds kinds(const std::string& word) const;
  /// The class of a noun for a person, place or body ("position", "kin" …); "" when it has none. Compounds joined by
  /// hyphens are known by their last part ("vice-president").
  [[nodiscard]] std::string_view noun_class(const std::string& lemma, std::string_view before = {}) const;
};

/// A sentence and what may be looked up while reading it.
class RelationScene {
 public:
  RelationScene(const Context& context, const RelationFinder::Tables& tables, const Sentence& sentence);

  [[nodiscard]] const Context& context() const { return context_; }
  [[nodiscard]] const Syntax& syntax() const { return context_.syntax; }
  [[nodiscard]] const RelationFinder::Tables& tables() const { return tables_; }
  [[nodiscard]] TokenRange tokens() const { return tokens_; }
  /// Names of the sentence, in text order.
  [[nodiscard]] const std::vector<const Mention*>& names() const { return names_; }
  /// The name that covers a token, or nullptr.
  [[nodiscard]] const Mention* name_at(TokenId token) const;
  /// Lower-case form of a token of this sentence; "" past its ends.
  [[nodiscard]] const std::string& word(TokenId token) const;
  [[nodiscard]] const std::string& lemma(TokenId token) const;
  [[nodiscard]] std::string_view noun_class(TokenId token) const;
  [[nodiscard]] bool is(WordKind kind, TokenId token) const;
  [[nodiscard]] TokenId before(TokenId token) const;
  [[nodiscard]] TokenId after(TokenId token) const;
  /// The type of the entity that a token heads; `other` when there is none.
  [[nodiscard]] EntityType type_at(TokenId head) const;
  /// A party's word with a capital ("Labour MP"), but no ministry's ("Labor Minister").
  [[nodiscard]] bool is_party(TokenId token) const;
  /// A mention of a country by its name or a demonym of it.
  [[nodiscard]] bool is_country(TokenId head) const;
  /// The mention headed by a token is a name.
  [[nodiscard]] bool is_named(TokenId head) const;
  /// A filler of one or more words.
  [[nodiscard]] Filler phrase(TokenRange tokens, TokenId head) const;
  /// A name as it stands.
  [[nodiscard]] static Filler filler(const Mention& mention);

 private:
  struct Row {
    std::string word;
    std::string lemma;
    std::string_view noun_class;
    WordKinds kinds = 0;
    const Mention* name = nullptr;
  };
  [[nodiscard]] const Row& row(TokenId token) const;
  [[nodiscard]] std::string_view class_of(TokenId token) const;
  void add_names();

  const Context& context_;
  const RelationFinder::Tables& tables_;
  TokenRange tokens_;
  std::vector<const Mention*> names_;
  std::vector<Row> rows_;
};

/// A group of patterns: the relations of one sentence.
using RelationPattern = std::vector<Relation> (*)(const RelationScene&);

[[nodiscard]] std::vector<Relation> description_relations(const RelationScene& scene);
[[nodiscard]] std::vector<Relation> person_fact_relations(const RelationScene& scene);
[[nodiscard]] std::vector<Relation> org_relations(const RelationScene& scene);
[[nodiscard]] std::vector<Relation> place_relations(const RelationScene& scene);
[[nodiscard]] std::vector<Relation> alias_relations(const RelationScene& scene);
[[nodiscard]] std::vector<Relation> measure_relations(const RelationScene& scene);

/// A relation with its evidence: the words from one filler to the other, the tree path between them.
[[nodiscard]] Relation make_relation(const RelationScene& scene, std::string type, Filler subject, Filler object,
                                     std::string rule);
void add_qualifier(Relation& relation, std::string role, Filler filler);
/// Moves `more` behind `relations`.
void append(std::vector<Relation>& relations, std::vector<Relation> more);
/// A predicate that the sentence negates or only supposes.
[[nodiscard]] bool is_denied(const RelationScene& scene, TokenId predicate);
/// GPE, LOC or FACILITY.
[[nodiscard]] bool is_place(EntityType type);
/// PERSON or GROUP.
[[nodiscard]] bool is_human(EntityType type);

}  // namespace diurna::detail
