// + - * / % ^ and the signs: numbers, with + for strings and lists as well.
#include <cmath>
#include <limits>

#include "query/evaluation.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;
using Operator = ast::Arithmetic::Operator;

std::string_view sign_of(Operator op) {
  constexpr std::string_view signs = "+-*/%^";
  return signs.substr(static_cast<std::size_t>(op), 1);
}

[[noreturn]] void mismatch(Operator op, const Value& left, const Value& right) {
  type_fault("there is no " + std::string(kind_name(left.kind())) + " " + std::string(sign_of(op)) + " " +
             std::string(kind_name(right.kind())));
}

[[noreturn]] void overflow() { arithmetic_fault("the result is too large for an integer", "IntegerOverflow"); }

Value whole(Operator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (op) {
    case Operator::add:
      if (__builtin_add_overflow(a, b, &result)) overflow();
      return result;
    case Operator::subtract:
      if (__builtin_sub_overflow(a, b, &result)) overflow();
      return result;
    case Operator::multiply:
      if (__builtin_mul_overflow(a, b, &result)) overflow();
      return result;
    case Operator::power:
      return std::pow(static_cast<double>(a), static_cast<double>(b));
    default:
      break;
  }
  if (b == 0) arithmetic_fault("division by zero", "DivisionByZero");
  if (b == -1) return op == Operator::modulo ? Value(std::int64_t{0}) : whole(Operator::subtract, 0, a);
  return op == Operator::modulo ? a % b : a / b;
}

Value real(Operator op, double a, double b) {
  switch (op) {
    case Operator::add:
      return a + b;
    case Operator::subtract:
      return a - b;
    case Operator::multiply:
      return a * b;
    case Operator::divide:
      return a / b;
    case Operator::modulo:
      return std::fmod(a, b);
    default:
      return std::pow(a, b);
  }
}

Value joined_lists(const Value& left, const Value& right) {
  Value::List list;
  for (const Value* part : {&left, &right}) {
    if (part->kind() == Kind::list)
      list.insert(list.end(), part->as_list().begin(), part->as_list().end());
    else
      list.push_back(*part);
  }
  return list;
}

Value plus(const Value& left, const Value& right) {
  if (left.kind() == Kind::list || right.kind() == Kind::list) return joined_lists(left, right);
  const bool texts = left.kind() == Kind::string || right.kind() == Kind::string;
  const auto joins = [](const Value& value) { return value.kind() == Kind::string || value.is_number(); };
  if (!texts || !joins(left) || !joins(right)) mismatch(Operator::add, left, right);
  return to_text(left) + to_text(right);
}

Value compute(Operator op, const Value& left, const Value& right) {
  if (left.is_null() || right.is_null()) return {};
  if (left.kind() == Kind::integer && right.kind() == Kind::integer)
    return whole(op, left.as_integer(), right.as_integer());
  if (left.is_number() && right.is_number()) return real(op, left.as_number(), right.as_number());
  if (op == Operator::add) return plus(left, right);
  mismatch(op, left, right);
}

}  // namespace

NodePtr Compiler::node(const ast::Arithmetic& arithmetic, Span source) {
  return make_node(source, [operands = compile_all(arithmetic.operands), ops = arithmetic.operators](Frame& frame) {
    Value result = operands[0]->evaluate(frame);
    for (std::size_t i = 0; i < ops.size(); ++i) result = compute(ops[i], result, operands[i + 1]->evaluate(frame));
    return result;
  });
}

NodePtr Compiler::node(const ast::Sign& sign, Span source) {
  return make_node(source, [operand = compile(*sign.operand), negative = sign.negative](Frame& frame) -> Value {
    const Value value = operand->evaluate(frame);
    if (!value.is_null() && !value.is_number())
      type_fault("a sign needs a number, not " + std::string(kind_name(value.kind())));
    if (!negative || value.is_null()) return value;
    return value.kind() == Kind::real ? Value(-value.as_real()) : whole(Operator::subtract, 0, value.as_integer());
  });
}

}  // namespace diurna::cypher
