// Recognisers of things that are one token although they hold punctuation: addresses, numbers, faces, emoji.
// Each returns the offset behind the longest match that starts at `begin`, or `begin` when there is none. All look at
// a bounded number of bytes, or at bytes that they take, so that tokenizing stays linear.
#pragma once

#include <string_view>

namespace diurna::detail {

/// "https://example.org/a?b", "www.example.org"; a full stop, comma or bracket behind it is left out.
[[nodiscard]] std::size_t match_web_address(std::string_view text, std::size_t begin, std::size_t end);
/// "jane.doe@example.org"
[[nodiscard]] std::size_t match_mail_address(std::string_view text, std::size_t begin, std::size_t end);
/// "1,200.5", "15:00", "9/11", "2026-01-08", "713-853-3989", ".50"; of a range "3-2" only the first number.
[[nodiscard]] std::size_t match_number(std::string_view text, std::size_t begin, std::size_t end);
/// ":)", ";-)", ":D"
[[nodiscard]] std::size_t match_face(std::string_view text, std::size_t begin, std::size_t end);
/// An emoji with its modifiers and everything joined to it by zero-width joiners; a flag.
[[nodiscard]] std::size_t match_emoji(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace diurna::detail
