// What is known of the value of an expression before the query runs.
//
//     [1, 2]                 list of INTEGER
//     n.name                 anything
//     OPTIONAL MATCH (n)     n: NODE or null
#pragma once

#include <map>
#include <memory>
#include <string>

#include "query/kinds.hpp"

namespace diurna::cypher {

struct StaticType {
  Kinds kinds = kinds::any;
  std::shared_ptr<const StaticType> element = nullptr;  // of lists; absent: anything

  // Whether some value of this type is of one of `wanted`, or it can be nothing but null, which fits everywhere.
  [[nodiscard]] bool may_be(Kinds wanted) const { return kinds == Kinds(kinds::null) || kinds.meets(wanted); }
  [[nodiscard]] StaticType element_type() const { return element ? *element : StaticType{}; }
};

inline StaticType list_of(StaticType element) {
  return {kinds::list, std::make_shared<const StaticType>(std::move(element))};
}

// A type for values of either; elements of lists are forgotten unless only one side has any.
inline StaticType either(const StaticType& a, const StaticType& b) {
  StaticType both{a.kinds | b.kinds};
  const bool first = a.kinds.has(Value::Kind::list);
  const bool second = b.kinds.has(Value::Kind::list);
  if (first != second) both.element = first ? a.element : b.element;
  return both;
}

// The variables in sight, in the order of their names.
using Scope = std::map<std::string, StaticType, std::less<>>;

}  // namespace diurna::cypher
