#include "io/conllu_rows.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"

namespace diurna::io::detail {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::optional<std::size_t> number_of(std::string_view digits) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

class Rows {
 public:
  explicit Rows(std::string_view name) : name_(name) {}

  void add_line(std::string_view line, std::size_t number) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trimmed(line).empty()) return finish();
    if (current_.line == 0) current_.line = number;
    if (line.front() == '#' && current_.words.empty() && current_.ranges.empty()) {
      current_.comments.push_back(trimmed(line.substr(1)));
      return;
    }
    add_row(line, number);
  }

  void finish() {
    if (!current_.ranges.empty() && current_.ranges.back().last > current_.words.size()) {
      fail_conllu(name_, current_.ranges.back().line, "conllu.range", "a multiword token covers words that are missing",
                  "every word of the range needs its own line");
    }
    if (!current_.words.empty()) sentences_.push_back(std::move(current_));
    current_ = {};
  }

  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  void add_row(std::string_view line, std::size_t number) {
    const std::vector<std::string_view> fields = diurna::detail::split(line, '\t');
    if (fields.size() != 10) {
      fail_conllu(
          name_, number, "conllu.columns",
          "expected 10 columns separated by tabs, found " + std::to_string(fields.size()),
          fields.size() == 1 ? "columns are separated by one tab, not by spaces" : "write _ for an empty column");
    }
    ConlluRow row;
    row.line = number;
    for (std::size_t i = 0; i < fields.size(); ++i) row.columns[i] = fields[i];
    const std::string_view id = fields[col_id];
    if (id.find('.') != std::string_view::npos) return check_empty_node(id, number);
    const std::size_t dash = id.find('-');
    const auto first = number_of(id.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : number_of(id.substr(dash + 1));
    if (!first || !last) fail_id(id, number, "an ID is a number, a range like 3-4 or an empty node like 3.1");
    if (*first != current_.words.size() + 1 || *last < *first) {
      fail_id(id, number,
              "words of a sentence are numbered 1, 2, 3 …; here comes " + std::to_string(current_.words.size() + 1));
    }
    if (fields[col_form].empty()) {
      fail_conllu(name_, number, "conllu.form", "the FORM column is empty", "write the word, or _ for an underscore");
    }
    row.first = *first;
    row.last = *last;
    if (dash != std::string_view::npos && row.is_range()) return add_range(row);
    current_.words.push_back(row);
  }
  void add_range(const ConlluRow& row) {
    if (!current_.ranges.empty() && current_.ranges.back().last >= row.first) {
      fail_id(row.columns[col_id], row.line, "multiword tokens may not overlap");
    }
    current_.ranges.push_back(row);
  }
  void check_empty_node(std::string_view id, std::size_t number) const {
    const std::size_t dot = id.find('.');
    if (!number_of(id.substr(0, dot)) || !number_of(id.substr(dot + 1)))
      fail_id(id, number, "an empty node is numbered like 3.1");
  }
  [[noreturn]] void fail_id(std::string_view id, std::size_t number, std::string hint) const {
    fail_conllu(name_, number, "conllu.id", "bad ID \"" + std::string(id) + "\"", std::move(hint));
  }

  std::string_view name_;
  ConlluSentence current_;
  std::vector<ConlluSentence> sentences_;
};

}  // namespace

std::string_view ConlluRow::misc(std::string_view key) const {
  for (const std::string_view entry : diurna::detail::split(columns[col_misc], '|')) {
    if (entry.size() > key.size() && entry.starts_with(key) && entry[key.size()] == '=')
      return entry.substr(key.size() + 1);
  }
  return {};
}

std::string_view ConlluSentence::comment(std::string_view key) const {
  for (const std::string_view text : comments) {
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos && trimmed(text.substr(0, equals)) == key)
      return trimmed(text.substr(equals + 1));
  }
  return {};
}

bool ConlluSentence::has_comment(std::string_view key) const {
  for (const std::string_view text : comments) {
    if (text == key || (text.starts_with(key) && (text[key.size()] == ' ' || text[key.size()] == '='))) return true;
  }
  return false;
}

std::vector<ConlluSentence> read_conllu_rows(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Rows rows(name);
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    rows.add_line(bytes.substr(begin, end - begin), ++number);
    begin = end + 1;
  }
  rows.finish();
  return rows.take();
}

void fail_conllu(std::string_view name, std::size_t line, std::string code, std::string message, std::string hint) {
  throw ParseError({.code = std::move(code),
                    .place = std::string(name) + ":" + std::to_string(line) + ":1",
                    .message = std::move(message),
                    .hint = std::move(hint)});
}

}  // namespace diurna::io::detail
