#include <algorithm>
#include <ostream>
#include <string>

#include "diurna/io/input.hpp"

namespace diurna::io {
namespace {

/// A field of CoNLL-U: valid UTF-8 without tabs and line ends; "_" for nothing.
std::string field(std::string_view text) {
  std::string out = repaired_utf8(text);
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r' || c == '\0'; }, ' ');
  return out.empty() ? "_" : out;
}

class Writer {
 public:
  Writer(std::ostream& out, const Document& document, const Syntax& syntax)
      : out_(out), document_(document), syntax_(syntax) {
    name_tags_.resize(document.tokens().size());
    for (const NameSpan& name : syntax.names()) {
      for (const TokenId token : name.tokens) {
        name_tags_[token.index()] =
            (token == name.tokens.first ? "NER=B-" : "NER=I-") + std::string(to_text(name.type));
      }
    }
  }

  void run() {
    BlockId block = BlockId::none();
    for (std::size_t s = 0; s < document_.sentences().size(); ++s) {
      const Sentence& sentence = document_.sentence(SentenceId{s});
      if (s == 0) out_ << "# newdoc id = " << field(document_.id()) << '\n';
      if (s == 0 && !document_.date().empty()) out_ << "# meta::dateCreated = " << field(document_.date()) << '\n';
      if (sentence.block != block) write_block(sentence.block);
      block = sentence.block;
      write_sentence(sentence);
    }
  }

 private:
  void write_block(BlockId block) {
    out_ << "# newpar\n";
    const BlockKind kind = document_.block(block).kind;
    if (kind != BlockKind::paragraph) out_ << "# block = " << to_text(kind) << '\n';
  }

  void write_sentence(const Sentence& sentence) {
    out_ << "# sent_id = " << field(sentence.label) << "\n# text = ";
    for (const TokenId token : sentence.tokens) {
      out_ << field(surface(token));
      const bool last = token.index() + 1 == sentence.tokens.last.index();
      if (document_.token(token).space_after && !last) out_ << ' ';
    }
    out_ << '\n';
    for (const TokenId token : sentence.tokens) {
      write_range(sentence, token);
      write_word(sentence, token);
    }
    out_ << '\n';
  }
  [[nodiscard]] std::string_view surface(TokenId token) const { return document_.text(document_.token(token).span); }
  [[nodiscard]] bool continues(const Sentence& sentence, TokenId token) const {
    return sentence.tokens.contains(token) && document_.token(token).continues_surface;
  }

  /// The line of a multiword token, in front of its first word.
  void write_range(const Sentence& sentence, TokenId first) {
    TokenId behind{first.index() + 1};
    if (continues(sentence, first) && first != sentence.tokens.first) return;
    while (continues(sentence, behind)) ++behind;
    if (behind.index() == first.index() + 1) return;
    const Span span = document_.span({first, behind});
    out_ << number(sentence, first) << '-' << number(sentence, behind) - 1 << '\t' << field(document_.text(span));
    for (int column = 0; column < 7; ++column) out_ << "\t_";
    out_ << '\t' << (document_.token(TokenId{behind.index() - 1}).space_after ? "_" : "SpaceAfter=No") << '\n';
  }
  static std::size_t number(const Sentence& sentence, TokenId token) {
    return token.index() - sentence.tokens.first.index() + 1;
  }

  void write_word(const Sentence& sentence, TokenId token) {
    const WordAnalysis& word = syntax_.word(token);
    out_ << number(sentence, token) << '\t' << field(document_.form(token)) << '\t' << field(word.lemma) << '\t'
         << to_text(word.upos) << '\t' << field(word.xpos) << '\t' << to_text(word.features) << '\t'
         << (word.head ? number(sentence, word.head) : 0) << '\t' << to_text(word.relation) << "\t_\t"
         << misc(sentence, token) << '\n';
  }
  [[nodiscard]] std::string misc(const Sentence& sentence, TokenId token) const {
    const Span span = document_.token(token).span;
    const TokenId next{token.index() + 1};
    std::string out = name_tags_[token.index()];
    if (!out.empty()) out += '|';
    const bool in_range = continues(sentence, token) || continues(sentence, next);
    if (!document_.token(token).space_after && !in_range) out += "SpaceAfter=No|";
    return out + "end_char=" + std::to_string(document_.code_point(span.end)) +
           "|start_char=" + std::to_string(document_.code_point(span.begin));
  }

  std::ostream& out_;
  const Document& document_;
  const Syntax& syntax_;
  std::vector<std::string> name_tags_;
};

}  // namespace

void write_conllu(std::ostream& out, const Document& document, const Syntax& syntax) {
  Writer(out, document, syntax).run();
}

}  // namespace diurna::io
