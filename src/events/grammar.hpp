// Questions about a dependency tree that several stages ask: whose subject, which preposition, which words are the
// phrase.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "diurna/events/filler.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

[[nodiscard]] bool is_any(DependencyRelation relation, std::initializer_list<DependencyRelation> wanted);
[[nodiscard]] bool is_subject(DependencyRelation relation);
/// A noun, name, pronoun or number: the head of a phrase that can name something.
[[nodiscard]] bool is_nominal(const Syntax& syntax, TokenId token);
/// Whether a noun is used as a predicate ("she is a lawyer").
[[nodiscard]] TokenId copula(const Syntax& syntax, TokenId token);
/// Lower-case words of the preposition, marker or infinitive "to" of a phrase or clause ("according to", "if"); "" if
/// none.
[[nodiscard]] std::string marker(const Context& context, TokenId token);
/// ASCII lower case of the word form.
[[nodiscard]] std::string lower_form(const Context& context, TokenId token);
/// The lemma, lower-cased.
[[nodiscard]] std::string lower_lemma(const Context& context, TokenId token);
/// The token before or after it in the same sentence, or none().
[[nodiscard]] TokenId neighbour(const Context& context, TokenId token, int step);

/// Who does it: the subject of a verb or predicate, found through coordination, control ("agreed to sign"),
/// relative clauses and participles ("the man accused of …"); none() when the sentence does not say.
[[nodiscard]] TokenId understood_subject(const Context& context, TokenId predicate);

/// The phrase of a noun without relative clauses, appositions, coordination, determiner and outer punctuation.
[[nodiscard]] TokenRange core_phrase(const Context& context, TokenId head);
/// The entity, time or quantity that `head` stands for; else its words as a phrase. A relative pronoun stands for its
/// noun.
[[nodiscard]] Filler filler_at(const Context& context, TokenId head);
/// The entity of the mention headed by `head`, or none().
[[nodiscard]] EntityId entity_at(const Context& context, TokenId head);

}  // namespace diurna::detail
