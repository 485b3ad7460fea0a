// From scores of heads to a tree: the maximum spanning arborescence with exactly one root.
//
// Mostly the best head of every word already makes a tree; otherwise Chu–Liu/Edmonds by contraction of cycles. A
// penalty on root edges larger than any sum of scores makes the best arborescence have one root.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace diurna::detail {

/// Heads of `size` words; 0 is the root, word i is node i + 1. `scores[word · stride + node]` is the score of `node` as
/// head of `word`; the score of a word as its own head is not read. Ties go to the smaller node. Quadratic for trees,
/// cubic at worst.
[[nodiscard]] std::vector<std::size_t> decode_tree(std::span<const float> scores, std::size_t size, std::size_t stride);

}  // namespace diurna::detail
