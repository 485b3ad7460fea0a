// What single lines of an article are.
#pragma once

#include <string_view>

#include "diurna/core/span.hpp"

namespace diurna::detail {

/// No letter and no digit: "-", "* * *", "_____".
[[nodiscard]] bool is_separator(std::string_view line);
/// "- …", "• …", "1. …", "(a) …": the number of bytes of the marker and the white space behind it; 0 for none.
[[nodiscard]] std::size_t bullet_size(std::string_view line);
/// "By Jane Doe", "Published 8 January 2026", "Thursday, January 8, 2026", "Highlights".
[[nodiscard]] bool is_metadata(std::string_view line);
/// The bytes of a dateline and its dash at the start of a paragraph, "CARACAS, Jan 8 (Reuters) — "; 0 for none.
[[nodiscard]] std::size_t dateline_size(std::string_view paragraph);
/// Whether a sentence could end here: a full stop, a mark, also with quotes or brackets behind it.
[[nodiscard]] bool ends_with_stop(std::string_view line);
/// Number of words, counted up to `limit`.
[[nodiscard]] std::size_t count_words(std::string_view line, std::size_t limit);

}  // namespace diurna::detail
