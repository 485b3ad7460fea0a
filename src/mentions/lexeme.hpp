// Cuts the tokens of a sentence into the pieces that times and numbers are read from.
//
//     "mid-1996"   → mid | - | 1996          "1990s" → 1990 | s          "6 a.m." → 6 | a.m.
//     "1,000.5"    → one number              "New Year's Day" → one holiday
//
// Pieces do not depend on where the tokeniser cut: a token may hold several, a phrase of the table covers several
// tokens. Linear in the length of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/text/document.hpp"
#include "mentions/word_table.hpp"

namespace diurna::detail {

enum class Shape : std::uint8_t { word, digits, number, punctuation };

struct Lexeme {
  Span span = {};
  TokenRange tokens = {};
  std::string_view form = {};  // lower case; "'s" for both apostrophes, "-" for every dash
  const std::vector<WordSense>* senses = nullptr;
  Shape shape = Shape::word;
  bool capital = false;
  bool glued = false;  // no white space before it
  double number = -1;  // of digits and numbers; -1 when it is too long to be read
  std::uint32_t digits = 0;
};

/// A document's text in lower case, with the cutter over it.
class Lexer {
 public:
  Lexer(const Document& document, const WordTable& table);
  /// The pieces of one sentence; they point into this lexer and into the table.
  [[nodiscard]] std::vector<Lexeme> operator()(SentenceId sentence) const;

 private:
  void cut_token(TokenId token, std::vector<Lexeme>& out) const;
  [[nodiscard]] Lexeme next_piece(std::size_t at, std::size_t end) const;
  [[nodiscard]] Lexeme read_number(std::size_t at, std::size_t end) const;
  [[nodiscard]] std::vector<Lexeme> join_phrases(std::vector<Lexeme> pieces) const;
  const Document* document_;
  const WordTable* table_;
  std::string lower_;
};

/// A place in the pieces of a sentence. Copies are free; `take_…` moves on only when it returns something.
class Cursor {
 public:
  explicit Cursor(std::span<const Lexeme> lexemes, std::size_t at = 0) : lexemes_(lexemes), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ >= lexemes_.size(); }
  /// The piece `steps` ahead, or nullptr.
  [[nodiscard]] const Lexeme* peek(std::size_t steps = 0) const {
    return at_ + steps < lexemes_.size() ? &lexemes_[at_ + steps] : nullptr;
  }
  [[nodiscard]] const Lexeme* back(std::size_t steps = 1) const {
    return steps <= at_ ? &lexemes_[at_ - steps] : nullptr;
  }
  [[nodiscard]] const WordSense* sense(FormKind kind, std::size_t steps = 0) const;
  [[nodiscard]] bool is(std::string_view form, std::size_t steps = 0) const {
    return peek(steps) != nullptr && peek(steps)->form == form;
  }
  void skip(std::size_t steps = 1) { at_ += steps; }

  const WordSense* take(FormKind kind);
  bool take(std::string_view form);
  bool take_any(std::initializer_list<std::string_view> forms);
  /// "the", "a", "an" are not told apart by what follows them.
  bool take_article() { return take_any({"the", "a", "an"}); }
  /// A run of digits with at most `max_digits`.
  std::optional<int> take_digits(std::uint32_t max_digits);

 private:
  std::span<const Lexeme> lexemes_;
  std::size_t at_;
};

}  // namespace diurna::detail
