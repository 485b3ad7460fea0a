#include "events/rule_lexer.hpp"

#include <algorithm>
#include <array>

#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// ASCII letters and digits, "_", and everything beyond ASCII.
bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class Lexer {
 public:
  explicit Lexer(RuleSource& source) : source_(source), text_(source.text()) {}

  std::vector<Lexeme> cut() {
    if (text_.starts_with("\xef\xbb\xbf")) at_ = 3;
    for (;;) {
      skip_blanks();
      if (at_ == text_.size()) break;
      Lexeme lexeme = next();
      lexeme.starts_statement = first_on_line_ && starts_statement(lexeme);
      lexeme.glued = lexeme.span.begin > 0 && !is_blank(text_[lexeme.span.begin - 1]);
      first_on_line_ = false;
      out_.push_back(std::move(lexeme));
    }
    out_.push_back(
        {.kind = LexemeKind::end, .span = {text_.size(), text_.size()}, .text = {}, .starts_statement = true});
    return std::move(out_);
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size()) {
      if (text_[at_] == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (is_blank(text_[at_])) {
        first_on_line_ = first_on_line_ || text_[at_] == '\n';
        ++at_;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] bool starts_statement(const Lexeme& lexeme) const {
    if (lexeme.kind != LexemeKind::word) return false;
    for (const std::string_view word : {"gives", "on", "and", "or"}) {
      if (lexeme.text == word) return false;
    }
    if (out_.empty()) return true;
    const Lexeme& before = out_.back();
    if (before.kind == LexemeKind::word) return !(before.is("and") || before.is("or") || before.is("not"));
    static constexpr std::array<std::string_view, 10> open{"|", "=", "!=", "~", "!~", ",", "(", "[", "->", ":"};
    return before.kind != LexemeKind::sign || std::find(open.begin(), open.end(), before.text) == open.end();
  }

  Lexeme next() {
    const char c = text_[at_];
    if (c == '"') return quoted('"', LexemeKind::string);
    if (c == '/' && !out_.empty() && (out_.back().is("~") || out_.back().is("!~"))) {
      return quoted('/', LexemeKind::regex);
    }
    if (is_word_character(c)) return word();
    return sign();
  }

  /// Inside a word, ". - ' ’ ," are part of it before a letter or digit (a comma only between digits).
  [[nodiscard]] bool goes_on(std::size_t at) const {
    if (is_word_character(text_[at])) return true;
    const bool joins = text_[at] == '.' || text_[at] == '-' || text_[at] == '\'';
    if (joins && at + 1 < text_.size()) return is_word_character(text_[at + 1]);
    return text_[at] == ',' && is_digit_at(text_, at - 1) && is_digit_at(text_, at + 1);
  }

  Lexeme word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && goes_on(at_)) ++at_;
    return {.kind = LexemeKind::word, .span = {begin, at_}, .text = std::string(text_.substr(begin, at_ - begin))};
  }

  Lexeme sign() {
    const std::size_t begin = at_;
    for (const std::string_view two : {"->", "!=", "!~"}) {
      if (text_.substr(at_).starts_with(two)) at_ += 2;
      if (at_ != begin) break;
    }
    if (at_ == begin) ++at_;
    return {.kind = LexemeKind::sign, .span = {begin, at_}, .text = std::string(text_.substr(begin, at_ - begin))};
  }

  /// A backslash keeps the next sign in a string; in a regular expression only before the slash is it taken away.
  Lexeme quoted(char mark, LexemeKind kind) {
    Lexeme lexeme{.kind = kind, .span = {at_, at_}, .text = {}};
    for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == mark) {
        lexeme.span.end = ++at_;
        if (kind == LexemeKind::regex) add_flags(lexeme);
        return lexeme;
      }
      const bool escape = text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n';
      if (escape) {
        ++at_;
        if (kind == LexemeKind::regex && text_[at_] != mark) lexeme.text += '\\';
      }
      lexeme.text += text_[at_];
    }
    lexeme.span.end = at_;
    source_.report("rule.unterminated", lexeme.span,
                   kind == LexemeKind::string ? "this string does not end on its line"
                                              : "this regular expression does not end on its line",
                   std::string("close it with ") + mark);
    return lexeme;
  }

  void add_flags(Lexeme& lexeme) {
    if (at_ >= text_.size() || text_[at_] != 'i') return;
    if (at_ + 1 < text_.size() && is_word_character(text_[at_ + 1])) return;
    lexeme.text.insert(0, "(?i)");
    lexeme.span.end = ++at_;
  }

  RuleSource& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool first_on_line_ = true;
  std::vector<Lexeme> out_;
};

}  // namespace

std::vector<Lexeme> cut_rules(RuleSource& source) { return Lexer(source).cut(); }

}  // namespace diurna::detail
