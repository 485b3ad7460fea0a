#include "events/rule_source.hpp"

#include <algorithm>

#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t max_problems = 100;
constexpr std::size_t max_excerpt = 200;  // bytes

std::size_t code_points(std::string_view text) { return CodePointIndex(text).size(); }

}  // namespace

RuleSource::RuleSource(std::string file, std::string_view text) : file_(std::move(file)), text_(text) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::size_t RuleSource::line_of(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(after - line_starts_.begin());
}

std::string_view RuleSource::line_text(std::size_t line) const {
  const std::size_t begin = line_starts_[line - 1];
  const std::size_t end = line < line_starts_.size() ? line_starts_[line] - 1 : text_.size();
  std::string_view out = text_.substr(begin, end - begin);
  if (out.ends_with('\r')) out.remove_suffix(1);
  return out;
}

void RuleSource::report(std::string code, Span span, std::string message, std::string hint) {
  if (problems_.size() >= max_problems) return;
  const std::size_t line = line_of(span.begin);
  const std::size_t begin = line_starts_[line - 1];
  const std::string_view whole = line_text(line);
  const std::size_t length = std::min(span.end, begin + whole.size()) - std::min(span.begin, begin + whole.size());
  problems_.push_back({.code = std::move(code),
                       .file = file_,
                       .line = line,
                       .column = 1 + code_points(text_.substr(begin, span.begin - begin)),
                       .length = std::max<std::size_t>(1, code_points(text_.substr(span.begin, length))),
                       .message = std::move(message),
                       .hint = std::move(hint),
                       .excerpt = repaired_utf8(whole.substr(0, max_excerpt))});
}

}  // namespace diurna::detail

namespace diurna {

std::string RuleProblem::text() const {
  std::string out = file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": error: " + message;
  if (!hint.empty()) out += "; " + hint;
  out += " [" + code + "]";
  const std::size_t width = CodePointIndex(excerpt).size();
  if (column > width + 1) return out;
  out += "\n    " + excerpt + "\n    ";
  const CodePointIndex index(excerpt);
  for (std::size_t i = 0; i + 1 < column; ++i) out += excerpt[index.byte_offset(i)] == '\t' ? '\t' : ' ';
  return out + "^" + std::string(std::min(length, width + 2 - column) - 1, '~');
}

namespace {

Error::Parts first_of(const std::vector<RuleProblem>& problems) {
  const RuleProblem& first = problems.front();
  return {.code = first.code,
          .place = first.file + ":" + std::to_string(first.line) + ":" + std::to_string(first.column),
          .message = first.message,
          .hint = first.hint};
}

}  // namespace

RuleError::RuleError(std::vector<RuleProblem> problems)
    : ParseError(first_of(problems)), problems_(std::move(problems)) {
  for (const RuleProblem& problem : problems_) text_ += (text_.empty() ? "" : "\n") + problem.text();
}

}  // namespace diurna
