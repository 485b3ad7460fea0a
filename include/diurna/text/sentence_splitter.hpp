/// Sentence boundaries in a block of running text.
///
///     "Mr. Smith left. He was 40."   →   "Mr. Smith left." | "He was 40."
///
/// Decides over tokens: abbreviations, initials, ellipses, quotes and brackets that close behind the full stop. Linear;
/// thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

/// Ranges of `tokens` (counted from 0) that are sentences; they tile all tokens.
[[nodiscard]] std::vector<TokenRange> split_sentences(std::string_view text, const std::vector<Token>& tokens);

}  // namespace diurna
