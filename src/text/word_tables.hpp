// The tables of data/en/text in a form that is quick to ask. Loaded at first use, immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace diurna::detail {

enum class AbbreviationKind : std::uint8_t { title, number, date, end };
enum class WordPart : std::uint8_t { prefix, clitic, apostrophe, unit, ordinal, currency, slash, domain };

class WordTables {
 public:
  /// Reads the tables; throws ParseError "data.*" naming file and line.
  WordTables();

  /// `word` without its full stop, in any case.
  [[nodiscard]] std::optional<AbbreviationKind> abbreviation(std::string_view word) const;
  /// Bytes of the pieces of a word that is written together ("cannot": 3, 3); empty for all other words.
  [[nodiscard]] const std::vector<std::size_t>& pieces(std::string_view word) const;
  /// Whether `word`, in any case, belongs to a set of word_parts.tsv.
  [[nodiscard]] bool is(WordPart part, std::string_view word) const;
  /// Whether a capitalised `word` mostly begins a sentence.
  [[nodiscard]] bool opens_sentence(std::string_view word) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Abbreviation {
    AbbreviationKind kind = AbbreviationKind::end;
    bool capital = false;
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  Map<Abbreviation> abbreviations_;
  Map<std::vector<std::size_t>> contractions_;
  Map<unsigned> parts_;  // bit WordPart
  std::unordered_set<std::string, Hash, std::equal_to<>> openers_;
  std::vector<std::size_t> whole_;
};

/// The one copy of the process.
[[nodiscard]] const WordTables& word_tables();

}  // namespace diurna::detail
