#include "graph/word_arena.hpp"

#include <algorithm>
#include <limits>

#include "diurna/core/error.hpp"

namespace diurna::detail {

std::size_t WordArena::add_pages(std::size_t count) {
  const std::size_t start = pages_.size() << page_bits;
  const std::size_t pages = (count + page_words - 1) >> page_bits;
  if (start + (pages << page_bits) > std::numeric_limits<Offset>::max()) {
    throw Error({.code = "graph.full",
                 .place = {},
                 .message = "this graph has more than 16 GB of text or evidence",
                 .hint = "keep it in several graphs"});
  }
  blocks_.push_back(std::make_unique_for_overwrite<std::uint32_t[]>(pages << page_bits));
  for (std::size_t i = 0; i < pages; ++i) pages_.push_back(blocks_.back().get() + (i << page_bits));
  return start;
}

Offset WordArena::allocate(std::size_t count) {
  const std::size_t left = (pages_.size() << page_bits) - std::min(next_, pages_.size() << page_bits);
  const bool within_page = count <= page_words - (next_ & page_mask);
  if (count > left || !within_page) {
    const std::size_t start = add_pages(count + (pages_.empty() ? 1 : 0));
    next_ = start + (start == 0 ? 1 : 0);
  }
  const auto offset = static_cast<Offset>(next_);
  next_ += count;
  return offset;
}

void WordArena::adopt(std::span<const std::uint32_t> words) {
  if (words.empty()) return;
  add_pages(words.size() + 1);
  std::copy(words.begin(), words.end(), pages_.front() + 1);
  next_ = words.size() + 1;
}

}  // namespace diurna::detail
