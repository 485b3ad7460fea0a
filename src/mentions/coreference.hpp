// Coreference by sieves, the surest first (Raghunathan et al. 2010, Lee et al. 2013): each sieve reads the chains that
// the sieves before it made, goes through the text once, and joins what its one rule allows.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/chains.hpp"

namespace diurna::detail {

/// What a sieve works on.
class Coreference {
 public:
  Coreference(const MentionContext& context, const Candidates& candidates);

  [[nodiscard]] const MentionContext& context() const { return context_; }
  [[nodiscard]] const Syntax& syntax() const { return context_.syntax; }
  [[nodiscard]] const std::vector<Candidate>& list() const { return candidates_.list; }
  [[nodiscard]] const Candidate& at(std::size_t i) const { return candidates_.list[i]; }
  [[nodiscard]] const NameDraft& name(std::size_t i) const { return candidates_.names[at(i).name]; }
  [[nodiscard]] const Interner& words() const { return candidates_.words; }
  [[nodiscard]] Chains& chains() { return chains_; }
  [[nodiscard]] const Chains& chains() const { return chains_; }

  /// The widest candidate that this token heads; `nobody` when it heads none.
  [[nodiscard]] std::size_t headed_by(TokenId token) const { return token ? by_head_[token.index()] : nobody; }
  /// The surface of a candidate lies inside the other's.
  [[nodiscard]] bool nested(std::size_t a, std::size_t b) const;
  /// Both depend on one verb, so that only a reflexive could make them one.
  [[nodiscard]] bool co_arguments(std::size_t a, std::size_t b) const;
  [[nodiscard]] std::size_t sentence_distance(std::size_t a, std::size_t b) const;
  /// How prominent a candidate is as an antecedent for `later`: near, subject, often named.
  [[nodiscard]] double salience(std::size_t antecedent, std::size_t later) const;

  static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

 private:
  const MentionContext& context_;
  const Candidates& candidates_;
  Chains chains_;
  std::vector<std::size_t> by_head_;
};

/// Joins all candidates that are one entity.
[[nodiscard]] Chains resolve_coreference(const MentionContext& context, const Candidates& candidates);

// name_sieves.cpp
void same_head_sieve(Coreference& work);   // "President Nicolás Maduro" and the name inside
void exact_name_sieve(Coreference& work);  // equal names; forms of one gazetteer entry ("US", "American")
// person_sieves.cpp
void person_name_sieve(Coreference& work);  // "Maduro", "Nicolás", "Nicolás M. Maduro"
// body_sieves.cpp
void acronym_sieve(Coreference& work);         // "Federal Security Service (FSB)"
void bracket_sieve(Coreference& work);         // "Protection Units (YPG)"
void same_core_sieve(Coreference& work);       // "UK Supreme Court", "Supreme Court of the United Kingdom"
void shortened_name_sieve(Coreference& work);  // "Investigative Committee" for "Russian Investigative Committee"
// structure_sieves.cpp
void apposition_sieve(Coreference& work);  // "Jorge Rodríguez, head of the assembly"
void comma_sieve(Coreference& work);       // the same by word order, where the tree says otherwise
void copula_sieve(Coreference& work);      // "San Miguel is a lawyer"
void role_name_sieve(Coreference& work);   // "activist Rocío San Miguel"
void relative_sieve(Coreference& work);    // "the man who …"
void reflexive_sieve(Coreference& work);   // "she … herself"
// nominal_sieves.cpp
void headline_sieve(Coreference& work);       // headline "Building collapses", text "A building …"
void same_phrase_sieve(Coreference& work);    // "police" … "Police"
void head_match_sieve(Coreference& work);     // "the ministry" for "the foreign ministry"; "the president" by title
void place_of_name_sieve(Coreference& work);  // "the city of Oslo", "the Vox website"
void generic_noun_sieve(Coreference& work);   // "the company" for the last company named
// pronoun_sieves.cpp
void pronoun_sieve(Coreference& work);      // he, she, it, they
void speaker_sieve(Coreference& work);      // "I" in direct speech
void same_person_sieve(Coreference& work);  // "we … our", "you … your"

}  // namespace diurna::detail
