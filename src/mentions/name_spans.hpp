// Steps of the name finder: each adds spans over tokens that no name covers yet, or cuts spans to size.
#pragma once

#include <vector>

#include "mentions/name_finder.hpp"

namespace diurna::detail {

/// Which tokens belong to a name already.
class Coverage {
 public:
  explicit Coverage(std::size_t tokens) : covered_(tokens, false) {}
  [[nodiscard]] bool at(TokenId token) const { return covered_[token.index()]; }
  [[nodiscard]] bool any(TokenRange tokens) const;
  void add(TokenRange tokens);

 private:
  std::vector<bool> covered_;
};

/// The span without determiners, quotes, possessive endings and titles at its edges; may be empty.
[[nodiscard]] TokenRange trimmed_name(const MentionContext& context, TokenRange tokens, EntityType type);
/// Tokens of a title that starts at `first` and ends before `last`; 0 when there is none.
[[nodiscard]] std::size_t title_length(const MentionContext& context, TokenId first, TokenId last);
/// Takes the titles before names of persons out of the search for further names.
void cover_titles(const MentionContext& context, const std::vector<NameDraft>& names, Coverage& coverage);
/// The longest name of the gazetteers that starts at `first` and ends at or before `end`.
[[nodiscard]] std::optional<NameDraft> known_name_from(const MentionContext& context, TokenId first, TokenId end);
/// What the gazetteers say of exactly these tokens.
[[nodiscard]] std::optional<KnownName> known_name(const MentionContext& context, TokenRange tokens,
                                                  std::string_view key);
/// Names of the gazetteers, longest first from the left.
[[nodiscard]] std::vector<NameDraft> gazetteer_names(const MentionContext& context, Coverage& coverage);
/// Runs of capitalised proper nouns.
[[nodiscard]] std::vector<NameDraft> shape_names(const MentionContext& context, Coverage& coverage);
/// Further occurrences of the names and surnames in `names`.
[[nodiscard]] std::vector<NameDraft> repeated_names(const MentionContext& context, const std::vector<NameDraft>& names,
                                                    Coverage& coverage);

}  // namespace diurna::detail
