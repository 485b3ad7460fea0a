// A mention on its way: the public Mention with what coreference wants to know about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diurna/mentions/mention.hpp"
#include "mentions/context.hpp"
#include "mentions/mention_words.hpp"
#include "mentions/name_finder.hpp"

namespace diurna::detail {

enum class Definiteness { none, definite, demonstrative, indefinite, possessed };

struct Candidate {
  Mention mention;
  SentenceId sentence;
  WordId head = no_word;           // lemma of the head; of a name: its last word
  std::vector<WordId> modifiers;   // content words of the phrase but the head, sorted
  std::vector<WordId> titles;      // nouns before a name that say what its bearer is ("president")
  std::size_t name = no_name;      // index of the NameDraft when this is a name mention
  std::optional<Pronoun> pronoun;  // set for pronouns
  Definiteness definiteness = Definiteness::none;
  bool person = false;         // a human being or several
  bool collective = false;     // "police", "committee": takes "they" as well as "it"
  bool brings_in_new = false;  // "another man", "two other people"
  bool is_country = false;     // a name of a country, not of a city or region
  std::string_view country;    // ISO code of the country that the phrase itself names ("Venezuelan activist")

  static constexpr std::size_t no_name = static_cast<std::size_t>(-1);
  [[nodiscard]] bool is_name() const { return mention.kind == MentionKind::name; }
  [[nodiscard]] bool is_nominal() const { return mention.kind == MentionKind::nominal; }
  [[nodiscard]] bool is_pronoun() const { return mention.kind == MentionKind::pronoun; }
};

/// A document's candidates in text order (the wider first), with the names they come from.
struct Candidates {
  std::vector<NameDraft> names;
  std::vector<Candidate> list;
  Interner words;
};

}  // namespace diurna::detail
