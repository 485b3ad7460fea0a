// Rows of comma-separated values (RFC 4180) as every importer reads them: UTF-8, line feeds, no line breaks in cells.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace diurna::io::detail {

class CsvRow {
 public:
  /// Quoted where needed. "" is written as "" in quotes: a text without letters, not a missing value.
  CsvRow& text(std::string_view cell);
  /// Written as it stands: numbers, dates, truth values.
  CsvRow& plain(std::string_view cell);
  /// A missing value.
  CsvRow& none() { return plain({}); }
  /// Joined by ";"; a semicolon within an item becomes a comma.
  CsvRow& list(const std::vector<std::string>& items);
  /// As JSON, for readers that know no other lists.
  CsvRow& json_list(const std::vector<std::string>& items);
  /// The line with its end; the row is empty afterwards.
  [[nodiscard]] std::string line();

 private:
  std::string line_;
  bool started_ = false;
};

[[nodiscard]] std::string csv_header(std::initializer_list<std::string_view> names);

}  // namespace diurna::io::detail
