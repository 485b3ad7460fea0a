// CoNLL-U → Document (and the file's own Syntax). The text is put together from the words: SpaceAfter=No leaves out the
// space behind a word, a new paragraph is a blank line.
#include "io/conllu_reader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "diurna/io/input.hpp"
#include "io/conllu_rows.hpp"

namespace diurna::io {
namespace {

using detail::ConlluRow;
using detail::ConlluSentence;
using detail::fail_conllu;

std::optional<BlockKind> parse_block_kind(std::string_view text) {
  for (const BlockKind kind :
       {BlockKind::title, BlockKind::metadata, BlockKind::heading, BlockKind::list_item, BlockKind::paragraph}) {
    if (to_text(kind) == text) return kind;
  }
  return std::nullopt;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

class Builder {
 public:
  Builder(std::string_view name, std::string id, std::string date) : name_(name) {
    parts_.article.id = std::move(id);
    parts_.article.date = std::move(date);
  }

  [[nodiscard]] bool empty() const { return parts_.sentences.empty(); }

  void add(const ConlluSentence& sentence) {
    if (const auto date = sentence.comment("meta::dateCreated"); !date.empty()) parts_.article.date = date;
    start_block(sentence);
    const std::size_t first = parts_.tokens.size();
    std::size_t range = 0;
    for (std::size_t i = 0; i < sentence.words.size();) {
      if (range < sentence.ranges.size() && sentence.ranges[range].first == i + 1) {
        i = add_multiword(sentence, sentence.ranges[range++]);
      } else {
        add_word(sentence.words[i++]);
      }
    }
    for (const ConlluRow& row : sentence.words) analyse(row, first, sentence.words.size());
    check_tree(sentence, first);
    const std::string_view label = sentence.comment("sent_id");
    const Span span{parts_.tokens[first].span.begin, parts_.tokens.back().span.end};
    parts_.sentences.push_back(
        {.span = span,
         .tokens = {TokenId{first}, TokenId{parts_.tokens.size()}},
         .block = BlockId{parts_.blocks.size() - 1},
         .label = label.empty() ? std::to_string(parts_.sentences.size() + 1) : std::string(label)});
    parts_.blocks.back().span.end = span.end;
  }

  ParsedDocument finish() {
    if (std::all_of(parts_.forms.begin(), parts_.forms.end(), [](const std::string& form) { return form.empty(); })) {
      parts_.forms.clear();
    }
    parts_.article.text = parts_.text;
    return {Document(std::move(parts_)), Syntax(std::move(words_), std::move(names_))};
  }

 private:
  void start_block(const ConlluSentence& sentence) {
    const bool fresh = parts_.blocks.empty() || sentence.has_comment("newpar");
    if (!parts_.text.empty()) parts_.text += fresh ? "\n\n" : parts_.tokens.back().space_after ? " " : "";
    if (!parts_.tokens.empty() && fresh) parts_.tokens.back().space_after = true;
    if (!fresh) return;
    const BlockKind kind = parse_block_kind(sentence.comment("block")).value_or(BlockKind::paragraph);
    parts_.blocks.push_back({kind, {parts_.text.size(), parts_.text.size()}, BlockId::none()});
  }

  void push_token(Span span, bool space_after, bool continues, std::string form) {
    parts_.tokens.push_back({span, space_after, continues});
    parts_.forms.push_back(std::move(form));
  }
  static bool has_space_after(const ConlluRow& row) { return row.misc("SpaceAfter") != "No"; }
  void open_word() {
    if (!at_sentence_start() && parts_.tokens.back().space_after) parts_.text += ' ';
  }
  [[nodiscard]] bool at_sentence_start() const {
    const std::size_t done = parts_.sentences.empty() ? 0 : parts_.sentences.back().tokens.last.index();
    return parts_.tokens.size() == done;
  }

  void add_word(const ConlluRow& row) {
    open_word();
    const std::size_t begin = parts_.text.size();
    parts_.text += row.columns[detail::col_form];
    push_token({begin, parts_.text.size()}, has_space_after(row), false, {});
  }

  /// The words of a multiword token share its text; returns the index of the word behind it.
  std::size_t add_multiword(const ConlluSentence& sentence, const ConlluRow& range) {
    open_word();
    const std::size_t begin = parts_.text.size();
    parts_.text += range.columns[detail::col_form];
    std::size_t at = begin;
    for (std::size_t i = range.first - 1; i < range.last; ++i) {
      const std::string_view form = sentence.words[i].columns[detail::col_form];
      const bool last = i + 1 == range.last;
      const std::size_t to = last ? parts_.text.size() : share(at, form, range.last - 1 - i);
      const bool differs = std::string_view(parts_.text).substr(at, to - at) != form;
      push_token({at, to}, last && has_space_after(range), i + 1 > range.first,
                 differs ? std::string(form) : std::string());
      at = to;
    }
    return range.last;
  }
  /// Where a word that starts at `at` ends: behind its form if that is what the text says, else after as many bytes,
  /// leaving a character for each of the `behind` words that follow.
  [[nodiscard]] std::size_t share(std::size_t at, std::string_view form, std::size_t behind) const {
    const std::size_t end = parts_.text.size();
    std::size_t to = std::min(at + form.size(), end > behind ? end - behind : end);
    to = std::max(to, std::min(at + 1, end));
    while (to < end && is_continuation(parts_.text[to])) ++to;
    return to;
  }

  void analyse(const ConlluRow& row, std::size_t first, std::size_t size) {
    const auto& columns = row.columns;
    WordAnalysis word;
    if (columns[detail::col_upos] != "_") {
      const auto upos = parse_upos(columns[detail::col_upos]);
      if (!upos) {
        fail_conllu(name_, row.line, "conllu.upos",
                    "unknown part of speech \"" + std::string(columns[detail::col_upos]) + "\"",
                    "UPOS is one of the 17 tags of Universal Dependencies, or _");
      }
      word.upos = *upos;
    }
    word.relation = parse_relation(columns[detail::col_deprel]).value_or(DependencyRelation::dep);
    word.head = head_of(row, first, size);
    word.features = parse_features(columns[detail::col_feats]);
    if (columns[detail::col_xpos] != "_") word.xpos = columns[detail::col_xpos];
    const bool lemma_given = columns[detail::col_lemma] != "_" || columns[detail::col_form] == "_";
    if (lemma_given) word.lemma = columns[detail::col_lemma];
    words_.push_back(std::move(word));
    add_name(row);
  }
  [[nodiscard]] TokenId head_of(const ConlluRow& row, std::size_t first, std::size_t size) const {
    const std::string_view head = row.columns[detail::col_head];
    if (head == "_" || head == "0") return TokenId::none();
    std::size_t value = 0;
    for (const char c : head) {
      if (c < '0' || c > '9' || value > size) fail_head(row, size);
      value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    if (value == 0 || value > size || value == row.first) fail_head(row, size);
    return TokenId{first + value - 1};
  }
  [[noreturn]] void fail_head(const ConlluRow& row, std::size_t size) const {
    fail_conllu(name_, row.line, "conllu.head", "bad HEAD \"" + std::string(row.columns[detail::col_head]) + "\"",
                "a head is 0 or the number of another word of the sentence, at most " + std::to_string(size));
  }
  void check_tree(const ConlluSentence& sentence, std::size_t first) const {
    std::vector<std::size_t> seen(sentence.words.size(), sentence.words.size());  // by which walk
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      std::size_t at = i;
      while (seen[at] == sentence.words.size() && words_[first + at].head) {
        seen[at] = i;
        at = words_[first + at].head.index() - first;
      }
      if (seen[at] == i && words_[first + at].head) {
        fail_conllu(name_, sentence.words[i].line, "conllu.cycle", "the heads of this word run in a circle",
                    "every word must lead to a root, whose head is 0");
      }
    }
  }

  void add_name(const ConlluRow& row) {
    const std::string_view tag = row.misc("NER");
    if (tag.size() < 3) return;
    const auto type = parse_entity_type(tag.substr(2));
    if (!type) return;
    const TokenId token{words_.size() - 1};
    const TokenId next{words_.size()};
    const bool goes_on =
        tag[0] == 'I' && !names_.empty() && names_.back().tokens.last == token && names_.back().type == *type;
    if (goes_on) {
      names_.back().tokens.last = next;
    } else {
      names_.push_back({{token, next}, *type, 1.0});
    }
  }

  std::string_view name_;
  Document::Parts parts_;
  std::vector<WordAnalysis> words_;
  std::vector<NameSpan> names_;
};

}  // namespace

std::vector<ParsedDocument> detail::read_dated_conllu(std::string_view bytes, std::string_view name,
                                                      const std::string& date) {
  std::vector<ParsedDocument> documents;
  std::optional<Builder> current;
  const std::string stem = std::filesystem::path(name).stem().string();
  for (const ConlluSentence& sentence : detail::read_conllu_rows(bytes, name)) {
    if (current && sentence.has_comment("newdoc")) documents.push_back(current->finish());
    if (!current || sentence.has_comment("newdoc")) {
      const std::string_view given = sentence.comment("newdoc id");
      const std::string number = documents.empty() ? "" : "-" + std::to_string(documents.size() + 1);
      current.emplace(name, given.empty() ? stem + number : std::string(given), date);
    }
    current->add(sentence);
  }
  if (current) documents.push_back(current->finish());
  return documents;
}

std::vector<ParsedDocument> read_conllu_syntax(std::string_view bytes, std::string_view name) {
  return detail::read_dated_conllu(bytes, name, {});
}

std::vector<Document> read_conllu(std::string_view bytes, std::string_view name) {
  std::vector<Document> documents;
  for (ParsedDocument& parsed : read_conllu_syntax(bytes, name)) documents.push_back(std::move(parsed.document));
  return documents;
}

}  // namespace diurna::io
