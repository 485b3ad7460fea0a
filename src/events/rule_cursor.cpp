#include "events/rule_cursor.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t max_depth = 40;

std::string shown(const Lexeme& lexeme) {
  constexpr std::size_t most = 40;
  switch (lexeme.kind) {
    case LexemeKind::end:
      return "the end of the file";
    case LexemeKind::string:
      return "a string";
    case LexemeKind::regex:
      return "a regular expression";
    default:
      return "'" + lexeme.text.substr(0, most) + "'";
  }
}

}  // namespace

RuleCursor::Level::Level(RuleCursor& cursor) : cursor_(cursor) {
  if (++cursor_.depth_ <= max_depth) return;
  --cursor_.depth_;
  cursor.fail("brackets are nested more than " + std::to_string(max_depth) + " deep", "split the rule in two",
              "rule.nesting");
}

bool RuleCursor::take_if(std::string_view sign_or_word) {
  if (!sees(sign_or_word)) return false;
  ++at_;
  return true;
}

void RuleCursor::expect(std::string_view sign_or_word, std::string_view hint) {
  if (!take_if(sign_or_word)) fail("expected '" + std::string(sign_or_word) + "'", std::string(hint));
}

Name RuleCursor::name(std::string_view what) {
  if (!sees(LexemeKind::word)) fail("expected " + std::string(what));
  const Lexeme& lexeme = take();
  return {lexeme.text, lexeme.span};
}

std::vector<Name> RuleCursor::values() {
  std::vector<Name> out;
  do {
    const std::size_t begin = here().span.begin;
    if (take_if("@")) {
      Name list = name("the name of a list behind '@'");
      out.push_back({"@" + list.text, span_from(begin)});
    } else if (sees(LexemeKind::word) || sees(LexemeKind::string)) {
      const Lexeme& lexeme = take();
      out.push_back({lexeme.text, lexeme.span});
    } else {
      fail("expected a value", R"(write words plainly and anything else in quotes: lemma = sink | "run-aground")");
    }
  } while (take_if("|"));
  return out;
}

void RuleCursor::fail(std::string message, std::string hint, std::string code) {
  const bool over = at_statement();
  const Span place = over && at_ > 0 ? Span{before().span.end, before().span.end} : here().span;
  if (message.starts_with("expected")) message += over ? ", but the statement ends here" : ", not " + shown(here());
  source_.report(std::move(code), place, std::move(message), std::move(hint));
  throw StatementBroken{};
}

void RuleCursor::skip_statement() {
  while (!at_statement()) ++at_;
}

Span RuleCursor::span_from(std::size_t begin) const { return {begin, at_ == 0 ? begin : before().span.end}; }

std::string RuleCursor::source_text(Span span) const {
  std::string out;
  bool comment = false;
  for (const char c : span.text_in(source_.text())) {  // folds line breaks, leaves comments out
    if (c == '\n') comment = false;
    if (c == '#') comment = true;
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (comment || (blank && out.ends_with(' '))) continue;
    out += blank ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace diurna::detail
