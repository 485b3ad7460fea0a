// Word features as rows of the embedding tables; training/features.py computes the same numbers.
//
// A word is looked up as its normal form (quotes and dashes unified, lower case, digits as 0), as the suffixes of 2–5
// and the prefixes of 1–4 characters of it, and as its shape. Row 0 of a table means "nothing".
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace diurna::detail {

inline constexpr std::size_t affix_features = 9;

struct WordRows {
  std::uint32_t word = 0;
  std::array<std::uint32_t, affix_features> affixes{};
  std::uint32_t vector_key = 0;  ///< What the list of pretrained vectors is searched for.
};

/// Quotes and dashes unified, lower case, every ASCII digit as 0: "‘90s" → "'00s".
[[nodiscard]] std::string normal_form(std::string_view form);
/// X upper, x lower, 0 digit, else the character; runs cut at 3, the whole at 8: "McDonald's" → "XxXxxx'x".
[[nodiscard]] std::string word_shape(std::string_view form);
/// FNV-1a of the kind of feature and the bytes, folded.
[[nodiscard]] std::uint64_t feature_hash(std::uint8_t kind, std::string_view text);
/// Rows in tables of the given sizes.
[[nodiscard]] WordRows word_rows(std::string_view form, std::string_view normal, std::size_t word_table,
                                 std::size_t affix_table);

}  // namespace diurna::detail
