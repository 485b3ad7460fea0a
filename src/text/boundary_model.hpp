// Sentence boundaries that no full stop shows: "Thanks, Ben Please send me …".
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/text/document.hpp"

namespace diurna::detail {

/// A linear model over the words around a gap; weights and bias are data (en/text/boundaries.tsv), made by
/// training/sentence_boundaries.py. Immutable, shared by all threads.
class BoundaryModel {
 public:
  /// Throws ParseError "data.*" naming file and line.
  BoundaryModel();

  /// Cuts `sentence`, a range of `tokens`, where the model is sure enough; the pieces tile it.
  [[nodiscard]] std::vector<TokenRange> cut(std::string_view text, const std::vector<Token>& tokens,
                                            TokenRange sentence) const;

 private:
  [[nodiscard]] float weight(std::initializer_list<std::string_view> parts) const;
  /// Above 0: a sentence ends with token `gap` of `sentence`.
  [[nodiscard]] float score(std::string_view text, const std::vector<Token>& tokens, TokenRange sentence,
                            std::size_t gap) const;

  std::unordered_map<std::uint64_t, float> weights_;
  float bias_ = 0;
};

/// The one copy of the process.
[[nodiscard]] const BoundaryModel& boundary_model();

}  // namespace diurna::detail
