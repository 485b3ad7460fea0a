// Country and sectors of whoever a phrase names.
//
//   "French farmers"                     FRA AGR
//   "the opposition leader"              the article's country, OPP
//   "Beirut rejected the appeal"         LBN GOV: a capital stands for its government
//
// Looked at in this order: known actors (actors.tsv), the head noun and the words before it, "of" and "in" phrases,
// appositions, then other mentions of the entity. A country that the phrase does not tell comes from the entity, its
// other mentions, and for the state's own bodies ("the army") from the country that the article is about.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diurna/events/reading.hpp"
#include "events/coding_tables.hpp"
#include "events/grammar.hpp"
#include "events/slots.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

class ActorCoder {
 public:
  ActorCoder(const Context& context, const Facts& facts, const PoliticalCoder::Tables& tables);

  /// The actor that the phrase headed by `token` names; nullopt when it names none.
  [[nodiscard]] std::optional<CodedActor> actor(TokenId token) const;
  /// The same where a capital stands for its government.
  [[nodiscard]] std::optional<CodedActor> speaker(TokenId token) const;
  /// The country that a name, demonym or capital means; "" for none.
  [[nodiscard]] std::string country(TokenId token) const;
  /// Whether it is a town that is no capital: towns do not act.
  [[nodiscard]] bool is_town(const CodedActor& actor) const;
  [[nodiscard]] CodedPlace place(const Filler& filler) const;

 private:
  struct Sector {
    std::string sector;
    bool weak = false;
  };
  struct Found {
    std::string country;
    std::vector<Sector> sectors;
  };
  [[nodiscard]] std::string lemma_of(TokenId token) const { return tables_.lemma(context_, token); }
  [[nodiscard]] bool can_act(TokenId token) const;
  [[nodiscard]] bool is_country_alone(const Mention& mention) const;
  [[nodiscard]] const KnownActor* known(const std::string& name) const;
  [[nodiscard]] const KnownActor* known_at(TokenId token) const;
  [[nodiscard]] std::string phrase_text(TokenId first, TokenId last) const;
  /// `depth`: a possessive pronoun is followed to its entity at depth 0 only.
  void read_phrase(TokenId head, Found& found, int depth) const;
  void read_word(TokenId token, bool is_head, Found& found) const;
  void read_behind(TokenId head, Found& found, int depth) const;
  void read_known(TokenId head, Found& found) const;
  void read_term(const Entity& entity, Found& found) const;
  void read_relations(EntityId entity, Found& found) const;
  void read_mentions(EntityId entity, TokenId head, Found& found) const;
  void read_body_name(TokenId head, const Mention* mention, Found& found) const;
  [[nodiscard]] std::string country_of_entity(EntityId entity) const;
  [[nodiscard]] std::string office(EntityId entity) const;
  [[nodiscard]] static std::vector<std::string> ranked(const std::vector<Sector>& sectors);
  [[nodiscard]] std::string main_country() const;
  [[nodiscard]] std::span<const Relation* const> relations_of(EntityId entity) const;

  const Context& context_;
  const PoliticalCoder::Tables& tables_;
  std::string main_country_;
  std::map<EntityId, std::vector<const Relation*>> relations_;  ///< By subject.
};

}  // namespace diurna::detail
