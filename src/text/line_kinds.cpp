#include "text/line_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/text/unicode.hpp"
#include "text/characters.hpp"
#include "text/dates.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_metadata = 160;  // bytes
constexpr std::size_t longest_dateline = 100;

struct MetadataLines {
  std::unordered_map<std::string, std::string> whole;  // text → kind "line" or "date"
  std::vector<std::string> starts;
  std::vector<std::string> bylines;
};

MetadataLines read_metadata_lines() {
  MetadataLines out;
  const Resource table = find_resource("en/text/metadata_lines.tsv");
  for (const TsvRow& row : read_tsv(table, 2, 2)) {
    std::string text = fold_case(row.fields[0]);
    if (row.fields[1] == "start") {
      out.starts.push_back(std::move(text));
    } else if (row.fields[1] == "byline") {
      out.bylines.push_back(text + " ");
    } else if (row.fields[1] == "line" || row.fields[1] == "date") {
      out.whole.emplace(std::move(text), row.fields[1]);
    } else {
      throw ParseError({.code = "data.kind",
                        .place = table.name() + ":" + std::to_string(row.line),
                        .message = "unknown kind \"" + std::string(row.fields[1]) + "\"",
                        .hint = "the comment at the top of the file lists the kinds"});
    }
  }
  return out;
}

const MetadataLines& metadata_lines() {
  static const MetadataLines lines = read_metadata_lines();
  return lines;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    while (i < text.size() && character_at(text, i, text.size()).is(CharacterKind::letter)) {
      i += character_at(text, i, text.size()).size;
    }
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    if (i == begin) i += character_at(text, i, text.size()).size;
  }
  return words;
}

bool is_date_line(std::string_view line) {
  const auto date = find_date(line);
  if (!date) return false;
  const auto belongs = [](std::string_view word) {
    const auto found = metadata_lines().whole.find(fold_case(word));
    return is_weekday(word) || (found != metadata_lines().whole.end() && found->second == "date");
  };
  const auto before = words_of(line.substr(0, date->span.begin));
  const auto behind = words_of(line.substr(date->span.end));
  return std::all_of(before.begin(), before.end(), belongs) && std::all_of(behind.begin(), behind.end(), belongs);
}

bool is_byline(std::string_view line, const std::string& folded) {
  return std::any_of(metadata_lines().bylines.begin(), metadata_lines().bylines.end(), [&](const std::string& start) {
    return folded.starts_with(start) && count_words(line, 9) <= 8 &&
           is_upper(character_at(line, start.size(), line.size()).value);
  });
}

/// Words of a dateline are capitalised, numbers, or small words of names.
bool is_dateline_word(std::string_view word) {
  constexpr std::array<std::string_view, 10> small = {"de", "la", "el", "al", "of", "and", "the", "del", "am", "pm"};
  return is_upper(character_at(word, 0, word.size()).value) ||
         std::find(small.begin(), small.end(), word) != small.end();
}

bool is_all_capitals(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); i += character_at(word, i, word.size()).size) {
    if (!is_upper(character_at(word, i, word.size()).value)) return false;
  }
  return word.size() >= 3;
}

/// Offset and size of the first dash that stands alone, or that follows a bracket.
Span first_dash(std::string_view head) {
  Span best{head.size(), head.size()};
  for (const std::string_view dash :
       {" \u2014 ", " \u2013 ", " -- ", " - ", " _ ", ")\u2014", ") \u2014", ")-", ") -", ")--"}) {
    const std::size_t at = head.find(dash);
    if (at == std::string_view::npos || at >= best.begin) continue;
    std::size_t end = at + dash.size();
    while (end < head.size() && (head[end] == '-' || head[end] == ' ')) ++end;
    best = {at, end};
  }
  return best;
}

}  // namespace

bool is_separator(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const Character c = character_at(line, i, line.size());
    if (c.is_word()) return false;
    i += c.size;
  }
  return true;
}

std::size_t bullet_size(std::string_view line) {
  constexpr std::array<std::string_view, 11> marks = {"-",      "*",      "\u2022", "\u2013", "\u00B7", "\u25E6",
                                                      "\u2023", "\u25AA", "\u25CF", "\u25A0", "+"};
  std::size_t size = 0;
  for (const std::string_view mark : marks) {
    if (line.starts_with(mark)) size = mark.size();
  }
  if (size == 0) {
    const std::size_t open = line.starts_with('(') ? 1 : 0;
    std::size_t end = open;
    while (end < line.size() && end < open + 2 && line[end] >= '0' && line[end] <= '9') ++end;
    if (end == open && end < line.size() && line[end] >= 'a' && line[end] <= 'h') ++end;
    const bool number = end > open && line[open] <= '9';
    if (end == open || end >= line.size()) return 0;
    if (line[end] != ')' && !(number && open == 0 && line[end] == '.')) return 0;
    size = end + 1;
  }
  std::size_t content = size;
  while (content < line.size() && (line[content] == ' ' || line[content] == '\t')) ++content;
  return content == size || content == line.size() ? 0 : content;
}

bool is_metadata(std::string_view line) {
  if (line.size() > longest_metadata) return false;
  std::string folded = fold_case(line);
  if (folded.ends_with(':')) folded.pop_back();
  const auto whole = metadata_lines().whole.find(folded);
  if (whole != metadata_lines().whole.end() && whole->second == "line") return true;
  if (is_date_line(line)) return true;
  const bool stopped = ends_with_stop(line) && !line.ends_with(')');
  const bool start = std::any_of(metadata_lines().starts.begin(), metadata_lines().starts.end(),
                                 [&](const std::string& text) { return folded.starts_with(text); });
  if (start && count_words(line, 15) <= 14 && (!stopped || folded.front() == '(')) return true;
  return !stopped && is_byline(line, folded);
}

std::size_t dateline_size(std::string_view paragraph) {
  std::string_view head = paragraph.substr(0, longest_dateline);
  const Span dash = first_dash(head);
  if (dash.begin == head.size() || dash.end >= paragraph.size()) return 0;
  const std::string_view line = head.substr(0, dash.begin + (head[dash.begin] == ')' ? 1 : 0));
  const auto words = words_of(line);
  if (words.empty() || words.size() > 9 || words[0].data() != paragraph.data()) return 0;
  const bool agency = line.ends_with(')');
  if (!is_all_capitals(words[0]) && !agency) return 0;
  if (!agency && line.find(',') == std::string_view::npos && words.size() > 2) return 0;
  return std::all_of(words.begin(), words.end(), is_dateline_word) ? dash.end : 0;
}

bool ends_with_stop(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0) {
    const Character c = character_before(line, end, 0);
    if (is_terminal(c.value)) return true;
    const bool closer = c.value == U'"' || c.value == U')' || c.value == U']' || is_apostrophe(c.value) ||
                        c.value == U'\u201D' || c.value == U'\u00BB' || c.is(CharacterKind::space);
    if (!closer) return false;
    end -= c.size;
  }
  return false;
}

std::size_t count_words(std::string_view line, std::size_t limit) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < line.size() && words < limit;) {
    const Character c = character_at(line, i, line.size());
    const bool space = c.is(CharacterKind::space);
    if (!space && !inside) ++words;
    inside = !space;
    i += c.size;
  }
  return words;
}

}  // namespace diurna::detail
