// Lemmas: a list of known words, then edit scripts chosen by the network.
//
//     lemmatizer("went", "went", Upos::verb, rules)     // "go", from the list
//     apply_lemma_rule("l|3|y", "Cities")               // "city": lower case, 3 characters off, "y" on
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/model_file.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna::detail {

/// "case|strip|append" with case l (lower), k (kept) or t (first letter upper, rest lower); or "=lemma".
[[nodiscard]] std::string apply_lemma_rule(std::string_view rule, std::string_view form);

class Lemmatizer {
 public:
  /// Keeps views of the section "lemmas": form, tag, lemma.
  explicit Lemmatizer(const ModelFile& file);
  /// The lemma of a known word; else what the best rule makes of the form that is a known lemma of the tag; else what
  /// the best rule makes of it. `rules` are the best ones by the network, best first.
  [[nodiscard]] std::string operator()(std::string_view form, std::string_view normal, Upos upos,
                                       std::span<const std::string_view> rules) const;

 private:
  // Keys are "form\tTAG" and "lemma\tTAG"; only looked up, never walked.
  std::unordered_map<std::string_view, std::string_view> known_;
  std::unordered_set<std::string> lemmas_;
};

}  // namespace diurna::detail
