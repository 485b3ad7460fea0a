// The place in the lexemes of a rule file while it is read, shared by the parsers of statements, patterns and tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/rule_ast.hpp"
#include "events/rule_lexer.hpp"

namespace diurna::detail {

/// Thrown (and caught inside the parser) when a statement cannot be read further; the reason has been reported.
struct StatementBroken {};

class RuleCursor {
 public:
  RuleCursor(RuleSource& source, std::vector<Lexeme> lexemes) : source_(source), lexemes_(std::move(lexemes)) {}

  [[nodiscard]] RuleSource& source() { return source_; }
  [[nodiscard]] const Lexeme& here() const { return lexemes_[at_]; }
  [[nodiscard]] const Lexeme& before() const { return lexemes_[at_ - 1]; }
  [[nodiscard]] bool at_end() const { return here().kind == LexemeKind::end; }
  /// Whether the next statement starts here (or the file ends).
  [[nodiscard]] bool at_statement() const { return at_end() || (here().starts_statement && at_ != statement_); }
  [[nodiscard]] bool sees(std::string_view sign_or_word) const { return !at_statement() && here().is(sign_or_word); }
  [[nodiscard]] bool sees(LexemeKind kind) const { return !at_statement() && here().kind == kind; }
  const Lexeme& take() { return lexemes_[at_end() ? at_ : at_++]; }
  bool take_if(std::string_view sign_or_word);
  /// Reports "expected …" and breaks the statement unless this sign or word stands here.
  void expect(std::string_view sign_or_word, std::string_view hint = {});
  [[nodiscard]] Name name(std::string_view what);
  [[nodiscard]] std::vector<Name> values();
  /// Reports at the present lexeme and breaks the statement.
  [[noreturn]] void fail(std::string message, std::string hint = {}, std::string code = "rule.syntax");
  void begin_statement() { statement_ = at_; }
  void skip_statement();
  /// From `begin` to the end of the last lexeme taken.
  [[nodiscard]] Span span_from(std::size_t begin) const;
  [[nodiscard]] std::string source_text(Span span) const;

  /// Guards against nesting that would exhaust the stack: one level, while it lives.
  class Level {
   public:
    explicit Level(RuleCursor& cursor);
    ~Level() { --cursor_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    RuleCursor& cursor_;
  };

 private:
  RuleSource& source_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::size_t statement_ = 0;
  std::size_t depth_ = 0;
};

[[nodiscard]] Pattern parse_pattern(RuleCursor& cursor);
[[nodiscard]] Path parse_path(RuleCursor& cursor);
/// "[…]"
[[nodiscard]] TokenTest parse_bracket(RuleCursor& cursor);

}  // namespace diurna::detail
