// CREATE, which only tests use: to set up their graphs.
#pragma once

#include <memory>

#include "query/ast.hpp"
#include "query/execution.hpp"

namespace diurna::cypher {

// Adds to Run::created; variables that are new get slots.
[[nodiscard]] std::unique_ptr<const Step> create_step(const ast::Create& create, Slots& slots,
                                                      SubqueryPlanner& subqueries);

}  // namespace diurna::cypher
