// Noun phrases as a reader would quote them.
#pragma once

#include <vector>

#include "mentions/context.hpp"

namespace diurna::detail {

/// For every token the phrase it heads: determiners, modifiers and prepositional phrases, but no relative clause,
/// apposition, conjunct or preposition of its own. Linear in the number of tokens.
class Phrases {
 public:
  explicit Phrases(const MentionContext& context);
  /// "the head of the assembly" for "head" in "by the head of the assembly, who left".
  [[nodiscard]] TokenRange of(TokenId head) const { return own_[head.index()]; }

 private:
  void grow(const MentionContext& context, TokenId head);

  std::vector<TokenRange> own_;    // without the preposition
  std::vector<TokenRange> whole_;  // with it, as part of the phrase above
  std::vector<TokenRange> full_;   // with everything below
};

}  // namespace diurna::detail
