// Which row of a table holds this value: open addressing with linear probing over row numbers, 5 bytes a slot.
//
// The rows themselves stay with the caller, who compares and hashes them. One byte of each hash is kept, so that
// nearly all other rows are passed without a look at them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace diurna::detail {

/// Spreads every bit of the input over all bits of the result (the finaliser of SplitMix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31U);
}

class IndexTable {
 public:
  /// The row with this hash for which `same(row)` holds.
  template <class Same>
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, Same same) const {
    if (rows_.empty()) return std::nullopt;
    const std::uint8_t tag = tag_of(hash);
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      if (tags_[at] == 0) return std::nullopt;
      if (tags_[at] == tag && same(rows_[at])) return rows_[at];
    }
  }

  /// Enters a row that is not there yet; `hash_of(row)` is asked for the others when the table grows.
  template <class HashOf>
  void insert(std::uint64_t hash, std::uint32_t row, HashOf hash_of) {
    if (4 * (count_ + 1) > 3 * rows_.size()) grow(rows_.empty() ? 16 : 2 * rows_.size(), hash_of);
    place(hash, row);
    ++count_;
  }

  /// Enters the rows 0 … count - 1 into an empty table.
  template <class HashOf>
  void fill(std::size_t count, HashOf hash_of) {
    std::size_t slots = 16;
    while (3 * slots < 4 * (count + 1)) slots *= 2;
    *this = IndexTable();
    grow(slots, hash_of);
    for (std::size_t row = 0; row < count; ++row) {
      place(hash_of(static_cast<std::uint32_t>(row)), static_cast<std::uint32_t>(row));
    }
    count_ = count;
  }

 private:
  [[nodiscard]] std::size_t mask() const { return rows_.size() - 1; }
  [[nodiscard]] static std::uint8_t tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>((hash >> 57U) + 1); }

  void place(std::uint64_t hash, std::uint32_t row) {
    std::size_t at = hash & mask();
    while (tags_[at] != 0) at = (at + 1) & mask();
    tags_[at] = tag_of(hash);
    rows_[at] = row;
  }

  template <class HashOf>
  void grow(std::size_t slots, HashOf hash_of) {
    const std::vector<std::uint8_t> tags = std::exchange(tags_, std::vector<std::uint8_t>(slots));
    const std::vector<std::uint32_t> rows = std::exchange(rows_, std::vector<std::uint32_t>(slots));
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (tags[at] != 0) place(hash_of(rows[at]), rows[at]);
    }
  }

  std::vector<std::uint8_t> tags_;  // 0: free
  std::vector<std::uint32_t> rows_;
  std::size_t count_ = 0;
};

}  // namespace diurna::detail
