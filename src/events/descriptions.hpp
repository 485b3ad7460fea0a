// Where a sentence says what somebody is: "US President Ana Diaz", "Ana Diaz, head of the agency", "she is a lawyer",
// "he served as mayor", "a spokeswoman for the army".
#pragma once

#include <string>
#include <vector>

#include "events/relation_patterns.hpp"

namespace diurna::detail {

/// One person with one noun that describes them.
struct Description {
  Filler person;
  TokenId noun;
  std::string rule;
};

/// Descriptions of one sentence, in text order; coordinated nouns and names are spread out.
[[nodiscard]] std::vector<Description> find_descriptions(const RelationScene& scene);

/// The words around a descriptive noun, sorted by what they say.
struct NounPhrase {
  TokenRange title;             ///< The noun with the words that belong to the title: "Foreign Minister".
  std::vector<TokenId> before;  ///< Heads of names, demonyms and owners left of the noun, the nearest first.
  std::vector<TokenId> behind;  ///< Heads of "of", "for", "at", … phrases behind it.
};
[[nodiscard]] NounPhrase read_noun_phrase(const RelationScene& scene, TokenId noun);

}  // namespace diurna::detail
