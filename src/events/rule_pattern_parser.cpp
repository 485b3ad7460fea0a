// Patterns, paths and tests of tokens, by recursive descent.
#include <charconv>

#include "events/rule_cursor.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t most_repetitions = 40;

TokenTest compare(Name attribute, std::vector<Name> values, Span span) {
  TokenTest test;
  test.kind = TokenTest::Kind::compare;
  test.span = span;
  test.attribute = std::move(attribute);
  test.values = std::move(values);
  return test;
}

TokenTest combine(TokenTest::Kind kind, std::vector<TokenTest> parts, Span span) {
  if (parts.size() == 1 && kind != TokenTest::Kind::negation) return std::move(parts.front());
  TokenTest test;
  test.kind = kind;
  test.span = span;
  test.parts = std::move(parts);
  return test;
}

template <class Atom>
Expression<Atom> atom_of(Atom atom, Span span) {
  Expression<Atom> out;
  out.kind = Expression<Atom>::Kind::atom;
  out.span = span;
  out.atom.push_back(std::move(atom));
  return out;
}

template <class Atom>
Expression<Atom> group(typename Expression<Atom>::Kind kind, std::vector<Expression<Atom>> parts, Span span) {
  if (parts.size() == 1) return std::move(parts.front());
  Expression<Atom> out;
  out.kind = kind;
  out.span = span;
  out.parts = std::move(parts);
  return out;
}

std::size_t number(RuleCursor& cursor, std::string_view digits) {
  std::size_t value = 0;
  const auto end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end || value > most_repetitions) {
    cursor.fail("expected a number up to " + std::to_string(most_repetitions));
  }
  return value;
}

/// "{2}", "{2,5}"; "2,5" without a blank is one word.
std::pair<std::size_t, std::size_t> counts(RuleCursor& cursor) {
  if (!cursor.sees(LexemeKind::word)) cursor.fail("expected a number of repetitions");
  const std::string text = cursor.here().text;
  const std::size_t comma = text.find(',');
  const std::size_t least = number(cursor, std::string_view(text).substr(0, comma));
  std::size_t most = comma == std::string::npos ? least : number(cursor, std::string_view(text).substr(comma + 1));
  (void)cursor.take();
  if (cursor.take_if(",")) {
    if (!cursor.sees(LexemeKind::word)) cursor.fail("expected a number of repetitions");
    most = number(cursor, cursor.here().text);
    (void)cursor.take();
  }
  if (least > most || most == 0) cursor.fail("these are no repetitions", "the smaller number comes first");
  cursor.expect("}");
  return {least, most};
}

template <class Atom>
Expression<Atom> repeated(RuleCursor& cursor, Expression<Atom> inner) {
  const auto wrap = [&](std::size_t least, std::size_t most) {
    Expression<Atom> out;
    out.kind = Expression<Atom>::Kind::repeat;
    out.span = cursor.span_from(inner.span.begin);
    out.least = least;
    out.most = most;
    out.parts.push_back(std::move(inner));
    return out;
  };
  if (cursor.take_if("?")) return wrap(0, 1);
  if (cursor.take_if("*")) return wrap(0, Expression<Atom>::unlimited);
  if (cursor.take_if("+")) return wrap(1, Expression<Atom>::unlimited);
  if (!cursor.take_if("{")) return inner;
  const auto [least, most] = counts(cursor);
  return wrap(least, most);
}

/// Alternatives of sequences; `element` reads one element or says that there is none.
template <class Atom, class Element>
Expression<Atom> alternatives(RuleCursor& cursor, Element element) {
  const RuleCursor::Level level(cursor);
  const std::size_t begin = cursor.here().span.begin;
  std::vector<Expression<Atom>> ways;
  do {
    const std::size_t start = cursor.here().span.begin;
    std::vector<Expression<Atom>> parts;
    while (auto part = element(cursor)) parts.push_back(repeated(cursor, std::move(*part)));
    if (parts.empty()) cursor.fail("expected something to match", "an alternative cannot be empty; use ? instead");
    ways.push_back(group(Expression<Atom>::Kind::sequence, std::move(parts), cursor.span_from(start)));
  } while (cursor.take_if("|"));
  return group(Expression<Atom>::Kind::either, std::move(ways), cursor.span_from(begin));
}

TokenTest test_of(RuleCursor& cursor);

