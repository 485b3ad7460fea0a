#include <algorithm>
#include <array>
#include <cctype>

#include "tck/runner.hpp"

namespace diurna::tck {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$'; }

// Where the string, quoted name or comment that begins at `at` ends; `at` when none does.
std::size_t skip_quoted(std::string_view query, std::size_t at) {
  const char c = query[at];
  if (c == '\'' || c == '"' || c == '`') {
    std::size_t end = at + 1;
    while (end < query.size() && query[end] != c) end += query[end] == '\\' && c != '`' ? 2 : 1;
    return std::min(end + 1, query.size());
  }
  const std::string_view rest = query.substr(at);
  if (rest.starts_with("//")) return std::min(query.find('\n', at), query.size());
  if (rest.starts_with("/*")) return std::min(query.find("*/", at + 2), query.size() - 2) + 2;
  return at;
}

// A word is a clause where no name can stand: not after a dot, a colon or the AS of an alias.
bool may_begin_clause(std::string_view query, std::size_t word) {
  const std::size_t before = query.substr(0, word).find_last_not_of(" \t\r\n");
  return before == std::string_view::npos || std::string_view(".:|,([{").find(query[before]) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> writing_clauses(std::string_view query) {
  std::vector<std::string> found;
  constexpr std::array<std::string_view, 9> clauses = {"CREATE", "MERGE", "DELETE", "SET",    "REMOVE",
                                                       "CALL",   "LOAD",  "DROP",   "FOREACH"};
  for (std::size_t at = 0; at < query.size();) {
    if (const std::size_t end = skip_quoted(query, at); end != at) {
      at = end;
      continue;
    }
    std::size_t end = at;
    while (end < query.size() && is_word(query[end])) ++end;
    std::string word(query.substr(at, end - at));
    std::ranges::transform(word, word.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    if (std::ranges::find(clauses, word) != clauses.end() && may_begin_clause(query, at)) found.push_back(word);
    at = std::max(end, at + 1);
  }
  return found;
}

}  // namespace diurna::tck
