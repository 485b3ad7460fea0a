// Stretches of text between quotation marks, across sentences of one block.
#pragma once

#include <vector>

#include "events/stages.hpp"

namespace diurna::detail {

/// The tokens between an opening and a closing mark (marks left out), in text order. A quotation that a paragraph
/// leaves open ends with the paragraph. Short ones (one or two words: scare quotes) are kept too.
[[nodiscard]] std::vector<TokenRange> find_quotations(const Document& document);

}  // namespace diurna::detail
