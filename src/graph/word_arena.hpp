// Memory for pieces of 32-bit words that are named by a 32-bit offset and never move: texts and contributions.
//
// Pages of equal size; a piece lies within one page, or has pages of its own. Offset 0 is no piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace diurna::detail {

using Offset = std::uint32_t;

class WordArena {
 public:
  /// Room for `count` words, not initialised. Throws Error "graph.full" behind 16 GB.
  Offset allocate(std::size_t count);
  /// All of `words` as one piece, for an arena that has none yet: the word `i` of them is at offset 1 + i.
  void adopt(std::span<const std::uint32_t> words);

  [[nodiscard]] std::uint32_t* at(Offset offset) { return pages_[offset >> page_bits] + (offset & page_mask); }
  [[nodiscard]] const std::uint32_t* at(Offset offset) const {
    return pages_[offset >> page_bits] + (offset & page_mask);
  }

 private:
  static constexpr unsigned page_bits = 14;
  static constexpr std::size_t page_words = std::size_t{1} << page_bits;
  static constexpr Offset page_mask = page_words - 1;

  /// Pages for `count` words in a row; returns where they start.
  std::size_t add_pages(std::size_t count);

  std::vector<std::uint32_t*> pages_;
  std::vector<std::unique_ptr<std::uint32_t[]>> blocks_;
  std::size_t next_ = 1;
};

}  // namespace diurna::detail
