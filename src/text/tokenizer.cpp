// One pass over the text. At each place that is not white space the first rule that matches takes a token: addresses,
// numbers, words (with contractions cut off behind them), emoji and faces, runs of one punctuation mark, single
// characters. Conventions are those of the English Web Treebank and GUM.
#include "diurna/text/tokenizer.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/patterns.hpp"
#include "text/word_tables.hpp"

namespace diurna {
namespace {

using detail::Character;
using detail::character_at;
using detail::CharacterKind;
using detail::is_apostrophe;
using detail::WordPart;

constexpr std::size_t longest_word = 1000;  // bytes; longer runs of letters are cut
constexpr std::size_t longest_suffix = 24;  // bytes looked at behind a full stop or an apostrophe

class Scanner {
 public:
  Scanner(std::string_view text, Span part) : text_(text), at_(part.begin), begin_(part.begin), end_(part.end) {
    tokens_.reserve(part.size() / 5 + 4);
  }

  std::vector<Token> run() {
    while (at_ < end_) {
      const Character c = peek(at_);
      if (c.is(CharacterKind::space)) {
        if (!tokens_.empty()) tokens_.back().space_after = true;
        at_ += c.size;
      } else {
        scan(c);
      }
    }
    if (!tokens_.empty()) {
      tokens_.back().space_after =
          end_ >= text_.size() || character_at(text_, end_, text_.size()).is(CharacterKind::space);
    }
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] Character peek(std::size_t offset) const { return character_at(text_, offset, end_); }
  [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
  [[nodiscard]] bool at_chunk_start() const { return tokens_.empty() || tokens_.back().span.end != at_; }
  [[nodiscard]] std::size_t letters_from(std::size_t offset) const {
    const std::size_t limit = std::min(end_, offset + longest_suffix);
    while (offset < limit && peek(offset).is(CharacterKind::letter)) offset += peek(offset).size;
    return offset;
  }

  void emit(std::size_t to, bool continues = false) {
    if (to == at_) return;
    tokens_.push_back({{at_, to}, false, continues});
    at_ = to;
  }

  void scan(const Character& c) {
    if (scan_address(c)) return;
    if (c.is(CharacterKind::digit) || is_number_sign(c)) return scan_number();
    if (c.is_word() || c.is(CharacterKind::mark)) return scan_word(at_);
    if (is_apostrophe(c.value) && scan_leading_apostrophe(c)) return;
    if ((c.value == U'#' || c.value == U'@') && at_chunk_start() && peek(at_ + 1).is(CharacterKind::letter)) {
      return scan_handle();
    }
    scan_punctuation(c);
  }

  bool scan_address(const Character& c) {
    if (c.value >= 0x80 || !c.is_word()) return false;
    std::size_t stop = detail::match_web_address(text_, at_, end_);
    if (stop == at_ && !detail::character_before(text_, at_, begin_).is_word()) {
      stop = detail::match_mail_address(text_, at_, end_);
    }
    if (stop == at_) return false;
    emit(stop);
    return true;
  }

  /// The full stop of ".50", the plus of "+1".
  [[nodiscard]] bool is_number_sign(const Character& c) const {
    const char32_t digit = peek(at_ + 1).value;
    if ((c.value != U'.' && c.value != U'+') || digit < U'0' || digit > U'9') return false;
    const Character before = detail::character_before(text_, at_, begin_);
    return before.is(CharacterKind::space) || before.value == U'$' || before.value == U'(';
  }

  void scan_number() {
    std::size_t stop = detail::match_number(text_, at_, end_);
    const std::size_t letters = letters_from(stop);
    if (letters > stop) {
      const std::string_view suffix = slice(stop, letters);
      if (detail::word_tables().is(WordPart::ordinal, suffix)) {
        stop = letters;
      } else if (!is_unit(stop, letters)) {
        return scan_word(stop);
      }
    } else if (is_apostrophe(peek(stop).value)) {
      stop = decade(stop);
    } else if (peek(stop).value == U'.' && is_file_name(stop)) {
      return scan_word(letters_from(stop + 1));
    } else if (peek(stop).value == U'.' && enumerates(stop)) {
      ++stop;
    }
    emit(stop);
  }
  [[nodiscard]] bool is_unit(std::size_t from, std::size_t to) const {
    return detail::word_tables().is(WordPart::unit, slice(from, to)) ||
           (to + 2 <= end_ && detail::word_tables().is(WordPart::unit, slice(from, to + 2)));
  }
  /// "1990's" is one word.
  [[nodiscard]] std::size_t decade(std::size_t stop) const {
    const std::size_t letter = stop + peek(stop).size;
    const bool plural = peek(letter).value == U's' && !peek(letter + 1).is_word();
    return plural ? letter + 1 : stop;
  }
  /// "20.doc"
  [[nodiscard]] bool is_file_name(std::size_t stop) const {
    return detail::word_tables().is(WordPart::domain, slice(stop + 1, letters_from(stop + 1)));
  }
  /// "1." at the start of a block is the number of a list item.
  [[nodiscard]] bool enumerates(std::size_t stop) const {
    return tokens_.empty() && stop - at_ <= 3 && peek(stop + 1).is(CharacterKind::space) && stop + 1 < end_;
  }

  /// A word that starts at at_ and whose part up to `from` is already known to belong to it.
  void scan_word(std::size_t from) {
    std::size_t stop = from;
    while (stop < end_ && stop - at_ < longest_word) {
      const Character c = peek(stop);
      if (c.is_word() || c.is(CharacterKind::mark) || c.value == U'_') {
        stop += c.size;
        continue;
      }
      const std::size_t next = stop > at_ ? join(stop, c) : stop + c.size;
      if (next == stop) break;
      const bool complete = c.value == U'$' || (c.value == U'.' && next == stop + 1);
      stop = next;
      if (complete) break;
    }
    emit_word(stop);
  }

  /// Where the word goes on behind the punctuation at `stop`; `stop` itself when it ends there.
  [[nodiscard]] std::size_t join(std::size_t stop, const Character& c) const {
    const std::size_t behind = stop + c.size;
    const Character next = peek(behind);
    if (is_apostrophe(c.value)) return next.is(CharacterKind::letter) && !is_clitic(stop, behind) ? behind : stop;
    switch (c.value) {
      case U'.':
        return join_stop(stop, next);
      case U'-':
        return next.is_word() && has_part(WordPart::prefix, stop) ? behind : stop;
      case U'&':
        return next.is_word() && stop - at_ <= 4 && is_upper(peek(behind).value) ? behind : stop;
      case U'/':
        return join_slash(stop);
      case U'$':
        return has_part(WordPart::currency, stop) && is_upper(peek(at_).value) ? behind : stop;
      default:
        return stop;
    }
  }
  [[nodiscard]] bool has_part(WordPart part, std::size_t stop) const {
    return stop - at_ <= longest_suffix && detail::word_tables().is(part, slice(at_, stop));
  }
  [[nodiscard]] bool is_clitic(std::size_t apostrophe, std::size_t behind) const {
    const std::size_t to = letters_from(behind);
    const std::string_view suffix = slice(behind, to);
    if (is_apostrophe(peek(to).value) && peek(to + peek(to).size).is(CharacterKind::letter)) return false;
    return detail::word_tables().is(WordPart::clitic, suffix) || ends_in_not(apostrophe, suffix);
  }
  [[nodiscard]] bool ends_in_not(std::size_t apostrophe, std::string_view suffix) const {
    return (suffix == "t" || suffix == "T") && apostrophe > at_ + 1 && (text_[apostrophe - 1] | 0x20) == 'n';
  }
  [[nodiscard]] std::size_t join_slash(std::size_t stop) const {
    const std::size_t to = letters_from(stop + 1);
    return stop - at_ <= 2 && detail::word_tables().is(WordPart::slash, slice(at_, to)) ? to : stop;
  }

  /// A full stop behind a word: inside an acronym, an abbreviation or an address, or the end of the word.
  [[nodiscard]] std::size_t join_stop(std::size_t stop, const Character& next) const {
    if (next.is(CharacterKind::digit) && abbreviates(stop)) return stop + 1;
    if (next.is_word()) return join_inner_stop(stop);
    return abbreviates(stop) ? stop + 1 : stop;
  }
  [[nodiscard]] std::size_t join_inner_stop(std::size_t stop) const {
    const std::size_t to = letters_from(stop + 1);
    const std::string_view suffix = slice(stop + 1, to);
    const bool single = peek(stop + 1).size == suffix.size();
    if (is_acronym(stop) && single) return to;
    if (stop - at_ <= longest_suffix && detail::word_tables().abbreviation(slice(at_, to))) return to;
    const bool lower = is_lower(peek(stop + 1).value) || is_upper(detail::character_before(text_, stop, at_).value);
    if (detail::word_tables().is(WordPart::domain, suffix) && lower && !peek(to).is_word()) return to;
    return goes_on_dotted(stop, to) ? to : stop;
  }
  /// Letters that stand one by one between full stops: "U.S", "a.m".
  [[nodiscard]] bool is_acronym(std::size_t stop) const {
    if (stop - at_ > longest_suffix) return false;
    std::size_t offset = at_;
    while (offset < stop) {
      const Character letter = peek(offset);
      if (!letter.is(CharacterKind::letter)) return false;
      offset += letter.size;
      if (offset < stop && text_[offset] != '.') return false;
      if (offset < stop) ++offset;
    }
    return true;
  }
  /// "comp.sources.unix", "maps.example.org": lower-case parts with another full stop behind.
  [[nodiscard]] bool goes_on_dotted(std::size_t stop, std::size_t to) const {
    const bool lower = is_lower(detail::character_before(text_, stop, at_).value) && is_lower(peek(stop + 1).value);
    const bool dotted = stop - at_ <= longest_suffix && slice(at_, stop).find('.') != std::string_view::npos;
    return lower && (dotted || (peek(to).value == U'.' && is_lower(peek(to + 1).value)));
  }
  [[nodiscard]] bool abbreviates(std::size_t stop) const {
    if (stop - at_ > longest_suffix) return false;
    const std::string_view word = slice(at_, stop);
    const bool dotted = word.find('.') != std::string_view::npos;
    if (is_acronym(stop)) return dotted || is_initial(stop);
    const auto kind = detail::word_tables().abbreviation(word);
    if (!kind) return false;
    if (kind == detail::AbbreviationKind::number) return number_follows(stop + 1);
    return true;
  }
  [[nodiscard]] bool number_follows(std::size_t offset) const {
    while (offset < end_ && peek(offset).is(CharacterKind::space)) offset += peek(offset).size;
    return peek(offset).is(CharacterKind::digit) || peek(offset).value == U'#';
  }
  /// "J." of "J. Doe": one capital with a capitalised word behind, and not the pronoun.
  [[nodiscard]] bool is_initial(std::size_t stop) const {
    const char32_t letter = peek(at_).value;
    if (detail::word_tables().abbreviation(slice(at_, stop))) return true;
    if (!is_upper(letter) || letter == U'I') return false;
    std::size_t offset = stop + 1;
    const std::size_t limit = std::min(end_, offset + longest_suffix);
    while (offset < limit && peek(offset).is(CharacterKind::space)) offset += peek(offset).size;
    if (!is_upper(peek(offset).value)) return false;
    return !detail::word_tables().opens_sentence(slice(offset, letters_from(offset)));
  }

  /// The word up to `stop`, its contraction cut off.
  void emit_word(std::size_t stop) {
    const auto& pieces = detail::word_tables().pieces(slice(at_, stop));
    if (!pieces.empty()) return emit_pieces(pieces, stop);
    const Character c = peek(stop);
    if (!is_apostrophe(c.value)) return emit(stop);
    const std::size_t behind = stop + c.size;
    const std::size_t to = letters_from(behind);
    const std::string_view suffix = slice(behind, to);
    if (to > behind && ends_in_not(stop, suffix)) {
      emit(stop - 1);
      return emit(to, true);
    }
    emit(stop);
    if (to > behind && detail::word_tables().is(WordPart::clitic, suffix)) return emit(to, true);
    if (to == behind && c.value != U'`' && peek(behind).value != c.value) emit_possessive(behind);
  }
  void emit_pieces(const std::vector<std::size_t>& pieces, std::size_t stop) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      std::size_t to = at_;
      for (std::size_t n = 0; n < pieces[i]; ++n) to += peek(to).size;
      emit(i + 1 == pieces.size() ? stop : to, i > 0);
    }
  }
  /// An apostrophe behind a plural is a token of its own that belongs to the word, unless it closes a quotation.
  void emit_possessive(std::size_t behind) {
    const bool plural = (text_[at_ - 1] | 0x20) == 's';
    emit(behind, plural && !single_quote_open_ && peek(behind).is(CharacterKind::space));
    single_quote_open_ = false;
  }

