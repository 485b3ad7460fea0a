// The words that decide who is who: data/en/identity with the gazetteers.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/mentions/gazetteer.hpp"

namespace diurna::detail {

class Vocabulary {
 public:
  /// Throws ParseError "data.fields" with file and line.
  [[nodiscard]] static Vocabulary load();

  [[nodiscard]] const Gazetteer& gazetteer() const& { return gazetteer_; }
  /// Whether a word or name (lower case, words joined by "_") belongs to a class of words.tsv.
  [[nodiscard]] bool is(std::string_view word_class, std::string_view word) const;
  /// Field of work of one word of a position: "minister" → "politics"; "" when it tells none.
  [[nodiscard]] std::string_view field_of(std::string_view word) const;
  /// The spelling that stands for this word: "labour" → "labor"; "" when it has one spelling only.
  [[nodiscard]] std::string_view variant(std::string_view word) const;
  /// Full given names that a form may stand for, itself first: "bill" → "bill", "william".
  [[nodiscard]] std::vector<std::string> given_names(std::string_view form) const;

 private:
  using Words = std::set<std::string, std::less<>>;
  Gazetteer gazetteer_;
  std::map<std::string, Words, std::less<>> classes_;
  std::map<std::string, std::string, std::less<>> fields_;
  std::map<std::string, std::string, std::less<>> variants_;
  std::map<std::string, std::vector<std::string>, std::less<>> given_names_;
};

}  // namespace diurna::detail
