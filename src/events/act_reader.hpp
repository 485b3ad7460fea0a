// Which political act a word tells, with the turn that the words around it give to it.
//
//   "promised to send food"     the act aid.humanitarian, intended
//   "demanded an end to it"     demanded; with "attacks" for "it": deescalate, demanded
//   "will not withdraw troops"  withdraw_troops, refused
//
// Frames of data/en/political/senses.tsv, composed along the tree: an operator (promise, demand, refuse, threaten, end,
// hold) looks for the act in its slots. Steps are bounded; pure.
#pragma once

#include <optional>
#include <vector>

#include "events/coding_tables.hpp"
#include "events/grammar.hpp"
#include "events/slots.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

/// An act as it is told.
struct ToldAct {
  const ActEntry* act = nullptr;  ///< nullptr: an operator about something unknown.
  Mood mood = Mood::told;
  bool worded = false;                ///< A word gave the mood ("refuse"), not only an auxiliary or a negation.
  TokenId head = TokenId::none();     ///< The outermost word.
  TokenId content = TokenId::none();  ///< The word that names the act.
  std::vector<TokenId> chain;         ///< From the head to the content.
};

class ActReader {
 public:
  ActReader(const Context& context, const PoliticalCoder::Tables& tables) : context_(context), tables_(tables) {}

  /// nullopt when the word means nothing political.
  [[nodiscard]] std::optional<ToldAct> read(TokenId token) const { return read(token, 0); }
  /// Whether a frame for the word's use is in the table, whatever came of it.
  [[nodiscard]] bool knows(TokenId token) const;
  /// The code of an act as it is told, or nullptr.
  [[nodiscard]] const CodeEntry* code(const ToldAct& told) const;
  /// Whether the word reports what its clause says ("announced").
  [[nodiscard]] bool reports(TokenId token) const;

 private:
  [[nodiscard]] std::optional<ToldAct> read(TokenId token, int depth) const;
  /// The meanings whose conditions hold, the most specific first.
  [[nodiscard]] std::vector<const Sense*> senses_of(TokenId token, int depth) const;
  [[nodiscard]] std::string lemma_of(TokenId token) const { return tables_.lemma(context_, token); }
  [[nodiscard]] bool holds(TokenId token, const Sense& sense, int depth) const;
  [[nodiscard]] bool holds(TokenId token, const Sense& sense, const Condition& condition, int depth) const;
  [[nodiscard]] TokenList fillers(TokenId token, const Sense& sense, const std::string& slot) const;
  [[nodiscard]] bool fits(TokenId filler, const Wanted& wanted, int depth) const;
  [[nodiscard]] bool has_type(TokenId filler, std::string_view type) const;
  [[nodiscard]] std::optional<ToldAct> content_of(TokenId token, const Sense& sense, int depth) const;
  [[nodiscard]] std::optional<ToldAct> operated(TokenId token, const Sense& sense, std::optional<ToldAct> inner) const;
  [[nodiscard]] std::optional<ToldAct> in_clause(ToldAct told) const;
  [[nodiscard]] const ActEntry* refined(const ActEntry* act, TokenId token) const;

  const Context& context_;
  const PoliticalCoder::Tables& tables_;
};

}  // namespace diurna::detail
