#include "diurna/io/result.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>

#include "diurna/core/error.hpp"
#include "io/json_values.hpp"

namespace diurna::io {
namespace {

using detail::OrderedJson;
using Kind = Value::Kind;

OrderedJson json_of(const Value& value);

OrderedJson json_of(const Value::List& list) {
  OrderedJson out = OrderedJson::array();
  for (const Value& item : list) out.push_back(json_of(item));
  return out;
}

OrderedJson json_of(const Value::Map& map) {
  OrderedJson out = OrderedJson::object();
  for (const auto& [key, item] : map) out[key] = json_of(item);
  return out;
}

OrderedJson node_json(const Value& value) {
  const NodeRecord* record = value.node_record();
  if (record == nullptr) return value.index();
  return {{"labels", record->labels}, {"properties", json_of(record->properties)}};
}

OrderedJson relationship_json(const Value& value) {
  const RelationshipRecord* record = value.relationship_record();
  if (record == nullptr) return value.index();
  return {{"type", record->type},
          {"source", record->source_id},
          {"target", record->target_id},
          {"properties", json_of(record->properties)}};
}

OrderedJson json_of(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::integer:
      return value.as_integer();
    case Kind::real:
      return std::isfinite(value.as_real()) ? OrderedJson(value.as_real()) : OrderedJson(nullptr);
    case Kind::list:
      return json_of(value.as_list());
    case Kind::map:
      return json_of(value.as_map());
    case Kind::node:
      return node_json(value);
    case Kind::relationship:
      return relationship_json(value);
    case Kind::path:
      return {{"nodes", json_of(value.as_path().nodes)}, {"relationships", json_of(value.as_path().relationships)}};
    default:
      return to_text(value);
  }
}

OrderedJson json_of(const QueryRow& row) {
  OrderedJson out = OrderedJson::object();
  for (std::size_t column = 0; column < row.size(); ++column) out[row.columns()[column]] = json_of(row[column]);
  return out;
}

// Text, numbers and the like as they are; what has parts as JSON.
std::string csv_text(const Value& value) {
  if (value.is_null()) return {};
  return value.kind() > Kind::string ? to_json(value) : to_text(value);
}

void write_csv_cell(std::ostream& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out << text;
    return;
  }
  out << '"';
  for (const char c : text) out << (c == '"' ? "\"\"" : std::string_view(&c, 1));
  out << '"';
}

void write_csv(std::ostream& out, const QueryResult& result) {
  const auto write_line = [&](std::size_t columns, auto text_of) {
    for (std::size_t column = 0; column < columns; ++column) {
      if (column > 0) out << ',';
      write_csv_cell(out, text_of(column));
    }
    out << "\r\n";
  };
  write_line(result.columns().size(), [&](std::size_t column) { return result.columns()[column]; });
  for (const QueryRow& row : result) write_line(row.size(), [&](std::size_t column) { return csv_text(row[column]); });
}

void write_json(std::ostream& out, const QueryResult& result) {
  out << '[';
  for (std::size_t row = 0; row < result.size(); ++row)
    out << (row == 0 ? "\n" : ",\n") << detail::dumped(json_of(result[row]));
  out << (result.empty() ? "]\n" : "\n]\n");
}

Value value_of(const nlohmann::json& json) {
  switch (json.type()) {
    case nlohmann::json::value_t::boolean:
      return json.get<bool>();
    case nlohmann::json::value_t::number_integer:
      return json.get<std::int64_t>();
    case nlohmann::json::value_t::number_unsigned: {
      const auto number = json.get<std::uint64_t>();
      constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
      return number <= most ? Value(static_cast<std::int64_t>(number)) : Value(static_cast<double>(number));
    }
    case nlohmann::json::value_t::number_float:
      return json.get<double>();
    case nlohmann::json::value_t::string:
      return json.get<std::string>();
    case nlohmann::json::value_t::array: {
      Value::List list;
      for (const nlohmann::json& item : json) list.push_back(value_of(item));
      return list;
    }
    case nlohmann::json::value_t::object: {
      Value::Map map;
      for (const auto& [key, item] : json.items()) map.emplace(key, value_of(item));
      return map;
    }
    default:
      return {};
  }
}

}  // namespace

void write_result(std::ostream& out, const QueryResult& result, ResultFormat format) {
  switch (format) {
    case ResultFormat::json:
      return write_json(out, result);
    case ResultFormat::csv:
      return write_csv(out, result);
    case ResultFormat::jsonl:
      for (const QueryRow& row : result) out << detail::dumped(json_of(row)) << '\n';
  }
}

std::string to_json(const Value& value) { return detail::dumped(json_of(value)); }

Value read_value(std::string_view json) {
  const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, false);
  if (parsed.is_discarded())
    throw ParseError({.code = "json.syntax",
                      .place = {},
                      .message = "this is not JSON: " + std::string(json.substr(0, 60)),
                      .hint = {},
                      .excerpt = {}});
  return value_of(parsed);
}

}  // namespace diurna::io
