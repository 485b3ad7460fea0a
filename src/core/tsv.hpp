// Reader of the tab-separated data files: one record a line, '#' starts a comment line, blank lines are skipped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/resources.hpp"

namespace diurna::detail {

struct TsvRow {
  std::size_t line = 0;  // from 1
  std::vector<std::string_view> fields;
};

/// All records of `table`. Every row must have between `min_fields` and `max_fields` fields;
/// otherwise ParseError "data.fields" with file and line.
[[nodiscard]] std::vector<TsvRow> read_tsv(const Resource& table, std::size_t min_fields, std::size_t max_fields);
/// The fields are views of the table's bytes: it must outlive them.
std::vector<TsvRow> read_tsv(const Resource&& table, std::size_t min_fields, std::size_t max_fields) = delete;
/// `text` cut at every `separator`; empty pieces are kept.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace diurna::detail
