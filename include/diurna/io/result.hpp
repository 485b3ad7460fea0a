/// Results of queries as files, and parameters of queries from JSON.
///
///     diurna::io::write_result(std::cout, diurna::query(graph, "MATCH (p:PERSON) RETURN p.name AS name"),
///                              diurna::io::ResultFormat::csv);                    // name\r\nAna Vidal\r\n
///     diurna::Value dates = diurna::io::read_value(R"(["2026-01-05", 3])");
///
/// JSON is one array of objects with the columns as keys; JSON Lines is one such object a line; CSV is RFC 4180 with a
/// header, null as an empty cell. A node is {"labels", "properties"}, a relationship {"type", "source", "target",
/// "properties"}, a path {"nodes", "relationships"}, a date "2026-01-05"; numbers that JSON lacks (NaN) are null.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "diurna/query/result.hpp"

namespace diurna::io {

enum class ResultFormat { json, jsonl, csv };

void write_result(std::ostream& out, const QueryResult& result, ResultFormat format);
/// A value as JSON, in one line.
[[nodiscard]] std::string to_json(const Value& value);
/// The value that a JSON text stands for. Throws ParseError "json.syntax".
[[nodiscard]] Value read_value(std::string_view json);

}  // namespace diurna::io
