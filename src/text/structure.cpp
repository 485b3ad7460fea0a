#include "text/structure.hpp"

#include <algorithm>
#include <optional>

#include "diurna/text/unicode.hpp"
#include "text/characters.hpp"
#include "text/dates.hpp"
#include "text/line_kinds.hpp"
#include "text/lines.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t most_heading_words = 14;
constexpr std::size_t most_title_words = 30;
constexpr std::size_t blocks_with_date = 12;  // the publication date is looked for in this many blocks

/// Lines that make up one block.
struct Draft {
  Span span;
  bool bullet = false;
  bool blank_before = false;
};

class Composer {
 public:
  Composer(std::string_view text, Span body)
      : text_(text), lines_(find_lines(text, body)), wrapping_(find_wrapping(lines_)) {}

  void append_to(Structure& structure) const {
    const std::vector<Draft> drafts = gather();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      Span span = drafts[i].span;
      BlockKind kind = kind_of(drafts, i);
      if (kind == BlockKind::paragraph) {
        if (const std::size_t size = dateline_size(span.text_in(text_)); size > 0) {
          structure.blocks.push_back({BlockKind::metadata, trimmed({span.begin, span.begin + size}), BlockId::none()});
          span.begin += size;
        }
      }
      if (kind == BlockKind::heading && !has_title(structure)) kind = BlockKind::title;
      structure.blocks.push_back({kind, span, BlockId::none()});
    }
  }

 private:
  [[nodiscard]] static bool has_title(const Structure& structure) {
    return std::any_of(structure.blocks.begin(), structure.blocks.end(),
                       [](const Block& block) { return block.kind != BlockKind::metadata; });
  }
  [[nodiscard]] Span trimmed(Span span) const {
    while (span.end > span.begin && text_[span.end - 1] == ' ') --span.end;
    return span;
  }

  [[nodiscard]] std::vector<Draft> gather() const {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool bullet = bullet_size(lines_[i].span.text_in(text_)) > 0;
      if (i > 0 && !lines_[i].blank_before && continues(i, drafts.back().bullet, bullet)) {
        drafts.back().span.end = lines_[i].span.end;
      } else {
        drafts.push_back({lines_[i].span, bullet, lines_[i].blank_before});
      }
    }
    return drafts;
  }

  /// Whether line `i` goes on with the block of the line before it.
  [[nodiscard]] bool continues(std::size_t i, bool in_bullet, bool bullet) const {
    const Line& before = lines_[i - 1];
    const Line& line = lines_[i];
    const std::string_view words = line.span.text_in(text_);
    const std::string_view words_before = before.span.text_in(text_);
    const bool open = !ends_with_stop(words_before);
    if (is_separator(words) || is_separator(words_before)) return false;
    if (bullet && !(open && wrapping_.runs_on(before, line) && !in_bullet)) return false;
    if (is_metadata(words_before) || is_metadata(words)) return false;
    if (in_bullet && line.indent > 0 && line.indent >= before.indent) return true;
    if (wrapping_.runs_on(before, line)) return true;
    return open && is_lower(character_at(text_, line.span.begin, line.span.end).value);
  }

  [[nodiscard]] BlockKind kind_of(const std::vector<Draft>& drafts, std::size_t i) const {
    const std::string_view words = drafts[i].span.text_in(text_);
    if (is_separator(words) || is_metadata(words)) return BlockKind::metadata;
    if (drafts[i].bullet) return BlockKind::list_item;
    const bool last = i + 1 == drafts.size();
    if (last || ends_with_stop(words) || words.ends_with(':') || words.ends_with(',')) return BlockKind::paragraph;
    if (is_lower(character_at(words, 0, words.size()).value)) return BlockKind::paragraph;
    const std::size_t most = i == 0 ? most_title_words : most_heading_words;
    return count_words(words, most + 1) <= most ? BlockKind::heading : BlockKind::paragraph;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  Wrapping wrapping_;
};

std::string stated_date(std::string_view text, const std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < std::min(blocks.size(), blocks_with_date); ++i) {
    if (blocks[i].kind != BlockKind::metadata) continue;
    if (const auto date = find_date(blocks[i].span.text_in(text))) return date->value;
  }
  return {};
}

}  // namespace

Structure find_structure(std::string_view text, std::size_t title_size) {
  Structure structure;
  for (const Line& line : find_lines(text, {0, title_size})) {
    if (structure.blocks.empty()) structure.blocks.push_back({BlockKind::title, line.span, BlockId::none()});
    structure.blocks.back().span.end = line.span.end;
  }
  Composer(text, {title_size, text.size()}).append_to(structure);
  structure.date = stated_date(text, structure.blocks);
  return structure;
}

}  // namespace diurna::detail
