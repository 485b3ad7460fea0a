// From the text of a query to its rows: parse, analyze, plan, execute.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "diurna/query/result.hpp"
#include "query/evaluator.hpp"
#include "query/property_graph.hpp"

namespace diurna::cypher {

// Asked now and then while a query runs; the query ends with Error "query.interrupted" when it says true.
using Interruption = std::function<bool()>;

[[nodiscard]] QueryResult execute(const PropertyGraph& graph, std::string_view text, const Parameters& parameters,
                                  const Interruption& interrupted = {});
// The graph with what the CREATE clauses of the query add: to set up the graphs of tests.
[[nodiscard]] PropertyGraph create(const PropertyGraph& graph, std::string_view text, const Parameters& parameters);

}  // namespace diurna::cypher
