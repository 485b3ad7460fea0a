// From scores of name tags to names: the best sequence in which every name is well formed (begin, inside …, end, or
// single), by dynamic programming.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "linguistics/labels.hpp"

namespace diurna::detail {

/// Words `begin` up to `end` of a sentence, and the mean probability of their tags.
struct DecodedName {
  std::size_t begin;
  std::size_t end;
  EntityType type;
  double score;
};

class NameDecoder {
 public:
  explicit NameDecoder(std::vector<NameTag> tags);
  /// `scores[word]` are the scores of all tags. Linear in words and tags.
  [[nodiscard]] std::vector<DecodedName> operator()(std::span<const std::span<const float>> scores) const;

 private:
  [[nodiscard]] std::vector<std::size_t> best_tags(std::span<const std::span<const float>> scores) const;

  std::vector<NameTag> tags_;
  std::vector<std::size_t> opener_;  // for inside and end tags: the begin tag of the type
  std::vector<std::size_t> middle_;  // for inside and end tags: the inside tag of the type
};

}  // namespace diurna::detail
