// Every distinct text of a graph once: ids, types, sentences, rules are named by a number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graph/index_table.hpp"
#include "graph/word_arena.hpp"

namespace diurna::detail {

using Symbol = std::uint32_t;

/// No text; views as "".
inline constexpr Symbol no_symbol = 0xFFFFFFFFU;

class StringPool {
 public:
  /// The number of `text`; the same text has the same number in this pool.
  Symbol intern(std::string_view text);
  [[nodiscard]] std::optional<Symbol> find(std::string_view text) const;
  /// Valid as long as the pool lives.
  [[nodiscard]] std::string_view view(Symbol symbol) const {
    if (symbol == no_symbol) return {};
    const std::uint32_t* words = words_.at(offsets_[symbol]);
    return {reinterpret_cast<const char*>(words + 1), *words};
  }
  [[nodiscard]] std::size_t size() const { return offsets_.size(); }

  /// Takes over texts as the arena keeps them: size in bytes, bytes, zeros up to the next word. `intern` and `find`
  /// may be called after `index` only.
  void adopt(std::span<const std::uint32_t> words, std::vector<Offset> offsets);
  void index();

  /// How many words a text takes.
  [[nodiscard]] static std::size_t words_for(std::string_view text) { return 1 + (text.size() + 3) / 4; }
  static void store(std::string_view text, std::uint32_t* words);

 private:
  WordArena words_;
  std::vector<Offset> offsets_;
  IndexTable index_;
};

}  // namespace diurna::detail
