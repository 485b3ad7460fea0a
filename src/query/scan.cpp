#include "query/scan.hpp"

#include <algorithm>
#include <array>

#include "diurna/text/unicode.hpp"

namespace diurna::cypher {
namespace {

constexpr std::array<std::string_view, 36> reserved = {
    "AND",    "AS",  "BY",   "CASE",   "CONTAINS", "CREATE", "DELETE", "DETACH", "DISTINCT", "ELSE",  "END",   "ENDS",
    "FALSE",  "IN",  "IS",   "LIMIT",  "MATCH",    "MERGE",  "NOT",    "NULL",   "OPTIONAL", "OR",    "ORDER", "REMOVE",
    "RETURN", "SET", "SKIP", "STARTS", "THEN",     "TRUE",   "UNION",  "UNWIND", "WHEN",     "WHERE", "WITH",  "XOR"};

constexpr std::array<std::string_view, 13> signs = {"=~", "<>", "<=", ">=", "=", "<", ">",
                                                    "+",  "-",  "*",  "/",  "%", "^"};
constexpr std::array<std::string_view, 5> words = {"OR", "XOR", "AND", "IN", "CONTAINS"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool ascii_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Size of the character at `at` when it may stand in a name, else 0.
std::size_t name_part(std::string_view text, std::size_t at, bool first) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (is_ascii(c)) return ascii_letter(c) || c == '_' || (!first && ascii_digit(c)) ? 1 : 0;
  const DecodedCharacter character = decode_utf8(text, at);
  const bool fits = is_letter(character.value) || (!first && (is_digit(character.value) || is_mark(character.value)));
  return character.valid && fits ? character.size : 0;
}

std::size_t scan_plain_name(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (const std::size_t size = name_part(text, end, end == at)) end += size;
  return end;
}

std::size_t scan_quoted_name(std::string_view text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] != '`') continue;
    if (end + 1 >= text.size() || text[end + 1] != '`') return end + 1;
    ++end;
  }
  return at;
}

std::size_t skip_comment(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "//") return std::min(text.find('\n', at), text.size());
  if (text.substr(at, 2) != "/*") return at;
  const std::size_t close = text.find("*/", at + 2);
  return close == std::string_view::npos ? at : close + 2;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_ascii(c)) return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f') ? at + 1 : at;
  const DecodedCharacter character = decode_utf8(text, at);
  return is_space(character.value) ? at + character.size : at;
}

// Behind "WITH" of "STARTS WITH".
std::size_t scan_with(std::string_view text, std::size_t at, std::string_view word) {
  if (!starts_with_word(text, at, word)) return at;
  const std::size_t second = skip_blank(text, at + word.size());
  return starts_with_word(text, second, "WITH") ? second + 4 : at;
}

// Behind one bracket, string, quoted name or other character.
std::size_t scan_piece(std::string_view text, std::size_t at) {
  if (text[at] == '\'' || text[at] == '"') return std::max(scan_string(text, at), at + 1);
  if (text[at] == '`') return std::max(scan_quoted_name(text, at), at + 1);
  return at + 1;
}

// Behind the bracket that closes the one at `at`; `at` when there is none.
std::size_t scan_brackets(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (std::size_t end = at; end < text.size(); end = scan_piece(text, end)) {
    const char c = text[end];
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    if (depth == 0) return end + 1;
  }
  return at;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

bool starts_with_word(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && equal_ignoring_case(text.substr(at, word.size()), word) &&
         !continues_name(text, at + word.size());
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t next = text[at] == '/' ? skip_comment(text, at) : skip_space(text, at);
    if (next == at) break;
    at = next;
  }
  return at;
}

std::size_t scan_name(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == '`' ? scan_quoted_name(text, at) : scan_plain_name(text, at);
}

bool continues_name(std::string_view text, std::size_t at) { return name_part(text, at, false) != 0; }

bool is_reserved(std::string_view name) {
  return std::ranges::any_of(reserved, [&](std::string_view word) { return equal_ignoring_case(word, name); });
}

std::size_t scan_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii_digit(text[at])) ++at;
  return at;
}

std::size_t scan_number(std::string_view text, std::size_t at) {
  const auto digit_at = [&](std::size_t i) { return i < text.size() && ascii_digit(text[i]); };
  const bool point_first = at < text.size() && text[at] == '.';
  if (!digit_at(at) && !(point_first && digit_at(at + 1))) return at;
  const bool prefixed =
      text[at] == '0' && at + 1 < text.size() && ascii_letter(text[at + 1]) && lower(text[at + 1]) != 'e';
  std::size_t end = at;
  bool point = prefixed;  // no point and no exponent in 0x1F
  while (end < text.size()) {
    const char c = text[end];
    const bool sign =
        (c == '+' || c == '-') && !prefixed && end > at && lower(text[end - 1]) == 'e' && digit_at(end + 1);
    if (c == '.' && !point && digit_at(end + 1)) {
      point = true;
    } else if (!sign && name_part(text, end, false) == 0) {
      break;
    }
    end += std::max<std::size_t>(name_part(text, end, false), 1);
  }
  return end;
}

std::size_t scan_string(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '\'' && text[at] != '"')) return at;
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == text[at]) return end + 1;
    if (text[end] == '\\') ++end;
  }
  return at;
}

std::size_t scan_parameter(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '$') return at;
  const std::size_t end = std::max(scan_name(text, at + 1), scan_digits(text, at + 1));
  return end == at + 1 ? at : end;
}

std::size_t scan_function_name(std::string_view text, std::size_t at) {
  std::size_t end = scan_name(text, at);
  if (end == at || is_reserved(text.substr(at, end - at))) return at;
  while (end < text.size() && text[end] == '.') {
    const std::size_t next = scan_name(text, end + 1);
    if (next == end + 1) return at;
    end = next;
  }
  const std::size_t parenthesis = skip_blank(text, end);
  return parenthesis < text.size() && text[parenthesis] == '(' ? end : at;
}

std::size_t scan_operator(std::string_view text, std::size_t at) {
  for (const std::string_view sign : signs)
    if (text.substr(at, sign.size()) == sign) return at + sign.size();
  for (const std::string_view word : words)
    if (starts_with_word(text, at, word)) return at + word.size();
  return std::max(scan_with(text, at, "STARTS"), scan_with(text, at, "ENDS"));
}

bool may_start_pattern(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return false;
  const std::size_t inside = skip_blank(text, at + 1);
  if (inside >= text.size()) return false;
  const bool node = text[inside] == ')' || text[inside] == ':' || text[inside] == '{' || text[inside] == '$' ||
                    scan_name(text, inside) != inside;
  if (!node) return false;
  const std::size_t close = scan_brackets(text, at);
  if (close == at) return false;
  std::size_t dash = skip_blank(text, close);
  if (dash < text.size() && text[dash] == '<') dash = skip_blank(text, dash + 1);
  if (dash >= text.size() || text[dash] != '-') return false;
  const std::size_t next = skip_blank(text, dash + 1);
  return next < text.size() && (text[next] == '[' || text[next] == '-');
}

}  // namespace diurna::cypher
