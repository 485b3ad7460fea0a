// Rows as keys of hash tables, by equivalence: for DISTINCT, UNION and grouping.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "diurna/query/value.hpp"

namespace diurna::cypher {

[[nodiscard]] inline std::uint64_t hash_row(std::span<const Value> row) {
  std::uint64_t hash = row.size();
  for (const Value& value : row)
    hash = (hash ^ (hash_value(value) + (hash << 6U) + (hash >> 2U))) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32U);
}

[[nodiscard]] inline bool equivalent_rows(std::span<const Value> a, std::span<const Value> b) {
  return std::ranges::equal(a, b, [](const Value& x, const Value& y) { return equivalent(x, y); });
}

// Distinct rows of one width, numbered in order of arrival.
class RowSet {
 public:
  struct Place {
    std::size_t number;
    bool fresh;
  };
  Place insert(std::span<const Value> row) {
    if (hashes_.size() * 2 >= table_.size()) grow();
    const std::uint64_t hash = hash_row(row);
    std::size_t at = hash & (table_.size() - 1);
    for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
      const std::size_t number = table_[at] - 1;
      if (hashes_[number] == hash && equivalent_rows((*this)[number], row)) return {number, false};
    }
    width_ = row.size();
    hashes_.push_back(hash);
    values_.insert(values_.end(), row.begin(), row.end());
    table_[at] = hashes_.size();
    return {hashes_.size() - 1, true};
  }
  [[nodiscard]] std::size_t size() const { return hashes_.size(); }
  [[nodiscard]] std::span<const Value> operator[](std::size_t number) const {
    return std::span(values_).subspan(number * width_, width_);
  }
  void clear() {
    table_.clear();
    hashes_.clear();
    values_.clear();
  }

 private:
  void grow() {
    table_.assign(std::max<std::size_t>(16, table_.size() * 2), 0);
    for (std::size_t number = 0; number < hashes_.size(); ++number) {
      std::size_t at = hashes_[number] & (table_.size() - 1);
      while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
      table_[at] = number + 1;
    }
  }

  std::vector<std::size_t> table_;  // numbers + 1, 0 where free
  std::vector<std::uint64_t> hashes_;
  std::vector<Value> values_;
  std::size_t width_ = 0;
};

}  // namespace diurna::cypher
