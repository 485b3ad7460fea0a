// The lines of a CoNLL-U text, checked one by one and grouped into sentences.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace diurna::io::detail {

enum ConlluColumn : std::size_t {
  col_id,
  col_form,
  col_lemma,
  col_upos,
  col_xpos,
  col_feats,
  col_head,
  col_deprel,
  col_deps,
  col_misc
};

/// One word, or one multiword token that covers the words `first` to `last`.
struct ConlluRow {
  std::size_t line = 0;  // from 1
  std::array<std::string_view, 10> columns;
  std::size_t first = 0;
  std::size_t last = 0;

  [[nodiscard]] bool is_range() const { return last > first; }
  /// The value of `key` in MISC, or "".
  [[nodiscard]] std::string_view misc(std::string_view key) const;
};

struct ConlluSentence {
  std::vector<std::string_view> comments;  // without "# "
  std::vector<ConlluRow> words;            // numbered 1, 2, 3 …
  std::vector<ConlluRow> ranges;           // in order, not overlapping
  std::size_t line = 0;

  /// The value of the comment "key = value"; "" when there is none.
  [[nodiscard]] std::string_view comment(std::string_view key) const;
  /// Whether there is a comment "key" or "key = …".
  [[nodiscard]] bool has_comment(std::string_view key) const;
};

/// Sentences of `bytes`. Empty nodes ("3.1") are left out. Throws ParseError "conllu.*" with `name`, line and column.
[[nodiscard]] std::vector<ConlluSentence> read_conllu_rows(std::string_view bytes, std::string_view name);

/// Throws a ParseError about a row.
[[noreturn]] void fail_conllu(std::string_view name, std::size_t line, std::string code, std::string message,
                              std::string hint);

}  // namespace diurna::io::detail
