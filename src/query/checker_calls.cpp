// Checks of calls: the function exists, takes so many arguments, of these kinds; aggregates stand where they may.
#include "query/checker.hpp"
#include "query/functions.hpp"
#include "query/scan.hpp"
#include "query/suggestion.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

std::string times(std::size_t count) { return std::to_string(count) + (count == 1 ? " argument" : " arguments"); }

std::string count_text(std::size_t least, std::size_t most) {
  if (most == any_number) return times(least) + " or more";
  return least == most ? times(least) : std::to_string(least) + " to " + times(most);
}

bool calls_rand(const ast::Expression& expression) {
  const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
  bool found = call != nullptr && equal_ignoring_case(call->name, "rand");
  for_each_child(expression, [&](const ast::ExpressionPtr& child) { found = found || calls_rand(*child); });
  return found;
}

// Functions whose result tells more than the table does.
StaticType result_of(const Function& function, const std::vector<StaticType>& arguments) {
  if (function.name == "head" || function.name == "last") {
    StaticType element = arguments[0].element_type();
    element.kinds = element.kinds | Kinds(kinds::null);
    return element;
  }
  if (function.name == "tail" || function.name == "reverse") return arguments[0];
  if (function.name == "labels" || function.name == "keys" || function.name == "split") return list_of({kinds::string});
  if (function.name == "nodes") return list_of({kinds::node});
  if (function.name == "relationships") return list_of({kinds::relationship});
  if (function.name == "range") return list_of({kinds::integer});
  return {function.result | Kinds(kinds::null)};
}

}  // namespace

void Checker::check_argument_count(const ast::FunctionCall& call, std::size_t least, std::size_t most,
                                   Span source) const {
  const std::size_t given = call.arguments.size();
  if (given >= least && given <= most) return;
  fail("InvalidNumberOfArguments", call.name + "() takes " + count_text(least, most) + ", not " + std::to_string(given),
       source);
}

StaticType Checker::aggregate_call(const ast::FunctionCall& call, Span source, const Scope& scope, Standing standing) {
  if (standing.nested)
    fail("NestedAggregation", "an aggregate cannot stand in another one", source,
         "compute the inner one in a WITH before");
  if (!standing.aggregates)
    fail("InvalidAggregation", "the aggregate " + call.name + "() cannot stand here", source,
         "aggregates stand in WITH and RETURN");
  const AggregateFunction& function = *find_aggregate(call.name);
  check_argument_count(call, function.arguments, function.arguments, source);
  StaticType argument;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const ast::Expression& expression = *call.arguments[i];
    if (calls_rand(expression)) fail("NonConstantExpression", "rand() cannot stand in an aggregate", expression.source);
    const StaticType type = type_of(expression, scope, {.nested = true});
    require(type, i == 0 ? function.argument : kinds::number, call.name + "()", expression.source);
    if (i == 0) argument = type;
  }
  if (function.name == "collect") return list_of(argument);
  if (function.result == kinds::any) return {argument.kinds | Kinds(kinds::null)};
  return {function.result | Kinds(kinds::null)};
}

StaticType Checker::type(const ast::CountStar&, Span source, const Scope&, Standing standing) {
  if (standing.nested) fail("NestedAggregation", "an aggregate cannot stand in another one", source);
  if (!standing.aggregates) fail("InvalidAggregation", "count(*) cannot stand here", source);
  return {kinds::integer};
}

StaticType Checker::type(const ast::FunctionCall& node, Span source, const Scope& scope, Standing standing) {
  if (find_aggregate(node.name) != nullptr) return aggregate_call(node, source, scope, standing);
  const Function* const function = find_function(node.name);
  if (function == nullptr) {
    const std::string near = nearest(node.name, function_names());
    fail("UnknownFunction", "there is no function " + node.name + "()", {source.begin, source.begin + node.name.size()},
         near.empty() ? "" : "did you mean " + near + "()?");
  }
  if (node.distinct) fail("UnexpectedSyntax", "DISTINCT belongs to aggregates, not to " + node.name + "()", source);
  check_argument_count(node, function->least, function->most, source);
  standing.predicate = equal_ignoring_case(node.name, "exists");
  std::vector<StaticType> arguments;
  for (std::size_t i = 0; i < node.arguments.size(); ++i) {
    arguments.push_back(type_of(*node.arguments[i], scope, standing));
    if (function->check == Function::Check::early)
      require(arguments.back(), function->argument(i), node.name + "()", node.arguments[i]->source);
  }
  return result_of(*function, arguments);
}

}  // namespace diurna::cypher
