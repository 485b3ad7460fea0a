// Functions of strings. Positions and lengths count code points.
#include <algorithm>
#include <array>

#include "diurna/text/letter_case.hpp"
#include "diurna/text/unicode.hpp"
#include "query/evaluation.hpp"
#include "query/functions.hpp"

namespace diurna::cypher {
namespace {

using Arguments = std::span<const Value>;

// A count or position given as argument number `index`.
std::size_t count(Arguments arguments, std::size_t index) {
  const std::int64_t value = arguments[index].as_integer();
  if (value < 0) argument_fault("positions and lengths are not negative", "NegativeIntegerArgument");
  return static_cast<std::size_t>(value);
}

std::string part(const std::string& text, std::size_t first, std::size_t length) {
  const CodePointIndex index(text);
  const std::size_t begin = std::min(first, index.size());
  const std::size_t end = begin + std::min(length, index.size() - begin);
  return text.substr(index.byte_offset(begin), index.byte_offset(end) - index.byte_offset(begin));
}

Value substring(const Context&, Arguments arguments) {
  const std::size_t length = arguments.size() > 2 ? count(arguments, 2) : std::string::npos;
  return part(arguments[0].as_string(), count(arguments, 1), length);
}

Value left(const Context&, Arguments arguments) { return part(arguments[0].as_string(), 0, count(arguments, 1)); }

Value right(const Context&, Arguments arguments) {
  const std::string& text = arguments[0].as_string();
  const std::size_t size = CodePointIndex(text).size();
  const std::size_t length = std::min(size, count(arguments, 1));
  return part(text, size - length, length);
}

Value to_upper(const Context&, Arguments arguments) { return upper_case(arguments[0].as_string()); }
Value to_lower(const Context&, Arguments arguments) { return lower_case(arguments[0].as_string()); }

std::string without_spaces(std::string_view text, bool before, bool after) {
  std::size_t begin = 0;
  while (before && begin < text.size() && is_space(decode_utf8(text, begin).value))
    begin += decode_utf8(text, begin).size;
  std::size_t end = begin;  // behind the last character that is no space
  for (std::size_t at = begin; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    at += character.size;
    if (!after || !is_space(character.value)) end = at;
  }
  return std::string(text.substr(begin, end - begin));
}

Value trim(const Context&, Arguments arguments) { return without_spaces(arguments[0].as_string(), true, true); }
Value ltrim(const Context&, Arguments arguments) { return without_spaces(arguments[0].as_string(), true, false); }
Value rtrim(const Context&, Arguments arguments) { return without_spaces(arguments[0].as_string(), false, true); }

Value split(const Context&, Arguments arguments) {
  const std::string& text = arguments[0].as_string();
  const std::string& delimiter = arguments[1].as_string();
  Value::List parts;
  std::size_t begin = 0;
  if (delimiter.empty()) {
    for (; begin < text.size(); begin += decode_utf8(text, begin).size)
      parts.emplace_back(text.substr(begin, decode_utf8(text, begin).size));
    return parts;
  }
  for (std::size_t at = text.find(delimiter); at != std::string::npos; at = text.find(delimiter, begin)) {
    parts.emplace_back(text.substr(begin, at - begin));
    begin = at + delimiter.size();
  }
  parts.emplace_back(text.substr(begin));
  return parts;
}

Value replace(const Context&, Arguments arguments) {
  const std::string& text = arguments[0].as_string();
  const std::string& search = arguments[1].as_string();
  if (search.empty()) return text;
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find(search); at != std::string::npos; at = text.find(search, begin)) {
    out.append(text, begin, at - begin).append(arguments[2].as_string());
    begin = at + search.size();
  }
  return out.append(text, begin);
}

constexpr std::array<Kinds, 3> strings = {kinds::string, kinds::string, kinds::string};
constexpr std::array<Kinds, 3> counted = {kinds::string, kinds::integer, kinds::integer};

constexpr Function one(std::string_view name, Value (*call)(const Context&, Arguments)) {
  return {.name = name, .arguments = strings, .result = kinds::string, .call = call};
}

constexpr std::array table = {
    one("toUpper", to_upper),
    one("toLower", to_lower),
    one("upper", to_upper),
    one("lower", to_lower),
    one("trim", trim),
    one("ltrim", ltrim),
    one("rtrim", rtrim),
    Function{.name = "split", .least = 2, .most = 2, .arguments = strings, .result = kinds::list, .call = split},
    Function{.name = "replace", .least = 3, .most = 3, .arguments = strings, .result = kinds::string, .call = replace},
    Function{
        .name = "substring", .least = 2, .most = 3, .arguments = counted, .result = kinds::string, .call = substring},
    Function{.name = "left", .least = 2, .most = 2, .arguments = counted, .result = kinds::string, .call = left},
    Function{.name = "right", .least = 2, .most = 2, .arguments = counted, .result = kinds::string, .call = right},
};

}  // namespace

std::span<const Function> text_functions() { return table; }

}  // namespace diurna::cypher
