// What a PatternQuery has collected, as syntax.
#pragma once

#include <string>
#include <vector>

#include "diurna/query/pattern_query.hpp"
#include "query/ast.hpp"

namespace diurna {

struct PatternQuery::State {
  std::vector<cypher::ast::PathPattern> paths;
  std::vector<cypher::ast::ExpressionPtr> conditions;
  cypher::ast::Projection projection;
  Value::Map constants;  // values that stand in the query, by names that no text can spell
  bool in_relationship = false;

  [[nodiscard]] cypher::ast::Query query() const;
};

}  // namespace diurna
