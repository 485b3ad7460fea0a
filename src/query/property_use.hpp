// Expressions that look at the graph through one property of one variable only: name.key. What depends on nothing else
// need be computed only once for each value of the property.
#pragma once

#include <optional>
#include <string>

#include "query/ast.hpp"
#include "query/evaluator.hpp"
#include "query/property_graph.hpp"

namespace diurna::cypher {

struct PropertyUse {
  std::string name;
  std::string key;
  bool operator==(const PropertyUse&) const = default;
};

// The property that `expression` is, name.key.
[[nodiscard]] std::optional<PropertyUse> property_of(const ast::Expression& expression);
// The one property that it depends on; all else in it is constant.
[[nodiscard]] std::optional<PropertyUse> only_property_in(const ast::Expression& expression);

// A property by position and number, ready to run.
struct PropertySlot {
  std::size_t slot = 0;
  std::uint32_t key = 0;
};
// Nothing when the graph has no such key.
[[nodiscard]] std::optional<PropertySlot> resolved(const PropertyUse& use, const PropertyGraph& graph,
                                                   const Slots& slots);

}  // namespace diurna::cypher
