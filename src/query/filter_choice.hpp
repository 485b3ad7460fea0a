// Which step tests a predicate: by row, or once for each value of the one property it looks at.
#pragma once

#include <memory>

#include "query/match_planner.hpp"

namespace diurna::cypher {

[[nodiscard]] std::unique_ptr<const Step> choose_filter(const PlanContext& context, const ast::Expression& predicate,
                                                        const Slots& slots, double rows);

}  // namespace diurna::cypher
