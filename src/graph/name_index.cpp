#include "graph/name_index.hpp"

#include <algorithm>

#include "core/hash.hpp"

namespace diurna::detail {
namespace {

std::uint32_t hash_of(std::string_view key) { return static_cast<std::uint32_t>(hash64(key)); }

}  // namespace

void NameIndex::catch_up(const KeysOf& keys_of) const {
  if (pending_.empty()) return;
  std::sort(pending_.begin(), pending_.end());
  pending_.erase(std::unique(pending_.begin(), pending_.end()), pending_.end());
  const auto old = static_cast<std::ptrdiff_t>(entries_.size());
  for (const std::uint32_t vertex : pending_) {
    keys_of(vertex, [&](std::string_view key) { entries_.push_back({hash_of(key), vertex}); });
  }
  std::vector<std::uint32_t>().swap(pending_);
  std::sort(entries_.begin() + old, entries_.end());
  std::inplace_merge(entries_.begin(), entries_.begin() + old, entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

std::vector<std::uint32_t> NameIndex::find(std::string_view key, const KeysOf& keys_of) const {
  const std::scoped_lock lock(mutex_);
  catch_up(keys_of);
  const std::uint32_t hash = hash_of(key);
  std::vector<std::uint32_t> out;
  for (auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{hash, 0});
       at != entries_.end() && at->hash == hash; ++at) {
    out.push_back(at->vertex);
  }
  return out;
}

const std::vector<NameIndex::Entry>& NameIndex::entries(const KeysOf& keys_of) const {
  const std::scoped_lock lock(mutex_);
  catch_up(keys_of);
  return entries_;
}

}  // namespace diurna::detail
