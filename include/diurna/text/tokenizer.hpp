/// Words in the sense of Universal Dependencies (English), as spans of the untouched text.
///
///     diurna::tokenize("They don't.", {0, 11});    // They | do | n't | .
///
/// Rules and tables (abbreviations, contractions) are data in data/en/text. Linear time; thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "diurna/core/span.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

/// The tokens of one stretch of text. Every byte that is not white space belongs to exactly one token.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, Span part);

}  // namespace diurna
