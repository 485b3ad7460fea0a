// The parts of an article: headline, dateline, lines about the article, headings, bullets, paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/text/document.hpp"

namespace diurna::detail {

struct Structure {
  std::vector<Block> blocks;  // in text order; every byte that is not white space is in one of them
  std::string date;           // publication date that the text itself states, or ""
};

/// Cuts `text`, of which the first `title_size` bytes are a headline given apart.
///
/// A line is a block of its own, except where a paragraph is wrapped by hand: then lines that are as long as the next
/// word allows run on into the next one. Blank lines always separate.
[[nodiscard]] Structure find_structure(std::string_view text, std::size_t title_size);

}  // namespace diurna::detail
