// Pronouns and small word classes, from pronouns.tsv and word_classes.tsv.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "diurna/mentions/mention.hpp"

namespace diurna::detail {

enum class PronounKind { personal, possessive, reflexive, relative, demonstrative, indefinite };

struct Pronoun {
  PronounKind kind = PronounKind::personal;
  int person = 3;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  GrammaticalGender gender = GrammaticalGender::unknown;
};

/// Immutable, shared, thread-safe.
class MentionWords {
 public:
  [[nodiscard]] static MentionWords load();
  [[nodiscard]] std::optional<Pronoun> pronoun(std::string_view lower_case) const;
  [[nodiscard]] bool is_speech_verb(std::string_view lemma) const;
  [[nodiscard]] bool is_measure(std::string_view lemma) const;
  [[nodiscard]] bool is_generic(std::string_view lemma) const;
  [[nodiscard]] bool brings_in_new(std::string_view lemma) const;
  [[nodiscard]] bool means_country(std::string_view lemma) const;
  [[nodiscard]] bool is_sport_noun(std::string_view lemma) const;
  [[nodiscard]] bool is_play_verb(std::string_view lemma) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

[[nodiscard]] GrammaticalGender gender_of(char letter);

}  // namespace diurna::detail
