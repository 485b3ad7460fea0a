// Every token that can end a sentence is looked at once with the tokens around it; quotes and brackets that close
// directly behind it belong to the sentence. A sentence goes on when the next word starts in lower case, or when the
// full stop belongs to an abbreviation and the next word is not one that opens sentences. Boundaries that no mark shows
// are left to a small linear model (boundary_model.hpp).
#include "diurna/text/sentence_splitter.hpp"

#include "text/boundary_model.hpp"
#include "text/characters.hpp"
#include "text/patterns.hpp"
#include "text/word_tables.hpp"

namespace diurna {
namespace {

using detail::character_at;

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<TokenRange> run() {
    note_style();
    std::vector<TokenRange> sentences;
    std::size_t first = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      note_quotes(i);
      if (!may_end(i)) continue;
      const std::size_t last = closed_by(i);
      if (last + 1 < tokens_.size() && !ends(first, i, last)) continue;
      for (; i < last; ++i) note_quotes(i + 1);
      sentences.push_back({TokenId{first}, TokenId{last + 1}});
      first = last + 1;
    }
    if (first < tokens_.size()) sentences.push_back({TokenId{first}, TokenId{tokens_.size()}});
    return sentences;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const { return tokens_[i].span.text_in(text_); }
  [[nodiscard]] char32_t first_of(std::size_t i) const {
    return character_at(text_, tokens_[i].span.begin, tokens_[i].span.end).value;
  }
  [[nodiscard]] char32_t last_of(std::size_t i) const {
    return detail::character_before(text_, tokens_[i].span.end, tokens_[i].span.begin).value;
  }
  [[nodiscard]] bool space_before(std::size_t i) const { return i == 0 || tokens_[i - 1].space_after; }

  void note_quotes(std::size_t i) {
    if (word(i) == "\"") quote_open_ = !quote_open_;
  }
  [[nodiscard]] bool may_end(std::size_t i) const { return detail::is_terminal(last_of(i)) || is_omission(i); }
  [[nodiscard]] bool is_omission(std::size_t i) const { return word(i) == "[...]"; }
  /// "." or "?!" and not the full stop of an abbreviation.
  [[nodiscard]] bool is_mark_only(std::size_t i) const { return detail::is_terminal(first_of(i)) || is_omission(i); }

  [[nodiscard]] bool closes(std::size_t i) const {
    const std::string_view form = word(i);
    if (form == ")" || form == "]" || form == "}" || form == "\u201D" || form == "\u00BB" || form == "''") return true;
    if (form == "\"") return !space_before(i) || (quote_open_ && tokens_[i].space_after);
    return (form == "'" || form == "\u2019" || form == "\u2019\u2019") && !space_before(i);
  }
  /// The last of the quotes, brackets, note marks and faces that close behind token `i`.
  [[nodiscard]] std::size_t closed_by(std::size_t i) const {
    while (i + 1 < tokens_.size()) {
      if (closes(i + 1) && !is_opening_quote(i + 1)) {
        ++i;
      } else if (is_note_mark(i + 1)) {
        i += 3;
      } else if (is_face(i + 1)) {
        ++i;
      } else {
        break;
      }
    }
    return i;
  }
  /// "[12]"
  [[nodiscard]] bool is_note_mark(std::size_t i) const {
    return i + 2 < tokens_.size() && word(i) == "[" && word(i + 2) == "]" && is_digit(first_of(i + 1));
  }
  [[nodiscard]] bool is_face(std::size_t i) const {
    const Span span = tokens_[i].span;
    return detail::match_face(text_, span.begin, span.end) == span.end ||
           detail::match_emoji(text_, span.begin, span.end) == span.end;
  }
  [[nodiscard]] bool is_opening_quote(std::size_t i) const {
    return word(i) == "\"" && space_before(i) && !tokens_[i].space_after;
  }
  [[nodiscard]] bool is_quote_or_bracket(std::size_t i) const {
    const std::string_view form = word(i);
    return form == "\"" || form == "(" || form == "[" || form == "'" || form == "``" || form == "''" ||
           form == "\u201C" || form == "\u2018" || form == "\u00AB" || form == "\u2019";
  }

  /// Whether token `i`, with what closes up to `last`, ends the sentence that starts at `first`. There is a token
  /// behind `last`.
  [[nodiscard]] bool ends(std::size_t first, std::size_t i, std::size_t last) const {
    std::size_t next = last + 1;
    const bool spaced = tokens_[last].space_after;
    const bool opened = is_quote_or_bracket(next);
    while (next + 1 < tokens_.size() && is_quote_or_bracket(next)) ++next;
    const char32_t begin = first_of(next);
    if (!is_mark_only(i)) return spaced && abbreviation_ends(i, next, opened);
    if (detail::is_terminal(begin) || is_item_number(first, i)) return false;
    if (is_lower(begin)) return spaced && last == i && ends_before_lower_case(i);
    if (!spaced) return is_upper(begin) && last_of(i) != U'\u2026' && (last > i || word(i) == ".");
    const bool continues =
        begin == U',' || begin == U';' || begin == U':' || begin == U'-' || begin == U'\u2014' || begin == U'\u2013';
    return !continues || (begin == U'-' && last == i);
  }
  /// Full stops end sentences before small letters too, but behind a short word they may be those of an abbreviation;
  /// other marks do where the writer does not care for capitals.
  [[nodiscard]] bool ends_before_lower_case(std::size_t i) const {
    if (word(i) == ".") return i > 0 && (casual_ || tokens_[i - 1].span.size() > 4);
    return casual_ && first_of(i) != U'.' && first_of(i) != U'\u2026';
  }
  /// "1" "." at the start of a sentence.
  [[nodiscard]] bool is_item_number(std::size_t first, std::size_t i) const {
    return i == first + 1 && word(i) == "." && is_digit(first_of(first)) && tokens_[first].span.size() <= 2;
  }
  void note_style() {
    casual_ = !tokens_.empty() && is_lower(first_of(0));
    for (std::size_t i = 0; i < tokens_.size() && !casual_; ++i) casual_ = word(i) == "i";
  }

  [[nodiscard]] bool abbreviation_ends(std::size_t i, std::size_t next, bool opened) const {
    std::string_view form = word(i);
    form.remove_suffix(1);
    const auto kind = detail::word_tables().abbreviation(form);
    const char32_t begin = first_of(next);
    if (is_lower(begin) || (kind && *kind == detail::AbbreviationKind::title)) return false;
    if (kind && *kind == detail::AbbreviationKind::number) return false;
    if (is_enumerator(i)) return false;
    if (is_digit(begin)) return false;
    return detail::word_tables().opens_sentence(word(next)) || (opened && is_upper(begin) && word(next - 1) != "(");
  }
  [[nodiscard]] bool is_enumerator(std::size_t i) const { return is_digit(first_of(i)); }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  bool quote_open_ = false;
  bool casual_ = false;  // sentences may start in lower case
};

}  // namespace

std::vector<TokenRange> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<TokenRange> sentences;
  for (const TokenRange marked : Splitter(text, tokens).run()) {
    const std::vector<TokenRange> pieces = detail::boundary_model().cut(text, tokens, marked);
    sentences.insert(sentences.end(), pieces.begin(), pieces.end());
  }
  return sentences;
}

}  // namespace diurna
