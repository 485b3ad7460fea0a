#include "query/literals.hpp"

#include <charconv>
#include <limits>
#include <optional>

#include "diurna/query/error.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna::cypher {
namespace {

[[noreturn]] void fail(std::string_view query, Span where, std::string detail, std::string message) {
  throw QueryError({.detail = std::move(detail), .message = std::move(message), .hint = ""}, query, where);
}

// Base of the digits and how many characters stand before them.
struct Radix {
  int base = 10;
  std::size_t prefix = 0;
};

Radix radix_of(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return {};
  if (text[1] == 'x' || text[1] == 'X') return {16, 2};
  if (text[1] == 'o' || text[1] == 'O') return {8, 2};
  return {};
}

std::int64_t read_integer(std::string_view query, Span where, bool negative) {
  const std::string_view text = where.text_in(query);
  const Radix radix = radix_of(text);
  std::uint64_t magnitude = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + radix.prefix, end, magnitude, radix.base);
  if (error == std::errc::invalid_argument || stop != end)
    fail(query, where, "InvalidNumberLiteral", "'" + std::string(text) + "' is not a number");
  const std::uint64_t limit = std::uint64_t{1} << 63U;
  if (error != std::errc() || magnitude > limit - (negative ? 0 : 1))
    fail(query, where, "IntegerOverflow", "integers lie between -9223372036854775808 and 9223372036854775807");
  return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
}

// Whether a literal that a double cannot hold is too near to zero, not too large.
bool is_tiny(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) return text.substr(exponent + 1).starts_with('-');
  return text.starts_with('.') || text.starts_with("0.");
}

double read_real(std::string_view query, Span where) {
  const std::string_view text = where.text_in(query);
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error == std::errc::invalid_argument || stop != end)
    fail(query, where, "InvalidNumberLiteral", "'" + std::string(text) + "' is not a number");
  if (error == std::errc()) return value;
  if (is_tiny(text)) return 0;
  fail(query, where, "FloatingPointOverflow", "'" + std::string(text) + "' is too large for a number");
}

std::optional<char> simple_escape(char c) {
  constexpr std::string_view letters = "bfnrt\\'\"`";
  constexpr std::string_view meanings = "\b\f\n\r\t\\'\"`";
  const std::size_t found = letters.find(c);
  return found == std::string_view::npos ? std::nullopt : std::optional(meanings[found]);
}

// Reads the escapes of one string.
class Unescaping {
 public:
  Unescaping(std::string_view query, Span where) : query_(query), at_(where.begin + 1), end_(where.end - 1) {}

  std::string run() {
    std::string out;
    while (at_ < end_) {
      const std::size_t backslash = std::min(query_.find('\\', at_), end_);
      out += query_.substr(at_, backslash - at_);
      at_ = backslash;
      if (at_ < end_) out += escape();
    }
    return out;
  }

 private:
  std::string escape() {
    const char c = query_[at_ + 1];
    if (c == 'u' || c == 'U') return encode_utf8(character());
    const std::optional<char> meaning = simple_escape(c);
    if (!meaning)
      fail(query_, {at_, at_ + 2}, "UnexpectedSyntax", "there is no such escape; write \\\\ for a backslash");
    at_ += 2;
    return std::string(1, *meaning);
  }

  // \u1234, \u{…} has no such form in Cypher; two surrogates make one character.
  char32_t character() {
    const std::size_t begin = at_;
    const char32_t first = code_unit();
    const bool high = first >= 0xD800 && first < 0xDC00;
    if (high && query_.substr(at_, 2) == "\\u") {
      const char32_t second = code_unit();
      if (second >= 0xDC00 && second < 0xE000) return 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
    } else if (first < 0xD800 || (first >= 0xE000 && first <= 0x10FFFF)) {
      return first;
    }
    fail(query_, {begin, at_}, "InvalidUnicodeLiteral", "this is no Unicode character");
  }

  char32_t code_unit() {
    const std::size_t digits = query_[at_ + 1] == 'u' ? 4 : 8;
    const char* const begin = query_.data() + at_ + 2;
    const char* const end = query_.data() + std::min(at_ + 2 + digits, end_);
    std::uint32_t value = 0;
    const auto [stop, error] = std::from_chars(begin, end, value, 16);
    if (error != std::errc() || stop != begin + digits)
      fail(
          query_, {at_, std::min(at_ + 2 + digits, end_)}, "InvalidUnicodeLiteral",
          "\\" + std::string(1, query_[at_ + 1]) + " is followed by " + std::to_string(digits) + " hexadecimal digits");
    at_ += 2 + digits;
    return value;
  }

  std::string_view query_;
  std::size_t at_;
  std::size_t end_;
};

}  // namespace

std::variant<std::int64_t, double> read_number(std::string_view query, Span where, bool negative) {
  const std::string_view text = where.text_in(query);
  const bool prefixed = radix_of(text).prefix != 0;
  const bool real = !prefixed && (text.find('.') != std::string_view::npos ||
                                  (text.find_first_of("eE") != std::string_view::npos &&
                                   text.find_first_not_of("0123456789.eE+-") == std::string_view::npos));
  if (!real) return read_integer(query, where, negative);
  const double value = read_real(query, where);
  return negative && value != 0 ? -value : value;  // there is no negative zero
}

std::string read_string(std::string_view query, Span where) { return Unescaping(query, where).run(); }

}  // namespace diurna::cypher