TokenTest test_part(RuleCursor& cursor) {
  const RuleCursor::Level level(cursor);
  const std::size_t begin = cursor.here().span.begin;
  if (cursor.take_if("not")) {
    std::vector<TokenTest> inner;
    inner.push_back(test_part(cursor));
    return combine(TokenTest::Kind::negation, std::move(inner), cursor.span_from(begin));
  }
  if (cursor.take_if("(")) {
    TokenTest inner = test_of(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.take_if("has")) {
    TokenTest has;
    has.kind = TokenTest::Kind::has;
    has.path.push_back(parse_path(cursor));
    has.span = cursor.span_from(begin);
    return has;
  }
  if (cursor.sees("<") || cursor.sees(">")) cursor.fail("expected 'has' before a path", "write: has >obj");
  Name attribute = cursor.name("a test such as lemma = sink");
  const bool negated = cursor.sees("!=") || cursor.sees("!~");
  TokenTest out;
  if (cursor.take_if("~") || cursor.take_if("!~")) {
    if (!cursor.sees(LexemeKind::regex)) cursor.fail("expected a regular expression", "write it as /…/");
    const Lexeme& regex = cursor.take();
    out = compare(std::move(attribute), {{regex.text, regex.span}}, cursor.span_from(begin));
    out.is_pattern = true;
  } else {
    if (!cursor.take_if("=") && !cursor.take_if("!=")) {
      cursor.fail("expected '=', '!=', '~' or '!~' behind '" + attribute.text + "'");
    }
    std::vector<Name> values = cursor.values();
    out = compare(std::move(attribute), std::move(values), cursor.span_from(begin));
  }
  if (!negated) return out;
  std::vector<TokenTest> inner;
  inner.push_back(std::move(out));
  return combine(TokenTest::Kind::negation, std::move(inner), cursor.span_from(begin));
}

TokenTest test_of(RuleCursor& cursor) {
  const std::size_t begin = cursor.here().span.begin;
  std::vector<TokenTest> ways;
  do {
    const std::size_t start = cursor.here().span.begin;
    std::vector<TokenTest> parts;
    do parts.push_back(test_part(cursor));
    while (cursor.take_if("and"));
    ways.push_back(combine(TokenTest::Kind::all, std::move(parts), cursor.span_from(start)));
  } while (cursor.take_if("or"));
  return combine(TokenTest::Kind::either, std::move(ways), cursor.span_from(begin));
}

std::optional<Pattern> pattern_element(RuleCursor& cursor) {
  const RuleCursor::Level level(cursor);
  const std::size_t begin = cursor.here().span.begin;
  if (cursor.take_if("^")) {
    auto inner = pattern_element(cursor);
    if (!inner) cursor.fail("expected what is marked by '^'");
    inner->marked = true;
    return inner;
  }
  if (cursor.take_if("(")) {
    Pattern inner = parse_pattern(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.sees("[")) {
    TokenTest test = parse_bracket(cursor);
    return atom_of(std::move(test), cursor.span_from(begin));
  }
  if (cursor.sees("@")) cursor.fail("expected a test around the list", "write [lemma = @…]");
  const bool word = cursor.sees(LexemeKind::word);
  if (!word && !cursor.sees(LexemeKind::string)) return std::nullopt;
  const Lexeme& lexeme = cursor.take();
  return atom_of(compare({word ? "lemma" : "word", lexeme.span}, {{lexeme.text, lexeme.span}}, lexeme.span),
                 lexeme.span);
}

std::optional<Path> path_element(RuleCursor& cursor) {
  const std::size_t begin = cursor.here().span.begin;
  if (cursor.take_if("(")) {
    Path inner = parse_path(cursor);
    cursor.expect(")");
    return inner;
  }
  Step step;
  if (cursor.sees("[")) {
    step.direction = Step::Direction::stay;
    step.test.push_back(parse_bracket(cursor));
    return atom_of(std::move(step), cursor.span_from(begin));
  }
  if (cursor.sees("<")) step.direction = Step::Direction::up;
  if (!cursor.take_if("<") && !cursor.take_if(">")) return std::nullopt;
  if (cursor.take_if("*")) {
    step.label = {"*", cursor.before().span};
  } else {
    step.label = cursor.name("a relation such as nsubj");
    if (cursor.sees(":") && cursor.here().glued) {
      cursor.expect(":");
      if (cursor.take_if("*")) {
        step.subtypes = true;
      } else {
        step.label.text += ":" + cursor.name("the second part of the relation").text;
      }
      step.label.span = cursor.span_from(step.label.span.begin);
    }
  }
  if (cursor.sees("[")) step.test.push_back(parse_bracket(cursor));
  return atom_of(std::move(step), cursor.span_from(begin));
}

}  // namespace

TokenTest parse_bracket(RuleCursor& cursor) {
  const std::size_t begin = cursor.here().span.begin;
  cursor.expect("[");
  TokenTest test;
  if (!cursor.sees("]")) test = test_of(cursor);
  cursor.expect("]", "close the test, or join tests by 'and' or 'or'");
  test.span = cursor.span_from(begin);
  return test;
}

Pattern parse_pattern(RuleCursor& cursor) { return alternatives<TokenTest>(cursor, &pattern_element); }

Path parse_path(RuleCursor& cursor) { return alternatives<Step>(cursor, &path_element); }

}  // namespace diurna::detail
