#include "tck/expected_value.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include "diurna/core/error.hpp"

namespace diurna::tck {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Value read() {
    Value value = read_value();
    skip_blanks();
    if (at_ != text_.size()) fail();
    return value;
  }

 private:
  [[noreturn]] void fail() const {
    throw ParseError({.code = "tck.value",
                      .place = std::to_string(at_ + 1),
                      .message = "not a value of the TCK: " + std::string(text_),
                      .hint = {},
                      .excerpt = {}});
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }
  char peek() {
    skip_blanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(std::string_view token) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  void expect(std::string_view token) {
    if (!take(token)) fail();
  }

  Value read_value() {
    switch (peek()) {
      case '\'':
        return read_string();
      case '{':
        return read_map();
      case '(':
        return read_node();
      case '<':
        return read_path();
      case '[':
        return read_bracket();
      default:
        return read_word();
    }
  }

  std::string read_string() {
    expect("'");
    std::string out;
    for (; at_ < text_.size() && text_[at_] != '\''; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
        out += unescaped(text_[++at_]);
      } else {
        out += text_[at_];
      }
    }
    if (at_ == text_.size()) fail();
    ++at_;
    return out;
  }

  static char unescaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      default:
        return c;
    }
  }

  std::string read_name() {
    skip_blanks();
    if (take("`")) {
      const std::size_t end = text_.find('`', at_);
      if (end == std::string_view::npos) fail();
      std::string name(text_.substr(at_, end - at_));
      at_ = end + 1;
      return name;
    }
    const std::size_t end = std::min(text_.find_first_of(" \t\n:,{}()[]<>-'|", at_), text_.size());
    if (end == at_) fail();
    std::string name(text_.substr(at_, end - at_));
    at_ = end;
    return name;
  }

  Value::Map read_entries() {
    Value::Map map;
    expect("{");
    if (take("}")) return map;
    do {
      std::string key = peek() == '\'' ? read_string() : read_name();
      expect(":");
      map.insert_or_assign(std::move(key), read_value());
    } while (take(","));
    expect("}");
    return map;
  }
  Value read_map() { return Value(read_entries()); }

  // [:T {…}] is a relationship, all else a list.
  Value read_bracket() {
    expect("[");
    if (peek() == ':') return Value::relationship(0, read_relationship_rest());
    Value::List list;
    if (take("]")) return Value(std::move(list));
    do {
      list.push_back(read_value());
    } while (take(","));
    expect("]");
    return Value(std::move(list));
  }

  RelationshipRecord read_relationship_rest() {
    RelationshipRecord record;
    expect(":");
    record.type = read_name();
    if (peek() == '{') record.properties = read_entries();
    expect("]");
    return record;
  }

  NodeRecord read_node_record() {
    NodeRecord record;
    expect("(");
    while (take(":")) record.labels.push_back(read_name());
    std::ranges::sort(record.labels);
    if (peek() == '{') record.properties = read_entries();
    expect(")");
    return record;
  }
  Value read_node() { return Value::node(0, read_node_record()); }

  Value read_path() {
    PathRecord path;
    expect("<");
    path.nodes.push_back(Value::node(0, read_node_record()));
    while (!take(">")) {
      const bool backwards = take("<-");
      if (!backwards) expect("-");
      expect("[");
      RelationshipRecord record = read_relationship_rest();
      expect(backwards ? "-" : "->");
      const auto from = static_cast<std::uint32_t>(path.nodes.size() - 1);
      record.source = backwards ? from + 1 : from;
      record.target = backwards ? from : from + 1;
      path.nodes.push_back(Value::node(from + 1, read_node_record()));
      path.relationships.push_back(Value::relationship(from, std::move(record)));
    }
    return Value(std::move(path));
  }

  Value read_word() {
    const std::size_t end = std::min(text_.find_first_of(" \t\n,]}>", at_), text_.size());
    const std::string word(text_.substr(at_, end - at_));
    at_ = end;
    if (word == "null") return {};
    if (word == "true" || word == "false") return {word == "true"};
    if (word == "NaN") return {std::numeric_limits<double>::quiet_NaN()};
    if (word == "Inf" || word == "Infinity") return {std::numeric_limits<double>::infinity()};
    if (word == "-Inf" || word == "-Infinity") return {-std::numeric_limits<double>::infinity()};
    std::int64_t integer = 0;
    const auto [rest, error] = std::from_chars(word.data(), word.data() + word.size(), integer);
    if (error == std::errc() && rest == word.data() + word.size() && !word.empty()) return {integer};
    char* stop = nullptr;
    const double real = std::strtod(word.c_str(), &stop);
    if (word.empty() || stop != word.c_str() + word.size()) fail();
    return {real};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The value with 0.0 for -0.0, which are equal, and on demand with the elements of lists in the order of their texts.
Value plain(const Value& value, ListOrder order) {
  if (value.kind() == Value::Kind::real && value.as_real() == 0) return {0.0};
  if (value.kind() == Value::Kind::list) {
    Value::List list;
    for (const Value& item : value.as_list()) list.push_back(plain(item, order));
    if (order == ListOrder::ignored) std::ranges::sort(list, {}, [](const Value& item) { return to_literal(item); });
    return {std::move(list)};
  }
  if (value.kind() != Value::Kind::map) return value;
  Value::Map map;
  for (const auto& [key, item] : value.as_map()) map.emplace(key, plain(item, order));
  return {std::move(map)};
}

}  // namespace

Value read_expected(std::string_view text) { return Reader(text).read(); }

std::string canonical(const Value& value, ListOrder lists) { return to_literal(plain(value, lists)); }

}  // namespace diurna::tck
