/// Articles from files: plain text, JSON lines, CoNLL-U.
///
///     diurna::io::ArticleReader reader("corpus.jsonl");
///     while (auto item = reader.next()) …
///
/// A `.jsonl` file is a corpus, streamed line by line; a `.conllu` file is pre-tokenised text; anything else is one
/// article.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diurna/core/error.hpp"
#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"

namespace diurna::io {

/// One input: an article to cut, a document whose tokens are given, or why a record could not be read.
using InputItem = std::variant<Article, Document, ParseError>;

class ArticleReader {
 public:
  /// `path`, or "-" for standard input. `date` is used for articles that bring none. Throws IoError.
  explicit ArticleReader(const std::string& path, std::string date = {});
  ~ArticleReader();
  ArticleReader(ArticleReader&&) noexcept;
  ArticleReader& operator=(ArticleReader&&) noexcept;
  /// The next item, or nothing at the end. A bad record is an item too; reading goes on behind it.
  [[nodiscard]] std::optional<InputItem> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Documents of a CoNLL-U text (`# newdoc` starts one); tokens and sentences are kept as they are.
/// Throws ParseError "conllu.*" with line and what was expected.
[[nodiscard]] std::vector<Document> read_conllu(std::string_view bytes, std::string_view name);
/// A document together with the analysis that its file gives.
struct ParsedDocument {
  Document document;
  Syntax syntax;
};
/// As read_conllu, with tags, lemmas, heads and names (`NER=B-PERSON` in MISC) of the file itself: for training,
/// measuring and tests. An empty tag is X, an empty relation dep, an empty head a root.
[[nodiscard]] std::vector<ParsedDocument> read_conllu_syntax(std::string_view bytes, std::string_view name);
/// Writes syntax as CoNLL-U: sent_id, text, newdoc/newpar comments, multiword tokens, SpaceAfter, names in MISC.
void write_conllu(std::ostream& out, const Document& document, const Syntax& syntax);

}  // namespace diurna::io
