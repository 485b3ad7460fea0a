// Three-valued logic: connectives, comparisons, predicates of strings and lists, CASE.
#include <algorithm>

#include "core/regex.hpp"
#include "query/evaluation.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;
using Truth = std::optional<bool>;
using detail::Regex;

Truth negate(Truth truth) { return truth ? Truth(!*truth) : truth; }

// AND and OR end as soon as the result is known: at the first `decisive` operand.
Truth connect(bool decisive, const std::vector<NodePtr>& operands, Frame& frame) {
  Truth result = !decisive;
  for (const NodePtr& operand : operands) {
    const Truth truth = truth_of(operand->evaluate(frame));
    if (truth == Truth(decisive)) return decisive;
    if (!truth) result = std::nullopt;
  }
  return result;
}

Truth exclusive(const std::vector<NodePtr>& operands, Frame& frame) {
  bool result = false;
  bool known = true;
  for (const NodePtr& operand : operands) {
    const Truth truth = truth_of(operand->evaluate(frame));
    known = known && truth.has_value();
    result = result != truth.value_or(false);
  }
  return known ? Truth(result) : std::nullopt;
}

Truth compare_by(ast::Comparison::Operator op, const Value& left, const Value& right) {
  using Operator = ast::Comparison::Operator;
  if (op == Operator::equal) return equals(left, right);
  if (op == Operator::unequal) return negate(equals(left, right));
  const std::optional<std::partial_ordering> order = compare(left, right);
  if (!order) return std::nullopt;
  switch (op) {
    case Operator::less:
      return *order < 0;
    case Operator::less_equal:
      return *order <= 0;
    case Operator::greater:
      return *order > 0;
    default:
      return *order >= 0;
  }
}

Truth contains(const Value& list, const Value& element) {
  Truth result = false;
  for (const Value& item : list.as_list()) {
    const Truth equal = equals(item, element);
    if (equal == Truth(true)) return true;
    if (!equal) result = std::nullopt;
  }
  return result;
}

Regex compiled(const std::string& pattern) {
  try {
    return Regex(pattern);
  } catch (const ParseError& error) {
    argument_fault("'" + pattern + "' is not a regular expression: " + error.message(), "InvalidRegularExpression");
  }
}

NodePtr regex_node(NodePtr left, NodePtr right, const ast::Expression& pattern, Span source) {
  const auto* literal = std::get_if<ast::Literal>(&pattern.node);
  const auto* text = literal == nullptr ? nullptr : std::get_if<std::string>(&literal->value);
  std::shared_ptr<const Regex> fixed;  // absent when the pattern is no literal, or fails, which the run reports
  if (text != nullptr) try {
      fixed = std::make_shared<const Regex>(compiled(*text));
    } catch (const Fault&) {
      fixed = nullptr;
    }
  return make_node(source, [left = std::move(left), right = std::move(right), fixed](Frame& frame) -> Value {
    const Value subject = left->evaluate(frame);
    const Value expression = right->evaluate(frame);
    if (subject.kind() != Kind::string || expression.kind() != Kind::string) return {};
    return fixed ? fixed->matches_all(subject.as_string())
                 : compiled(expression.as_string()).matches_all(subject.as_string());
  });
}

bool search(ast::StringPredicate::Operator op, std::string_view text, std::string_view part) {
  using Operator = ast::StringPredicate::Operator;
  if (op == Operator::starts_with) return text.starts_with(part);
  if (op == Operator::ends_with) return text.ends_with(part);
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::optional<bool> truth_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  if (value.kind() != Kind::boolean) type_fault("expected a boolean, not " + std::string(kind_name(value.kind())));
  return value.as_boolean();
}

Value to_value(std::optional<bool> truth) { return truth ? Value(*truth) : Value(); }

NodePtr Compiler::node(const ast::Logical& logical, Span source) {
  using Operator = ast::Logical::Operator;
  std::vector<NodePtr> operands = compile_all(logical.operands);
  if (logical.op == Operator::exclusive)
    return make_node(source,
                     [operands = std::move(operands)](Frame& frame) { return to_value(exclusive(operands, frame)); });
  return make_node(source, [operands = std::move(operands), decisive = logical.op == Operator::disjunction](
                               Frame& frame) { return to_value(connect(decisive, operands, frame)); });
}

NodePtr Compiler::node(const ast::Not& negation, Span source) {
  return make_node(source, [operand = compile(*negation.operand)](Frame& frame) {
    return to_value(negate(truth_of(operand->evaluate(frame))));
  });
}

NodePtr Compiler::node(const ast::Comparison& comparison, Span source) {
  if (comparison.operators.size() == 1)
    return make_node(source, [left = compile(*comparison.operands[0]), right = compile(*comparison.operands[1]),
                              op = comparison.operators[0]](Frame& frame) {
      const Value first = left->evaluate(frame);
      return to_value(compare_by(op, first, right->evaluate(frame)));
    });
  return make_node(source, [operands = compile_all(comparison.operands), ops = comparison.operators](Frame& frame) {
    Truth result = true;
    Value left = operands[0]->evaluate(frame);
    for (std::size_t i = 0; i < ops.size(); ++i) {
      Value right = operands[i + 1]->evaluate(frame);
      const Truth truth = compare_by(ops[i], left, right);
      if (truth == Truth(false)) return Value(false);
      if (!truth) result = std::nullopt;
      left = std::move(right);
    }
    return to_value(result);
  });
}

NodePtr Compiler::node(const ast::StringPredicate& predicate, Span source) {
  NodePtr left = compile(*predicate.left);
  NodePtr right = compile(*predicate.right);
  if (predicate.op == ast::StringPredicate::Operator::matches)
    return regex_node(std::move(left), std::move(right), *predicate.right, source);
  return make_node(source,
                   [left = std::move(left), right = std::move(right), op = predicate.op](Frame& frame) -> Value {
                     const Value text = left->evaluate(frame);
                     const Value part = right->evaluate(frame);
                     if (text.kind() != Kind::string || part.kind() != Kind::string) return {};
                     return search(op, text.as_string(), part.as_string());
                   });
}

NodePtr Compiler::node(const ast::In& in, Span source) {
  return make_node(source, [element = compile(*in.element), list = compile(*in.list)](Frame& frame) -> Value {
    const Value item = element->evaluate(frame);
    const Value items = list->evaluate(frame);
    if (items.is_null()) return {};
    if (items.kind() != Kind::list) type_fault("IN needs a list, not " + std::string(kind_name(items.kind())));
    return to_value(contains(items, item));
  });
}

NodePtr Compiler::node(const ast::IsNull& test, Span source) {
  return make_node(source, [operand = compile(*test.operand), negated = test.negated](Frame& frame) {
    return Value(operand->evaluate(frame).is_null() != negated);
  });
}

NodePtr Compiler::node(const ast::Case& branches, Span source) {
  std::vector<std::pair<NodePtr, NodePtr>> compiled_branches;
  for (const auto& [when, then] : branches.branches) compiled_branches.emplace_back(compile(*when), compile(*then));
  return make_node(source, [subject = compile_optional(branches.subject), branches = std::move(compiled_branches),
                            otherwise = compile_optional(branches.otherwise)](Frame& frame) {
    const Value value = subject ? subject->evaluate(frame) : Value();
    for (const auto& [when, then] : branches) {
      const Value test = when->evaluate(frame);
      if (subject ? equals(value, test) == Truth(true) : truth_of(test) == Truth(true)) return then->evaluate(frame);
    }
    return otherwise ? otherwise->evaluate(frame) : Value();
  });
}

}  // namespace diurna::cypher
