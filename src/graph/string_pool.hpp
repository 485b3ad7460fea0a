// Every distinct text of a graph once: ids, types, sentences, rules are named by a number.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace diurna::detail {

using Symbol = std::uint32_t;

class StringPool {
 public:
  /// The number of `text`; the same text has the same number in this pool.
  Symbol intern(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto symbol = static_cast<Symbol>(texts_.size());
    numbers_.emplace(texts_.emplace_back(text), symbol);
    return symbol;
  }
  [[nodiscard]] std::optional<Symbol> find(std::string_view text) const {
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
  }
  /// Valid as long as the pool lives.
  [[nodiscard]] std::string_view view(Symbol symbol) const { return texts_[symbol]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque never moves its elements
  std::unordered_map<std::string_view, Symbol> numbers_;
};

}  // namespace diurna::detail
