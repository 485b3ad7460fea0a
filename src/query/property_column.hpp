// The values of one property key over all nodes or all relationships of a graph.
//
//     column.value(owner);                       // "Ana", or null
//     column.owners_of("Ana");                   // every owner with an equal value, by index
//
// Values stand once in a dictionary, owners have codes into it: 4 bytes each, in pages that are left out where nobody
// has the property. A comparison with a constant is a comparison of codes, a property index is a list of owners by
// code. The index and the order of the dictionary are built when first asked for; const calls may run in several
// threads.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "diurna/query/value.hpp"

namespace diurna::cypher {

class PropertyColumn {
 public:
  static constexpr std::uint32_t absent = 0;  // the code of null

  PropertyColumn();

  // Requires that the value is not null; a later value of an owner replaces the earlier one.
  void set(std::uint32_t owner, const Value& value);

  [[nodiscard]] std::uint32_t code(std::uint32_t owner) const {
    const std::uint32_t page = owner / page_size;
    if (page >= pages_.size() || pages_[page] == nullptr) return absent;
    return pages_[page][owner % page_size];
  }
  [[nodiscard]] const Value& value(std::uint32_t owner) const { return dictionary_[code(owner)]; }
  [[nodiscard]] const Value& value_of_code(std::uint32_t code) const { return dictionary_[code]; }
  // Codes run from 0 (null) to this number, exclusive.
  [[nodiscard]] std::uint32_t code_count() const { return static_cast<std::uint32_t>(dictionary_.size()); }
  // How many owners have a value.
  [[nodiscard]] std::size_t size() const { return size_; }

  // Codes whose values equal this one as `=` does: an integer and a real may be equal and keep their kinds.
  [[nodiscard]] std::vector<std::uint32_t> codes_of(const Value& value) const;
  // Sorted.
  [[nodiscard]] std::span<const std::uint32_t> owners(std::uint32_t code) const;
  // Codes other than 0 in the order of their values.
  [[nodiscard]] std::span<const std::uint32_t> ordered_codes() const;

 private:
  static constexpr std::uint32_t page_size = 1024;
  struct Index;

  std::uint32_t code_for(const Value& value);
  void grow_table();
  [[nodiscard]] const Index& index() const;

  std::vector<std::unique_ptr<std::uint32_t[]>> pages_;
  std::vector<Value> dictionary_;     // [0] is null
  std::vector<std::uint32_t> table_;  // open addressing: codes by hash of their scalar values, 0 where free
  std::size_t size_ = 0;
  std::shared_ptr<Index> index_;
};

}  // namespace diurna::cypher