  /// "'em", "'90s", "'s" on its own; false for an opening quotation mark.
  bool scan_leading_apostrophe(const Character& c) {
    const std::size_t behind = at_ + c.size;
    const Character next = peek(behind);
    const bool starts = at_chunk_start();
    if (next.is(CharacterKind::digit) && starts && c.value != U'`') {
      const std::size_t to = detail::match_number(text_, behind, end_);
      const bool year = to == behind + 2;
      if (year) emit(peek(to).value == U's' ? to + 1 : to);
      if (year) return true;
    }
    const std::size_t to = letters_from(behind);
    const std::string_view word = slice(behind, to);
    const bool known = detail::word_tables().is(WordPart::apostrophe, word) ||
                       (detail::word_tables().is(WordPart::clitic, word) && peek(to).is(CharacterKind::space));
    const bool attached = !starts && detail::word_tables().is(WordPart::clitic, word);
    if (known || attached) {
      emit(to, attached);
      return true;
    }
    if (starts && (c.value == U'\'' || c.value == U'`')) single_quote_open_ = next.is_word();
    return false;
  }

  void scan_handle() {
    std::size_t stop = at_ + 1;
    while (stop - at_ < longest_word &&
           (peek(stop).is_word() || peek(stop).is(CharacterKind::mark) || peek(stop).value == U'_')) {
      stop += peek(stop).size;
    }
    emit(stop);
  }

