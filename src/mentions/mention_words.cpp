#include "mentions/mention_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

using Words = std::unordered_set<std::string_view>;
constexpr std::array<std::string_view, 6> kinds = {"personal", "possessive",    "reflexive",
                                                   "relative", "demonstrative", "indefinite"};
constexpr std::array<std::string_view, 7> classes = {"speech", "measure", "generic", "other",
                                                     "sport",  "play",    "country"};

std::size_t place_in(std::span<const std::string_view> values, std::string_view value, const Resource& table,
                     std::size_t line) {
  const auto hit = std::ranges::find(values, value);
  if (hit != values.end()) return static_cast<std::size_t>(hit - values.begin());
  throw ParseError({.code = "data.value",
                    .place = table.name() + ":" + std::to_string(line),
                    .message = "unknown value '" + std::string(value) + "'",
                    .hint = ""});
}

GrammaticalNumber number_of(char letter) {
  if (letter == 's') return GrammaticalNumber::singular;
  return letter == 'p' ? GrammaticalNumber::plural : GrammaticalNumber::unknown;
}

}  // namespace

GrammaticalGender gender_of(char letter) {
  if (letter == 'm') return GrammaticalGender::masculine;
  if (letter == 'f') return GrammaticalGender::feminine;
  return letter == 'n' ? GrammaticalGender::neuter : GrammaticalGender::unknown;
}

struct MentionWords::Tables {
  Resource pronoun_source = find_resource("en/gazetteers/pronouns.tsv");
  Resource class_source = find_resource("en/gazetteers/word_classes.tsv");
  std::unordered_map<std::string_view, Pronoun> pronouns;
  std::array<Words, classes.size()> by_class;

  Tables() {
    for (const TsvRow& row : read_tsv(pronoun_source, 5, 5)) {
      Pronoun pronoun;
      pronoun.kind = static_cast<PronounKind>(place_in(kinds, row.fields[1], pronoun_source, row.line));
      pronoun.person = row.fields[2][0] - '0';
      pronoun.number = number_of(row.fields[3][0]);
      pronoun.gender = gender_of(row.fields[4][0]);
      pronouns.emplace(row.fields[0], pronoun);
    }
    for (const TsvRow& row : read_tsv(class_source, 2, 2)) {
      Words& words = by_class[place_in(classes, row.fields[0], class_source, row.line)];
      for (const std::string_view lemma : split(row.fields[1], '|')) words.insert(lemma);
    }
  }
};

MentionWords MentionWords::load() {
  MentionWords out;
  out.tables_ = std::make_shared<Tables>();
  return out;
}

std::optional<Pronoun> MentionWords::pronoun(std::string_view lower_case) const {
  const auto hit = tables_->pronouns.find(lower_case);
  return hit == tables_->pronouns.end() ? std::nullopt : std::optional(hit->second);
}

bool MentionWords::is_speech_verb(std::string_view lemma) const { return tables_->by_class[0].contains(lemma); }
bool MentionWords::is_measure(std::string_view lemma) const { return tables_->by_class[1].contains(lemma); }
bool MentionWords::is_generic(std::string_view lemma) const { return tables_->by_class[2].contains(lemma); }
bool MentionWords::brings_in_new(std::string_view lemma) const { return tables_->by_class[3].contains(lemma); }
bool MentionWords::means_country(std::string_view lemma) const { return tables_->by_class[6].contains(lemma); }
bool MentionWords::is_sport_noun(std::string_view lemma) const { return tables_->by_class[4].contains(lemma); }
bool MentionWords::is_play_verb(std::string_view lemma) const { return tables_->by_class[5].contains(lemma); }

}  // namespace diurna::detail
