// A query that was read, checked and planned: the inside of PreparedQuery.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "query/ast.hpp"
#include "query/engine.hpp"
#include "query/execution.hpp"

namespace diurna::cypher {

class CompiledQuery {
 public:
  // Requires that `query` passed analyze(); `text` is what its places are in. `constants` are parameters of its own.
  CompiledQuery(std::shared_ptr<const PropertyGraph> graph, const ast::Query& query, std::string_view text,
                Parameters constants = {});

  [[nodiscard]] QueryResult run(const Parameters& parameters, const Interruption& interrupted) const;
  [[nodiscard]] std::string explain() const;

 private:
  std::shared_ptr<const PropertyGraph> graph_;
  std::string text_;
  Plan plan_;
  bool explains_;  // EXPLAIN was written before it: its rows are the plan
  Parameters constants_;
};

}  // namespace diurna::cypher
