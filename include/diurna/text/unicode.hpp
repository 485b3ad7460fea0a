/// UTF-8 without surprises: decoding with repair, case folding, and the way between bytes and code points.
///
///     diurna::CodePointIndex index("é!");
///     index.code_point(2);                    // 1: the "!" is byte 2, code point 1
///     diurna::fold_case("ÉCOLE");             // "école"
///
/// Broken bytes are shown as U+FFFD by the decoding functions, one for each maximal broken part (Unicode 15, 3.9);
/// the text itself stays as it is. Thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/span.hpp"

namespace diurna {

/// One decoded character and the number of bytes that it took (at least 1).
struct DecodedCharacter {
  char32_t value = 0;
  std::size_t size = 0;
  bool valid = true;
};

/// Decodes the character that starts at `offset`. Requires `offset < text.size()`.
[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text, std::size_t offset);
/// Spans of all bytes that are not UTF-8, in order; empty for valid text.
[[nodiscard]] std::vector<Span> invalid_utf8(std::string_view text);
/// `text` with every broken part replaced by U+FFFD, for outputs that must be valid UTF-8 (JSON, XML).
[[nodiscard]] std::string repaired_utf8(std::string_view text);
/// UTF-8 of one character.
[[nodiscard]] std::string encode_utf8(char32_t character);

[[nodiscard]] bool is_upper(char32_t character);
[[nodiscard]] bool is_lower(char32_t character);
[[nodiscard]] bool is_letter(char32_t character);
[[nodiscard]] bool is_digit(char32_t character);
[[nodiscard]] bool is_space(char32_t character);
/// A combining mark, joiner or variation selector: never starts a token.
[[nodiscard]] bool is_mark(char32_t character);

/// Simple case folding of every character (one to one; byte length may change).
[[nodiscard]] std::string fold_case(std::string_view text);
/// Case-folded, decomposed (NFKD) and stripped of combining marks: "Rodríguez" → "rodriguez". For looking up names.
[[nodiscard]] std::string fold_accents(std::string_view text);

/// Byte offset ↔ code-point offset of one text. A broken byte counts as the code point U+FFFD that stands for its
/// maximal part. Building is linear, a look-up constant (ASCII texts keep no table).
class CodePointIndex {
 public:
  CodePointIndex() = default;
  explicit CodePointIndex(std::string_view text);
  /// Number of code points before byte `offset`; an offset inside a character counts as its start.
  [[nodiscard]] std::size_t code_point(std::size_t byte_offset) const;
  /// Byte at which code point number `code_point` starts; the text's size when it is past the end.
  [[nodiscard]] std::size_t byte_offset(std::size_t code_point) const;
  /// Number of code points of the text.
  [[nodiscard]] std::size_t size() const { return code_points_; }

 private:
  std::size_t bytes_ = 0;
  std::size_t code_points_ = 0;
  std::vector<std::uint32_t> every_64th_;  // code points before byte 64·i
  std::vector<std::uint64_t> starts_;      // bit b of word i: byte 64·i+b starts a code point
};

}  // namespace diurna
