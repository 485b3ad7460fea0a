// Which vertices have a name: pairs of a hash of the name's key and a vertex, sorted. Eight bytes a name.
//
// New names are noted as they come and sorted in when somebody asks, under a lock: asking is const. Different keys may
// share a hash, so that whoever asks looks at the names again.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace diurna::detail {

class NameIndex {
 public:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t vertex = 0;
    auto operator<=>(const Entry&) const = default;
  };
  /// Calls its argument with the key of every name of a vertex.
  using KeysOf = std::function<void(std::uint32_t vertex, const std::function<void(std::string_view)>& visit)>;

  /// The vertex has new names.
  void note(std::uint32_t vertex) {
    if (pending_.empty() || pending_.back() != vertex) pending_.push_back(vertex);
  }
  /// Vertices that may have a name with this key, sorted.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view key, const KeysOf& keys_of) const;
  /// All entries, sorted.
  [[nodiscard]] const std::vector<Entry>& entries(const KeysOf& keys_of) const;
  void adopt(std::vector<Entry> entries) { entries_ = std::move(entries); }

 private:
  void catch_up(const KeysOf& keys_of) const;

  mutable std::mutex mutex_;
  mutable std::vector<Entry> entries_;
  mutable std::vector<std::uint32_t> pending_;
};

}  // namespace diurna::detail
