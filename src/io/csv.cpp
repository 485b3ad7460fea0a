#include "io/csv.hpp"

#include <algorithm>
#include <utility>

#include "io/json_values.hpp"

namespace diurna::io::detail {

CsvRow& CsvRow::plain(std::string_view cell) {
  if (started_) line_ += ',';
  started_ = true;
  line_ += cell;
  return *this;
}

CsvRow& CsvRow::text(std::string_view cell) {
  std::string quoted = "\"";
  bool needs_quotes = cell.empty() || cell.front() == ' ' || cell.back() == ' ';
  for (const char c : cell) {
    needs_quotes = needs_quotes || c == '"' || c == ',' || c == ';';
    if (c == '"') quoted += '"';
    const bool breaks = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    quoted += breaks ? ' ' : c;
  }
  if (needs_quotes) return plain(quoted + '"');
  return plain(std::string_view(quoted).substr(1));
}

CsvRow& CsvRow::list(const std::vector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) {
    if (!joined.empty()) joined += ';';
    std::string cleaned = item;
    std::replace(cleaned.begin(), cleaned.end(), ';', ',');
    joined += cleaned;
  }
  return items.empty() ? none() : text(joined);
}

CsvRow& CsvRow::json_list(const std::vector<std::string>& items) { return text(dumped(OrderedJson(items))); }

std::string CsvRow::line() {
  started_ = false;
  return std::exchange(line_, {}) + '\n';
}

std::string csv_header(std::initializer_list<std::string_view> names) {
  CsvRow row;
  for (const std::string_view name : names) row.plain(name);
  return row.line();
}

}  // namespace diurna::io::detail
