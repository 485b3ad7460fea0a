/// Values that nodes and edges carry.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace diurna {

/// Scalars only, so that every graph format can hold them.
using Property = std::variant<bool, std::int64_t, double, std::string>;
/// Sorted by key.
using Properties = std::map<std::string, Property, std::less<>>;

}  // namespace diurna
