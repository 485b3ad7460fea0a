#include "core/tsv.hpp"

#include "diurna/core/error.hpp"

namespace diurna::detail {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, begin)) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

std::vector<TsvRow> read_tsv(const Resource& table, std::size_t min_fields, std::size_t max_fields) {
  std::vector<TsvRow> rows;
  std::size_t number = 0;
  for (std::string_view line : split(table.bytes(), '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    TsvRow row{number, split(line, '\t')};
    if (row.fields.size() < min_fields || row.fields.size() > max_fields) {
      throw ParseError({.code = "data.fields",
                        .place = table.name() + ":" + std::to_string(number),
                        .message = "expected " + std::to_string(min_fields) + " to " + std::to_string(max_fields) +
                                   " tab-separated fields, found " + std::to_string(row.fields.size()),
                        .hint = "fields are separated by one tab each"});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace diurna::detail
