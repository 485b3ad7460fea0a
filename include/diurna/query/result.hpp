/// What a query answers: columns and rows, all by value.
///
///     const diurna::QueryResult result = diurna::query(graph, "MATCH (p:PERSON) RETURN p.name AS name");
///     for (const diurna::QueryRow& row : result) std::cout << row["name"] << '\n';
///     result[0]["name"].as_string();                            // "Ana"
///
/// A result does not point into the graph; rows and values do not point into each other: each may be kept as long as
/// one likes. Copies are cheap: the table is shared. Immutable; safe to share between threads.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/query/value.hpp"

namespace diurna {

namespace detail {
struct ResultTable {
  std::vector<std::string> columns;
  std::vector<Value> values;  // row after row
  std::size_t rows = 0;
};
}  // namespace detail

class QueryRow {
 public:
  QueryRow(std::shared_ptr<const detail::ResultTable> table, std::size_t number)
      : table_(std::move(table)), number_(number) {}
  [[nodiscard]] std::size_t size() const { return table_->columns.size(); }
  /// Requires that `column` is less than size().
  [[nodiscard]] Value operator[](std::size_t column) const { return table_->values[number_ * size() + column]; }
  /// Throws Error "query.no-column" when there is none of this name.
  [[nodiscard]] Value operator[](std::string_view column) const;
  [[nodiscard]] const std::vector<std::string>& columns() const& { return table_->columns; }

 private:
  std::shared_ptr<const detail::ResultTable> table_;
  std::size_t number_;
};

class QueryResult {
 public:
  QueryResult() : table_(std::make_shared<detail::ResultTable>()) {}
  explicit QueryResult(detail::ResultTable table)
      : table_(std::make_shared<const detail::ResultTable>(std::move(table))) {}

  [[nodiscard]] const std::vector<std::string>& columns() const& { return table_->columns; }
  const std::vector<std::string>& columns() const&& = delete;
  [[nodiscard]] std::size_t size() const { return table_->rows; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// Requires that `row` is less than size().
  [[nodiscard]] QueryRow operator[](std::size_t row) const { return {table_, row}; }

  class Iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::input_iterator_tag;
    using value_type = QueryRow;
    using difference_type = std::ptrdiff_t;
    using reference = QueryRow;
    using pointer = void;
    Iterator() = default;
    Iterator(std::shared_ptr<const detail::ResultTable> table, std::size_t row) : table_(std::move(table)), row_(row) {}
    QueryRow operator*() const { return {table_, row_}; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++row_;
      return before;
    }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    std::shared_ptr<const detail::ResultTable> table_;
    std::size_t row_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return {table_, 0}; }
  [[nodiscard]] Iterator end() const { return {table_, size()}; }

 private:
  std::shared_ptr<const detail::ResultTable> table_;
};

}  // namespace diurna
