// Article → Document: structure first, then the tokens and sentences of each block.
#include <algorithm>
#include <optional>

#include "diurna/text/document.hpp"
#include "diurna/text/sentence_splitter.hpp"
#include "diurna/text/tokenizer.hpp"
#include "text/characters.hpp"
#include "text/dates.hpp"
#include "text/structure.hpp"

namespace diurna {
namespace {

constexpr std::size_t longest_sentence = 500;  // tokens
constexpr std::size_t most_diagnostics = 20;   // of one kind

class Reader {
 public:
  explicit Reader(Article article) {
    parts_.text = article.title.empty() ? article.text : article.title + "\n\n" + article.text;
    parts_.article = std::move(article);
  }

  Document run() {
    detail::Structure structure = detail::find_structure(parts_.text, parts_.article.title.size());
    parts_.blocks = std::move(structure.blocks);
    settle_date(structure.date);
    note_broken_bytes();
    note_control_characters();
    for (std::size_t b = 0; b < parts_.blocks.size(); ++b) read_block(BlockId{b});
    return Document(std::move(parts_));
  }

 private:
  void note(std::string code, Severity severity, Span span, std::string message) {
    parts_.diagnostics.push_back({std::move(code), severity, span, std::move(message)});
  }

  void settle_date(const std::string& stated) {
    std::string& date = parts_.article.date;
    if (date.empty()) {
      date = stated;
      return;
    }
    if (const auto iso = detail::parse_iso_date(date)) {
      date = *iso;
    } else if (const auto found = detail::find_date(date)) {
      date = found->value;
    } else {
      note("text.bad-date", Severity::warning, {},
           "the date \"" + repaired_utf8(date) + "\" is not understood and was left out; write it as 2026-01-08");
      date = stated;
    }
  }

  void note_broken_bytes() {
    const std::vector<Span> broken = invalid_utf8(parts_.text);
    for (std::size_t i = 0; i < std::min(broken.size(), most_diagnostics); ++i) {
      note("text.invalid-utf8", Severity::warning, broken[i], "these bytes are not UTF-8; outputs show U+FFFD");
    }
    if (broken.size() <= most_diagnostics) return;
    note("text.invalid-utf8", Severity::warning, {broken[most_diagnostics].begin, broken.back().end},
         std::to_string(broken.size() - most_diagnostics) + " more places are not UTF-8");
  }

  void note_control_characters() {
    const auto is_control = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte == 0x7F || (byte < 0x20 && std::string_view("\t\n\v\f\r").find(c) == std::string_view::npos);
    };
    const auto first = std::find_if(parts_.text.begin(), parts_.text.end(), is_control);
    if (first == parts_.text.end()) return;
    const auto count = std::count_if(first, parts_.text.end(), is_control);
    const auto at = static_cast<std::size_t>(first - parts_.text.begin());
    note("text.control-character", Severity::note, {at, at + 1},
         std::to_string(count) + " control characters are read as white space");
  }

  void read_block(BlockId block) {
    const std::vector<Token> tokens = tokenize(parts_.text, parts_.blocks[block.index()].span);
    for (const TokenRange range : split_sentences(parts_.text, tokens)) {
      for (TokenRange rest = range; !rest.empty();) {
        const TokenRange piece = first_piece(tokens, rest);
        add_sentence(tokens, piece, block);
        rest.first = piece.last;
      }
    }
  }

  /// The whole of a sentence, or its beginning up to the best place to cut when it is too long.
  TokenRange first_piece(const std::vector<Token>& tokens, TokenRange sentence) {
    if (sentence.size() <= longest_sentence) return sentence;
    const std::size_t first = sentence.first.index();
    std::size_t cut = first + longest_sentence;
    for (const std::string_view mark : {";", ":", ","}) {
      std::size_t i = first + longest_sentence;
      while (i > first + longest_sentence / 2 && tokens[i - 1].span.text_in(parts_.text) != mark) --i;
      if (i == first + longest_sentence / 2) continue;
      cut = i;
      break;
    }
    note("text.long-sentence", Severity::warning, {tokens[first].span.begin, tokens[cut - 1].span.end},
         "a sentence of more than " + std::to_string(longest_sentence) + " words was cut here");
    return {sentence.first, TokenId{cut}};
  }

  void add_sentence(const std::vector<Token>& tokens, TokenRange range, BlockId block) {
    const TokenId first{parts_.tokens.size()};
    for (const TokenId token : range) parts_.tokens.push_back(tokens[token.index()]);
    split_final_stop();
    const Span span{parts_.tokens[first.index()].span.begin, parts_.tokens.back().span.end};
    parts_.sentences.push_back({.span = span,
                                .tokens = {first, TokenId{parts_.tokens.size()}},
                                .block = block,
                                .label = std::to_string(parts_.sentences.size() + 1)});
  }

  /// The full stop of an abbreviation that ends a sentence is also that of the sentence: "in the U.S" + ".".
  void split_final_stop() {
    Token& last = parts_.tokens.back();
    const std::string_view form = last.span.text_in(parts_.text);
    if (form.size() < 2 || form.back() != '.') return;
    const detail::Character before = detail::character_before(form, form.size() - 1, 0);
    if (!before.is(detail::CharacterKind::letter)) return;
    const Token stop{{last.span.end - 1, last.span.end}, last.space_after, false};
    last.span.end -= 1;
    last.space_after = false;
    parts_.tokens.push_back(stop);
  }

  Document::Parts parts_;
};

}  // namespace

Document read_document(Article article) { return Reader(std::move(article)).run(); }

}  // namespace diurna
