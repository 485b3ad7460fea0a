/// A text cut into blocks, sentences and tokens: the first of the five nouns.
///
///     const diurna::Document document = diurna::read_document({.text = "Rain fell in Oslo. It stopped."});
///     for (const diurna::Sentence& sentence : document.sentences()) document.text(sentence.span);
///
/// The text is kept byte for byte; blocks, sentences and tokens are spans of it (`text.substr(span) == token`).
/// Immutable after construction, so it can be shared between threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/diagnostic.hpp"
#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"
#include "diurna/text/article.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna {

/// What a block (a run of lines that belong together) is in the article.
enum class BlockKind {
  title,      ///< the headline
  metadata,   ///< "Published 8 January 2026", "By Jane Doe", "Highlights", a lone dash
  heading,    ///< a heading inside the article
  list_item,  ///< one bullet
  paragraph,  ///< running text
};
[[nodiscard]] std::string_view to_text(BlockKind kind);

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  BlockId repeats = BlockId::none();  ///< An earlier block with the same words, if any.
};

/// A syntactic word in the sense of Universal Dependencies: "don't" is two tokens, "do" and "n't".
struct Token {
  Span span;
  bool space_after = true;         ///< White space (or the end of the text) follows.
  bool continues_surface = false;  ///< Belongs to one multiword token with the token before it ("n't" of "don't").
};

struct Sentence {
  Span span;
  TokenRange tokens;
  BlockId block;
  SentenceId repeats = SentenceId::none();  ///< An earlier sentence with the same words, if any.
  std::string label;                        ///< `sent_id` of CoNLL-U input; else its number from 1.
};

/// Text + blocks + sentences + tokens.
class Document {
 public:
  /// All that a document is made of; blocks, sentences and tokens in text order.
  struct Parts {
    Article article;   ///< As given; its date completed from the text where it was empty.
    std::string text;  ///< The text all spans refer to: title, blank line, text (or only the text).
    std::vector<Block> blocks;
    std::vector<Sentence> sentences;
    std::vector<Token> tokens;
    std::vector<std::string> forms;  ///< Given word forms of CoNLL-U input that differ from the text; empty, or one per
                                     ///< token ("": as in the text).
    std::vector<Diagnostic> diagnostics;
  };
  /// Passages that repeat earlier ones are found here (`repeats` of blocks and sentences).
  explicit Document(Parts parts);

  [[nodiscard]] const std::string& id() const& { return parts_.article.id; }
  [[nodiscard]] const std::string& date() const& { return parts_.article.date; }
  [[nodiscard]] const Article& article() const& { return parts_.article; }
  [[nodiscard]] std::string_view text() const& { return parts_.text; }
  std::string_view text() const&& = delete;
  /// Where the article's own text starts: 0, or behind a headline that was given apart and its blank line.
  [[nodiscard]] std::size_t body_offset() const;
  [[nodiscard]] std::string_view text(Span span) const& { return span.text_in(parts_.text); }
  std::string_view text(Span span) const&& = delete;
  /// The word form: the text of the token, or what CoNLL-U input gave for it.
  [[nodiscard]] std::string_view form(TokenId token) const&;
  std::string_view form(TokenId token) const&& = delete;

  [[nodiscard]] const std::vector<Block>& blocks() const& { return parts_.blocks; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const& { return parts_.sentences; }
  [[nodiscard]] const std::vector<Token>& tokens() const& { return parts_.tokens; }
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const& { return parts_.diagnostics; }
  [[nodiscard]] const Token& token(TokenId id) const& { return parts_.tokens[id.index()]; }
  [[nodiscard]] const Sentence& sentence(SentenceId id) const& { return parts_.sentences[id.index()]; }
  [[nodiscard]] const Block& block(BlockId id) const& { return parts_.blocks[id.index()]; }
  /// The sentence that holds a token.
  [[nodiscard]] SentenceId sentence_of(TokenId token) const { return sentence_of_[token.index()]; }
  /// From the first to the last byte of a run of tokens.
  [[nodiscard]] Span span(TokenRange tokens) const;
  [[nodiscard]] std::size_t code_point(std::size_t byte_offset) const { return code_points_.code_point(byte_offset); }
  [[nodiscard]] std::size_t byte_offset(std::size_t code_point) const { return code_points_.byte_offset(code_point); }

 private:
  Parts parts_;
  std::vector<SentenceId> sentence_of_;
  CodePointIndex code_points_;
};

/// Cuts an article: blocks, then sentences, then tokens. Linear in the length of the text.
/// Broken UTF-8, control characters and an unreadable date become diagnostics.
[[nodiscard]] Document read_document(Article article);

}  // namespace diurna
