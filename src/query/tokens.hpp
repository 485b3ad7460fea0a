// Tokens as PEGTL rules. Each skips the blanks before itself, so that a rule made of tokens ends where its last one
// ends, and knows what to call itself in "expected …".
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tao/pegtl.hpp>

#include "query/scan.hpp"
#include "query/tree.hpp"

namespace diurna::cypher::grammar {

namespace peg = tao::pegtl;

// A text as template argument.
template <std::size_t Size>
struct Text {
  char characters[Size];
  consteval Text(const char (&text)[Size]) { std::copy_n(text, Size, characters); }
  [[nodiscard]] constexpr std::string_view view() const { return {characters, Size - 1}; }
};

template <typename Input>
std::string_view text_of(const Input& input) {
  return {input.begin(), static_cast<std::size_t>(input.end() - input.begin())};
}
template <typename Input>
std::size_t offset_of(const Input& input) {
  return static_cast<std::size_t>(input.current() - input.begin());
}

// A token is what `scan` finds behind the blanks.
template <typename Self>
struct token {
  using rule_t = Self;
  using subs_t = peg::empty_list;
  static constexpr bool is_token = true;

  template <typename Input>
  static bool match(Input& input) {
    const std::string_view text = text_of(input);
    const std::size_t begin = skip_blank(text, offset_of(input));
    const std::size_t end = Self::scan(text, begin);
    if (end == begin) return false;
    input.bump(end - offset_of(input));
    return true;
  }
};

template <Text Word>
struct keyword : token<keyword<Word>> {
  static constexpr std::string_view expected = Word.view();
  static std::size_t scan(std::string_view text, std::size_t at) {
    return starts_with_word(text, at, expected) ? at + expected.size() : at;
  }
};

template <Text Sign>
struct sign : token<sign<Sign>> {
  static constexpr std::string_view expected = Sign.view();
  static std::size_t scan(std::string_view text, std::size_t at) {
    return text.substr(std::min(at, text.size()), expected.size()) == expected ? at + expected.size() : at;
  }
};

struct variable : token<variable> {
  static constexpr Kind kind = Kind::variable;
  static constexpr std::string_view expected = "a variable";
  static std::size_t scan(std::string_view text, std::size_t at) {
    const std::size_t end = scan_name(text, at);
    return is_reserved(text.substr(std::min(at, text.size()), end - at)) ? at : end;
  }
};

// A key, label, type or parameter: any word will do.
struct name : token<name> {
  static constexpr Kind kind = Kind::name;
  static constexpr std::string_view expected = "a name";
  static std::size_t scan(std::string_view text, std::size_t at) { return scan_name(text, at); }
};

// Tokens of the functions of query/scan.hpp.
template <auto Scan, Kind K, Text Name>
struct scanned : token<scanned<Scan, K, Name>> {
  static constexpr Kind kind = K;
  static constexpr std::string_view expected = Name.view();
  static std::size_t scan(std::string_view text, std::size_t at) { return Scan(text, at); }
};
using number = scanned<scan_number, Kind::number, "a number">;
using bound = scanned<scan_digits, Kind::bound, "a number">;
using string = scanned<scan_string, Kind::string, "a string">;
using parameter = scanned<scan_parameter, Kind::parameter, "a parameter">;
using function_name = scanned<scan_function_name, Kind::function_name, "a function">;
using binary_operator = scanned<scan_operator, Kind::binary_operator, "an operator">;

// A token that leaves a branch of its own.
template <typename Token, Kind K>
struct marked : token<marked<Token, K>> {
  static constexpr Kind kind = K;
  static constexpr std::string_view expected = Token::expected;
  static std::size_t scan(std::string_view text, std::size_t at) { return Token::scan(text, at); }
};

struct end_of_text {
  using rule_t = end_of_text;
  using subs_t = peg::empty_list;
  static constexpr bool is_token = true;
  static constexpr std::string_view expected = "the end";

  template <typename Input>
  static bool match(Input& input) {
    return skip_blank(text_of(input), offset_of(input)) == text_of(input).size();
  }
};

// Looks ahead without taking anything.
struct before_pattern {
  using rule_t = before_pattern;
  using subs_t = peg::empty_list;

  template <typename Input>
  static bool match(Input& input) {
    const std::string_view text = text_of(input);
    return may_start_pattern(text, skip_blank(text, offset_of(input)));
  }
};

}  // namespace diurna::cypher::grammar
