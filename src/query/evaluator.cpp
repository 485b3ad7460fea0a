#include "query/evaluator.hpp"

#include <algorithm>

#include "query/evaluation.hpp"
#include "query/suggestion.hpp"

namespace diurna::cypher {

std::size_t Slots::add(std::string_view name) {
  if (const auto found = find(name)) return *found;
  names_.emplace_back(name);
  return names_.size() - 1;
}

std::optional<std::size_t> Slots::find(std::string_view name) const {
  const auto found = std::ranges::find(names_, name);
  return found == names_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names_.begin()));
}

void type_fault(std::string message, std::string detail) {
  throw Fault{{QueryError::Kind::type, std::move(detail), std::move(message), ""}};
}
void argument_fault(std::string message, std::string detail) {
  throw Fault{{QueryError::Kind::argument, std::move(detail), std::move(message), ""}};
}
void arithmetic_fault(std::string message, std::string detail) {
  throw Fault{{QueryError::Kind::arithmetic, std::move(detail), std::move(message), ""}};
}

void Evaluator::Node::fail(const Fault& fault, const Frame& frame) const {
  if (frame.context.text.empty()) throw QueryError(fault.report);
  throw QueryError(fault.report, frame.context.text, source_);
}

NodePtr Compiler::compile(const ast::Expression& expression) {
  return std::visit([&](const auto& each) { return node(each, expression.source); }, expression.node);
}

std::vector<NodePtr> Compiler::compile_all(const std::vector<ast::ExpressionPtr>& expressions) {
  std::vector<NodePtr> nodes;
  nodes.reserve(expressions.size());
  for (const ast::ExpressionPtr& expression : expressions) nodes.push_back(compile(*expression));
  return nodes;
}

NodePtr Compiler::compile_optional(const ast::ExpressionPtr& expression) {
  return expression ? compile(*expression) : nullptr;
}

NodePtr Compiler::compile_within(std::string_view name, const ast::ExpressionPtr& expression) {
  if (!expression) return nullptr;
  locals_.emplace_back(name);
  NodePtr compiled = compile(*expression);
  locals_.pop_back();
  return compiled;
}

NodePtr Compiler::variable(const std::string& name, Span source) {
  const auto local = std::find(locals_.rbegin(), locals_.rend(), name);
  if (local != locals_.rend())
    return make_node(source, [depth = static_cast<std::size_t>(locals_.rend() - local) - 1](Frame& frame) {
      return frame.locals[depth];
    });
  const std::optional<std::size_t> slot = slots_.find(name);
  if (!slot)
    throw QueryError(
        {.detail = "UndefinedVariable", .message = "there is no variable '" + name + "' here", .hint = ""});
  return make_node(source, [slot = *slot](Frame& frame) { return frame.row[slot]; });
}

Evaluator::Evaluator(const ast::Expression& expression, const Slots& slots, SubqueryPlanner& subqueries)
    : root_(Compiler(slots, subqueries).compile(expression)) {}

Value Evaluator::evaluate(const Context& context, std::span<const Value> row) const {
  Frame frame{context, row};
  return root_->evaluate(frame);
}

bool Evaluator::holds(const Context& context, std::span<const Value> row) const {
  const Value value = evaluate(context, row);
  if (value.kind() == Value::Kind::boolean || value.is_null()) return value.is_true();
  throw QueryError({.kind = QueryError::Kind::type,
                    .detail = "InvalidArgumentType",
                    .message = "WHERE needs a boolean, not " + std::string(kind_name(value.kind())),
                    .hint = ""});
}

}  // namespace diurna::cypher
