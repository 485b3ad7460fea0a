// The words of a document folded once each: keys for the gazetteers, and their shape.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/text/document.hpp"

namespace diurna::detail {

/// Number of a distinct string; equal strings have equal numbers.
using WordId = std::uint32_t;
inline constexpr WordId no_word = 0xffffffffU;

/// Strings numbered in order of arrival. Views stay valid as long as the interner lives.
class Interner {
 public:
  [[nodiscard]] WordId intern(std::string_view text);
  [[nodiscard]] std::string_view text(WordId word) const { return texts_[word]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, WordId> ids_;
};

struct WordShape {
  bool upper_first = false;
  bool any_upper = false;
  bool all_upper = false;  // at least one upper-case letter and no lower-case one
  bool has_letter = false;
};

/// For every token its gazetteer key ("U.S." → "us") and shape; each distinct form is folded once.
class TokenForms {
 public:
  explicit TokenForms(const Document& document);
  [[nodiscard]] std::string_view key(TokenId token) const { return entries_[entry_[token.index()]].key; }
  [[nodiscard]] const WordShape& shape(TokenId token) const { return entries_[entry_[token.index()]].shape; }
  /// The key of a run of tokens, with one space where the text has white space.
  [[nodiscard]] std::string key(TokenRange tokens) const;

 private:
  struct Entry {
    std::string key;
    WordShape shape;
  };
  const Document& document_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> entry_;
};

}  // namespace diurna::detail
