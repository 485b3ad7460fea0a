#include "graph/string_pool.hpp"

#include <cstring>
#include <utility>

#include "core/hash.hpp"

namespace diurna::detail {

void StringPool::store(std::string_view text, std::uint32_t* words) {
  words[words_for(text) - 1] = 0;
  words[0] = static_cast<std::uint32_t>(text.size());
  if (!text.empty()) std::memcpy(words + 1, text.data(), text.size());
}

std::optional<Symbol> StringPool::find(std::string_view text) const {
  return index_.find(hash64(text), [&](Symbol symbol) { return view(symbol) == text; });
}

Symbol StringPool::intern(std::string_view text) {
  const std::uint64_t hash = hash64(text);
  if (const auto known = index_.find(hash, [&](Symbol symbol) { return view(symbol) == text; })) return *known;
  const Offset offset = words_.allocate(words_for(text));
  store(text, words_.at(offset));
  const auto symbol = static_cast<Symbol>(offsets_.size());
  offsets_.push_back(offset);
  index_.insert(hash, symbol, [this](Symbol other) { return hash64(view(other)); });
  return symbol;
}

void StringPool::adopt(std::span<const std::uint32_t> words, std::vector<Offset> offsets) {
  words_.adopt(words);
  offsets_ = std::move(offsets);
}

void StringPool::index() {
  index_.fill(offsets_.size(), [this](Symbol symbol) { return hash64(view(symbol)); });
}

}  // namespace diurna::detail
