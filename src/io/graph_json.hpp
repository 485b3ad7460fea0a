// Nodes and edges as JSON and back, for the formats `json` and `graphml`.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/core/error.hpp"
#include "diurna/graph/graph.hpp"
#include "io/json_values.hpp"

namespace diurna::io::detail {

/// The sentences that evidence points at, each written once. Key: document id and the code point where it starts.
class SentenceTable {
 public:
  SentenceTable() = default;
  /// All sentences of the graph.
  explicit SentenceTable(const Graph& graph);
  void add(const std::string& document, std::size_t start, std::string text);
  /// nullptr when there is none.
  [[nodiscard]] const std::string* find(const std::string& document, std::size_t start) const;
  /// {"document", "start", "text"} by document and place.
  void for_each_row(const std::function<void(const OrderedJson&)>& visit) const;

 private:
  std::map<std::pair<std::string, std::size_t>, std::string> texts_;
};

[[nodiscard]] OrderedJson node_json(const Node& node, const SentenceTable& sentences);
[[nodiscard]] OrderedJson edge_json(const Edge& edge, const SentenceTable& sentences);

/// A JSON value with its place in a file; every wrong turn is a ParseError that names it.
class Cursor {
 public:
  Cursor(const nlohmann::json& value, std::string place) : value_(&value), place_(std::move(place)) {}

  [[nodiscard]] const std::string& place() const { return place_; }
  [[nodiscard]] bool has(const char* key) const { return value_->contains(key); }
  [[nodiscard]] bool is_null() const { return value_->is_null(); }
  /// The member; throws "json.missing".
  [[nodiscard]] Cursor at(const char* key) const;
  [[nodiscard]] std::vector<Cursor> items() const;
  [[nodiscard]] std::vector<std::pair<std::string, Cursor>> members() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::size_t offset() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] Property scalar() const;
  /// Requires an object without other members than these; throws "json.unknown-key".
  void only(std::initializer_list<std::string_view> keys) const;
  [[noreturn]] void fail(std::string_view code, std::string message, std::string hint) const;

 private:
  [[noreturn]] void wrong_type(std::string_view wanted) const;

  const nlohmann::json* value_;
  std::string place_;
};

/// Parses with a limit on nesting; throws "json.syntax" or "json.depth" with line and column.
[[nodiscard]] nlohmann::json parse_json(std::string_view bytes, std::string_view name);
/// Throws ParseError "json.syntax" for the byte `position` (from 1, as the parser counts).
[[noreturn]] void throw_syntax_error(std::string_view bytes, std::string_view name, std::size_t position);
inline constexpr std::size_t deepest_nesting = 32;
/// Refuses another `format` than "diurna-graph" or a version that is newer.
void check_version(const Cursor& root);
/// Adds one entry of `sentences`.
void add_sentence(SentenceTable& sentences, const Cursor& row);
[[nodiscard]] SentenceTable sentences_from(const Cursor& rows);
[[nodiscard]] Node node_from(const Cursor& cursor, const SentenceTable& sentences);
[[nodiscard]] Edge edge_from(const Cursor& cursor, const SentenceTable& sentences);

inline constexpr std::string_view graph_format_name = "diurna-graph";
inline constexpr int graph_format_version = 2;

}  // namespace diurna::io::detail
