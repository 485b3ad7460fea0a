#include "events/rule_parser.hpp"

#include <algorithm>
#include <charconv>

#include "core/suggest.hpp"
#include "events/rule_cursor.hpp"

namespace diurna::detail {
namespace {

constexpr int priority_limit = 1'000'000;

class Parser {
 public:
  explicit Parser(RuleSource& source) : cursor_(source, cut_rules(source)) {}

  RuleFileNode parse() {
    while (!cursor_.at_end()) {
      cursor_.begin_statement();
      statement([this] { top_level(); });
    }
    return std::move(file_);
  }

 private:
  /// Runs one statement; after a fault, goes on with the next one.
  template <class Read>
  bool statement(Read read) {
    try {
      read();
      if (!cursor_.at_statement()) cursor_.fail("expected the statement to end");
      return true;
    } catch (const StatementBroken&) {
      cursor_.skip_statement();
      return false;
    }
  }

  void top_level() {
    if (cursor_.take_if("rule")) {
      rule();
    } else if (cursor_.take_if("list")) {
      list();
    } else {
      cursor_.fail("expected 'rule' or 'list'", "a rule begins with: rule NAME -> TYPE");
    }
  }

  void list() {
    const Name name = cursor_.name("the name of the list");
    cursor_.expect("=");
    std::vector<Name> values = cursor_.values();
    if (!file_.lists.emplace(name.text, std::move(values)).second) {
      cursor_.source().report("rule.duplicate", name.span, "there is a list '" + name.text + "' in this file already");
    }
  }

  void rule() {
    const std::size_t begin = cursor_.before().span.begin;
    RuleNode node;
    node.comment = comment_above(begin);
    try {
      node.name = cursor_.name("the name of the rule");
      cursor_.expect("->", "a rule begins with: rule NAME -> TYPE");
      node.type = cursor_.name("an event or relation type, or 'nothing'");
      if (!cursor_.at_statement()) cursor_.fail("expected the line to end");
    } catch (const StatementBroken&) {
      cursor_.skip_statement();
    }
    body(node);
    if (!node.type.text.empty()) file_.rules.push_back(std::move(node));
  }

  void body(RuleNode& node) {
    while (!cursor_.at_end() && !cursor_.here().is("rule") && !cursor_.here().is("list")) {
      cursor_.begin_statement();
      if (!statement([&] { rule_statement(node); })) node.broken = true;
    }
  }

  void rule_statement(RuleNode& node) {
    if (cursor_.take_if("priority")) {
      node.priority = priority();
    } else if (cursor_.take_if("example")) {
      node.examples.push_back(example());
    } else if (cursor_.take_if("trigger")) {
      const std::size_t begin = cursor_.here().span.begin;
      node.triggers.push_back(parse_pattern(cursor_));
      node.trigger_texts.push_back(cursor_.source_text(cursor_.span_from(begin)));
    } else {
      node.roles.push_back(role());
    }
  }

  int priority() {
    const bool negative = cursor_.take_if("-");
    if (!cursor_.sees(LexemeKind::word)) cursor_.fail("expected a whole number");
    const std::string& digits = cursor_.here().text;
    int value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || value > priority_limit) {
      cursor_.fail("expected a whole number up to a million");
    }
    (void)cursor_.take();
    return negative ? -value : value;
  }

  RoleNode role() {
    RoleNode node;
    node.name = cursor_.name("a role");
    if (!cursor_.sees("=") && !cursor_.sees("?") && !cursor_.sees("+")) {
      if (!cursor_.sees(LexemeKind::word)) unknown_statement(node.name);
      do node.types.push_back(cursor_.name("what may fill the role, such as PERSON or any"));
      while (cursor_.take_if("|"));
    }
    while (cursor_.sees("?") || cursor_.sees("+")) (cursor_.take().text == "?" ? node.optional : node.many) = true;
    cursor_.expect("=", "a role reads: agent PERSON|ORG = >nsubj");
    if (cursor_.take_if("nothing")) {
      node.nothing = true;
      node.path_text = "nothing";
      return node;
    }
    const std::size_t begin = cursor_.here().span.begin;
    node.path = parse_path(cursor_);
    node.path_text = cursor_.source_text(cursor_.span_from(begin));
    return node;
  }

  [[noreturn]] void unknown_statement(const Name& word) {
    const std::string near = nearest(word.text, {"trigger", "example", "priority", "rule", "list"});
    cursor_.source().report("rule.syntax", word.span,
                            "expected 'trigger', 'example', 'priority' or a role, not '" + word.text + "'",
                            near.empty() ? "a role reads: agent PERSON|ORG = >nsubj" : "did you mean '" + near + "'?");
    throw StatementBroken{};
  }

  ExampleNode example() {
    if (!cursor_.sees(LexemeKind::string)) cursor_.fail("expected the example's text in quotes");
    const Lexeme& text = cursor_.take();
    ExampleNode node{.text = {text.text, text.span}, .date = {}, .gives = {}};
    if (cursor_.take_if("on")) node.date = cursor_.name("a date such as 2026-01-08").text;
    cursor_.expect("gives", "write what the sentence gives: gives TYPE(role: words), or: gives nothing");
    if (cursor_.take_if("nothing")) return node;
    do node.gives.push_back(fact());
    while (cursor_.take_if("and"));
    return node;
  }

  FactNode fact() {
    FactNode node{.type = cursor_.name("a type, or 'nothing'"), .parts = {}};
    cursor_.expect("(", "write what the sentence gives: gives TYPE(role: words)");
    while (!cursor_.sees(")")) {
      Name role = cursor_.name("a role");
      cursor_.expect(":");
      node.parts.emplace_back(std::move(role), words());
      if (!cursor_.take_if(",")) break;
    }
    cursor_.expect(")");
    return node;
  }

  /// Anything up to the next comma or bracket, as it stands in the file; or a string.
  Name words() {
    if (cursor_.sees(LexemeKind::string)) {
      const Lexeme& text = cursor_.take();
      return {text.text, text.span};
    }
    const std::size_t begin = cursor_.here().span.begin;
    bool any = false;
    while (!cursor_.at_statement() && !cursor_.sees(",") && !cursor_.sees(")")) {
      (void)cursor_.take();
      any = true;
    }
    if (!any) cursor_.fail("expected the words that fill the role", "or 'nothing', or a string in quotes");
    const Span span = cursor_.span_from(begin);
    return {cursor_.source_text(span), span};
  }

  /// Lines of comment that end right above the rule, without their signs.
  std::string comment_above(std::size_t offset) {
    std::vector<std::string_view> lines;
    for (std::size_t line = cursor_.source().line_of(offset); line > 1; --line) {
      std::string_view text = cursor_.source().line_text(line - 1);
      text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
      if (!text.starts_with('#')) break;
      text.remove_prefix(1);
      text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
      lines.push_back(text);
    }
    std::string out;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) (out += out.empty() ? "" : "\n") += *line;
    return out;
  }

  RuleCursor cursor_;
  RuleFileNode file_;
};

}  // namespace

RuleFileNode parse_rules(RuleSource& source) { return Parser(source).parse(); }

}  // namespace diurna::detail
