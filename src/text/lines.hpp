// Lines of a text and how they are laid out.
#pragma once

#include <string_view>
#include <vector>

#include "diurna/core/span.hpp"

namespace diurna::detail {

struct Line {
  Span span;                   // without white space at both ends; never empty
  std::size_t indent = 0;      // bytes of white space in front
  std::size_t width = 0;       // characters of the trimmed line
  std::size_t first_word = 0;  // characters up to the first white space
  bool blank_before = false;
};

/// The lines of `part` that are not blank. CR LF, LF, CR, FF, U+0085, U+2028 and U+2029 end a line.
[[nodiscard]] std::vector<Line> find_lines(std::string_view text, Span part);

/// Whether and how wide paragraphs are wrapped by hand.
struct Wrapping {
  std::size_t width = 0;  // 0: a line is a paragraph
  /// Whether `line` is so full that `next` may be its continuation.
  [[nodiscard]] bool runs_on(const Line& line, const Line& next) const {
    return width != 0 && line.width <= width && line.width + 1 + next.first_word > width;
  }
};
[[nodiscard]] Wrapping find_wrapping(const std::vector<Line>& lines);

}  // namespace diurna::detail
