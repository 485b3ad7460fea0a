#include "query/functions.hpp"

#include <algorithm>

#include "query/evaluation.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

std::vector<const Function*> all_functions() {
  std::vector<const Function*> all;
  for (const auto table :
       {graph_functions(), text_functions(), number_functions(), date_functions(), moment_functions()})
    for (const Function& function : table) all.push_back(&function);
  return all;
}

// Checks what was not known when the query was read.
void check_arguments(const Function& function, std::span<const Value> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Value::Kind kind = arguments[i].kind();
    if (kind == Value::Kind::null || function.argument(i).has(kind)) continue;
    const std::string message = std::string(function.name) + "() needs " + to_text(function.argument(i)) + ", not " +
                                std::string(kind_name(kind));
    if (function.check == Function::Check::late) argument_fault(message, "InvalidArgumentType");
    type_fault(message, "InvalidArgumentValue");
  }
}

}  // namespace

std::string to_text(Kinds kinds) {
  std::vector<std::string_view> names;
  for (int kind = 1; kind <= static_cast<int>(Value::Kind::path); ++kind)
    if (kinds.has(static_cast<Value::Kind>(kind))) names.push_back(kind_name(static_cast<Value::Kind>(kind)));
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.append(i == 0 ? "" : i + 1 == names.size() ? " or " : ", ").append(names[i]);
  return out;
}

const Function* find_function(std::string_view name) {
  static const std::vector<const Function*> all = all_functions();
  const auto found =
      std::ranges::find_if(all, [&](const Function* each) { return equal_ignoring_case(each->name, name); });
  return found == all.end() ? nullptr : *found;
}

const AggregateFunction* find_aggregate(std::string_view name) {
  const std::span<const AggregateFunction> all = aggregate_functions();
  const auto found =
      std::ranges::find_if(all, [&](const AggregateFunction& each) { return equal_ignoring_case(each.name, name); });
  return found == all.end() ? nullptr : &*found;
}

const std::vector<std::string_view>& function_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Function* function : all_functions()) all.push_back(function->name);
    for (const AggregateFunction& function : aggregate_functions()) all.push_back(function.name);
    return all;
  }();
  return names;
}

NodePtr Compiler::node(const ast::FunctionCall& call, Span source) {
  // exists(pattern), as it was once written for EXISTS { pattern }.
  if (equal_ignoring_case(call.name, "exists") && call.arguments.size() == 1 &&
      std::holds_alternative<ast::Subquery>(call.arguments[0]->node))
    return compile(*call.arguments[0]);
  const Function* const function = find_function(call.name);
  if (function == nullptr)
    throw QueryError(
        {.detail = "UnknownFunction", .message = "there is no function " + call.name + "() here", .hint = ""});
  return make_node(source, [function, arguments = compile_all(call.arguments)](Frame& frame) -> Value {
    std::vector<Value> values;
    values.reserve(arguments.size());
    bool null = false;
    for (const NodePtr& argument : arguments) {
      values.push_back(argument->evaluate(frame));
      null = null || values.back().is_null();
    }
    check_arguments(*function, values);
    if (null && function->nulls == Function::Nulls::give_null) return {};
    return function->call(frame.context, values);
  });
}

NodePtr Compiler::node(const ast::CountStar&, Span) {
  throw QueryError({.detail = "InvalidAggregation", .message = "count(*) cannot stand here", .hint = ""});
}

}  // namespace diurna::cypher
