// What the open layer asks of a clause: its subjects, its verb group, its arguments, and the words of a phrase.
#pragma once

#include <string>
#include <vector>

#include "events/stages.hpp"

namespace diurna::detail {

/// TokenList in the order in which they are to be read.
using TokenList = std::vector<TokenId>;

/// How much of a noun phrase is wanted.
enum class PhraseSize : std::uint8_t {
  head,     // determiners, adjectives, compounds, possessors
  core,     // and the "of" that belongs to a name
  with_of,  // and "of" phrases
  full,     // and all prepositional phrases
};

/// Verbs and copular predicates that carry a clause; participles before nouns and the like do not.
[[nodiscard]] bool is_clause(const Context& context, TokenId token);
/// "not", "n't", "never".
[[nodiscard]] bool is_negation(const Context& context, TokenId token);
/// Who or what the clause is about, spread over coordination; found through control, relative clauses, participles.
[[nodiscard]] TokenList subjects_of(const Context& context, TokenId predicate);
/// A phrase and the ones coordinated with it.
[[nodiscard]] TokenList coordinated(const Context& context, TokenId head);
/// Auxiliaries, negation, verb, particle; for a copular predicate auxiliaries and copula.
[[nodiscard]] TokenList verb_group(const Context& context, TokenId predicate);
/// The preposition of a phrase, also of a coordinated one that shares it; "because of" is two words.
[[nodiscard]] TokenList preposition_of(const Context& context, TokenId head);
[[nodiscard]] TokenList phrase(const Context& context, TokenId head, PhraseSize size);
/// All words of a clause without outer punctuation.
[[nodiscard]] TokenList clause_words(const Context& context, TokenId head);
[[nodiscard]] std::string text_of(const Context& context, const TokenList& words);

}  // namespace diurna::detail
