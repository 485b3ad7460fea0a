// Lemmas: a list of known words, then edit scripts chosen by the network.
//
//     lemmatizer("went", "went", Upos::verb, rule)      // "go", from the list
//     apply_lemma_rule("l|3|y", "Cities")               // "city": lower case, 3 characters off, "y" on
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/model_file.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna::detail {

/// "case|strip|append" with case l (lower), k (kept) or t (first letter upper, rest lower); or "=lemma".
[[nodiscard]] std::string apply_lemma_rule(std::string_view rule, std::string_view form);

class Lemmatizer {
 public:
  /// Keeps views of the section "lemmas": form, tag, lemma.
  explicit Lemmatizer(const ModelFile& file);
  /// The lemma of a known word, else what the rule makes of the form.
  [[nodiscard]] std::string operator()(std::string_view form, std::string_view normal, Upos upos,
                                       std::string_view rule) const;

 private:
  std::unordered_map<std::string_view, std::string_view> known_;  // "form\tTAG" → lemma; only looked up, never walked
};

}  // namespace diurna::detail
