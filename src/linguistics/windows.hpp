// Sentences cut to a length that the parser takes, so that time and memory stay linear in the text.
#pragma once

#include <span>
#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"

namespace diurna::detail {

/// All sentences in text order; one longer than 160 words in pieces, cut behind the last punctuation mark of the second
/// half of a piece where there is one.
[[nodiscard]] std::vector<TokenRange> cut_windows(const Document& document);
/// Hangs the roots of the later pieces of a sentence on the root of its first piece, as parataxis.
void join_windows(const Document& document, std::span<const TokenRange> windows, std::span<WordAnalysis> words);

}  // namespace diurna::detail