  void scan_punctuation(const Character& c) {
    std::size_t stop = std::max(detail::match_emoji(text_, at_, end_), detail::match_face(text_, at_, end_));
    if (stop > at_) return emit(stop);
    if (c.value == U'\u2018') single_quote_open_ = true;
    stop = at_ + c.size;
    if (slice(at_, std::min(end_, at_ + 5)) == "[...]") return emit(at_ + 5);
    if (detail::is_terminal(c.value)) {
      while (stop < end_ && stop - at_ < longest_word && detail::is_terminal(peek(stop).value)) stop += peek(stop).size;
    } else if (repeats_in_one_token(c.value)) {
      while (stop < end_ && stop - at_ < longest_word && peek(stop).value == c.value) stop += c.size;
    } else if (is_apostrophe(c.value) && peek(stop).value == c.value) {
      stop += c.size;
    }
    while (stop < end_ && peek(stop).is(CharacterKind::mark)) stop += peek(stop).size;
    emit(stop);
  }
  static bool repeats_in_one_token(char32_t c) {
    return c < 0x80 && std::string_view("-*=+~<>|_#").find(static_cast<char>(c)) != std::string_view::npos;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  std::size_t end_;
  bool single_quote_open_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span part) { return Scanner(text, part).run(); }

}  // namespace diurna
