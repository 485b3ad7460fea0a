// Every distinct row of a few numbers once, as StringPool does for texts: a sentence is (document, start, text).
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "graph/index_table.hpp"

namespace diurna::detail {

template <std::size_t columns>
class RowPool {
 public:
  using Row = std::array<std::uint32_t, columns>;

  /// The number of `row`; the same row has the same number in this pool.
  std::uint32_t intern(const Row& row) {
    const std::uint64_t hash = hash_of(row);
    if (const auto known = index_.find(hash, [&](std::uint32_t other) { return rows_[other] == row; })) return *known;
    const auto number = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(row);
    index_.insert(hash, number, [this](std::uint32_t other) { return hash_of(rows_[other]); });
    return number;
  }
  [[nodiscard]] const Row& operator[](std::uint32_t number) const { return rows_[number]; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

  /// Takes over distinct rows. `intern` may be called after `index` only.
  void adopt(std::vector<Row> rows) { rows_ = std::move(rows); }
  void index() {
    index_.fill(rows_.size(), [this](std::uint32_t row) { return hash_of(rows_[row]); });
  }

 private:
  [[nodiscard]] static std::uint64_t hash_of(const Row& row) {
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
    for (const std::uint32_t number : row) hash = mixed(hash + number);
    return hash;
  }

  std::vector<Row> rows_;
  IndexTable index_;
};

}  // namespace diurna::detail
