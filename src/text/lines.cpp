// A text wrapped greedily at some width leaves no line that could have taken the first word of the next one. So the
// widest line gives the width, and the test for "wrapped" is that nearly all inner lines of paragraphs are full.
#include "text/lines.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t narrowest_wrapping = 45;
constexpr std::size_t widest_wrapping = 100;

bool ends_line(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\f' || c == U'\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Measures the line in `raw`; its span is empty when it is blank.
Line measure(std::string_view text, Span raw) {
  Line line;
  bool in_first_word = true;
  std::size_t characters = 0;
  for (std::size_t i = raw.begin; i < raw.end;) {
    const Character c = character_at(text, i, raw.end);
    const bool space = c.is(CharacterKind::space);
    if (!space && line.span.empty()) line = {{i, i}, i - raw.begin, 0, 0, false};
    if (line.span.end != 0 || !space) ++characters;
    if (!space) line.span.end = i + c.size;
    if (!space) line.width = characters;
    if (space && !line.span.empty()) in_first_word = false;
    if (in_first_word) line.first_word = characters;
    i += c.size;
  }
  return line;
}

}  // namespace

std::vector<Line> find_lines(std::string_view text, Span part) {
  std::vector<Line> lines;
  bool blank = false;
  std::size_t begin = part.begin;
  for (std::size_t i = part.begin; i <= part.end;) {
    const Character c = character_at(text, i, part.end);
    if (i < part.end && !ends_line(c.value)) {
      i += c.size;
      continue;
    }
    Line line = measure(text, {begin, i});
    if (line.span.empty()) {
      blank = true;
    } else {
      line.blank_before = blank;
      blank = false;
      lines.push_back(line);
    }
    const bool crlf = c.value == U'\r' && i + 1 < part.end && text[i + 1] == '\n';
    i += std::max<std::size_t>(c.size, 1) + (crlf ? 1 : 0);
    begin = i;
  }
  return lines;
}

Wrapping find_wrapping(const std::vector<Line>& lines) {
  std::size_t widest = 0;
  std::size_t too_wide = 0;
  for (const Line& line : lines) {
    line.width > widest_wrapping ? void(++too_wide) : void(widest = std::max(widest, line.width));
  }
  if (widest < narrowest_wrapping || too_wide * 10 > lines.size()) return {};
  const Wrapping wrapping{widest};
  std::size_t inner = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before) continue;
    ++inner;
    if (wrapping.runs_on(lines[i], lines[i + 1])) ++full;
  }
  return inner >= 2 && full * 3 >= inner * 2 ? wrapping : Wrapping{};
}

}  // namespace diurna::detail
