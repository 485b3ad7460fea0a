#include "diurna/query/error.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace diurna {
namespace {

constexpr std::size_t longest_excerpt = 100;

// "UndefinedVariable" -> "query.undefined-variable".
std::string code_of(std::string_view detail) {
  std::string code = "query.";
  for (const char c : detail) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isupper(byte) != 0 && !code.ends_with('.')) code += '-';
    code += static_cast<char>(std::tolower(byte));
  }
  return code;
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_code_point));
}

// The part of `line` around `at` that fits, cut between code points.
Span window(std::string_view line, std::size_t at) {
  if (line.size() <= longest_excerpt) return {0, line.size()};
  std::size_t begin = at > longest_excerpt / 2 ? at - longest_excerpt / 2 : 0;
  std::size_t end = std::min(line.size(), begin + longest_excerpt);
  while (begin < at && continues_code_point(line[begin])) ++begin;
  while (end < line.size() && continues_code_point(line[end])) ++end;
  return {begin, end};
}

// The line with carets under `where`, which starts in it.
std::string excerpt_of(std::string_view line, Span where) {
  const Span shown = window(line, where.begin);
  std::string out = "    " + std::string(shown.text_in(line)) + "\n    ";
  for (const char c : line.substr(shown.begin, where.begin - shown.begin))
    if (!continues_code_point(c)) out += c == '\t' ? '\t' : ' ';
  const std::size_t end = std::clamp(where.end, where.begin, shown.end);
  const std::size_t carets = code_points(line.substr(where.begin, end - where.begin));
  return out + '^' + std::string(carets > 1 ? carets - 1 : 0, '~');
}

}  // namespace

struct QueryError::Place {
  std::size_t line = 0;
  std::size_t column = 0;
  std::string excerpt;

  Place() = default;
  Place(std::string_view query, Span where) {
    const std::size_t at = std::min(where.begin, query.size());
    const std::string_view before = query.substr(0, at);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(query.find('\n', at), query.size());
    line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    column = code_points(before.substr(line_begin)) + 1;
    excerpt = excerpt_of(query.substr(line_begin, line_end - line_begin),
                         {at - line_begin, std::clamp(where.end, at, line_end) - line_begin});
  }
  [[nodiscard]] std::string text() const {
    return line == 0 ? "query" : "query:" + std::to_string(line) + ":" + std::to_string(column);
  }
};

QueryError::QueryError(Report report, const Place& place)
    : Error({.code = code_of(report.detail),
             .place = place.text(),
             .message = std::move(report.message),
             .hint = std::move(report.hint),
             .excerpt = place.excerpt}),
      kind_(report.kind),
      detail_(std::move(report.detail)),
      line_(place.line),
      column_(place.column) {}

QueryError::QueryError(Report report, std::string_view query, Span where)
    : QueryError(std::move(report), Place(query, where)) {}

QueryError::QueryError(Report report) : QueryError(std::move(report), Place()) {}

std::string_view QueryError::kind_name() const {
  constexpr std::array<std::string_view, 4> names = {"SyntaxError", "TypeError", "ArgumentError", "ArithmeticError"};
  return names[static_cast<std::size_t>(kind_)];
}

}  // namespace diurna
