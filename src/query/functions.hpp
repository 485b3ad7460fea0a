// The functions of the language: a table of names, arguments, results and what computes them.
//
// The rows stand in functions_graph.cpp (lists, graph), functions_text.cpp, functions_number.cpp and
// functions_date.cpp; docs/query.md lists them. A new function is one more row.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "query/evaluator.hpp"
#include "query/kinds.hpp"

namespace diurna::cypher {

struct Function {
  std::string_view name;
  std::size_t least = 1;  // number of arguments
  std::size_t most = 1;
  std::array<Kinds, 3> arguments = {kinds::any, kinds::any, kinds::any};  // the last holds for all further ones
  Kinds result = kinds::any;
  Value (*call)(const Context& context, std::span<const Value> arguments) = nullptr;

  enum class Nulls { give_null, are_arguments };
  Nulls nulls = Nulls::give_null;  // what a null among the arguments does
  // Wrong kinds are found when the query is read, where they are known; `late` leaves them to the run.
  enum class Check { early, late };
  Check check = Check::early;

  [[nodiscard]] Kinds argument(std::size_t index) const { return arguments[index < 3 ? index : 2]; }
};

constexpr std::size_t any_number = 1000000;  // of arguments

// An aggregate: what it takes; how it adds up stands in aggregates.cpp.
struct AggregateFunction {
  std::string_view name;
  std::size_t arguments = 1;
  Kinds argument = kinds::any;
  Kinds result = kinds::any;
};

// By name, case aside; null when there is none.
[[nodiscard]] const Function* find_function(std::string_view name);
[[nodiscard]] const AggregateFunction* find_aggregate(std::string_view name);
// All names, for suggestions.
[[nodiscard]] const std::vector<std::string_view>& function_names();

[[nodiscard]] std::span<const Function> graph_functions();
[[nodiscard]] std::span<const Function> text_functions();
[[nodiscard]] std::span<const Function> number_functions();
[[nodiscard]] std::span<const Function> date_functions();
[[nodiscard]] std::span<const Function> moment_functions();
[[nodiscard]] std::span<const Function> moment_functions();
[[nodiscard]] std::span<const AggregateFunction> aggregate_functions();

}  // namespace diurna::cypher
