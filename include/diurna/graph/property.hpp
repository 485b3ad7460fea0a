/// Values that nodes and edges carry.
///
///     diurna::Properties properties{{"country", "VEN"}, {"mentions", std::int64_t{3}}};
///     diurna::to_text(properties.at("mentions"));      // "3"
///
/// Text of a property is the same on every machine; numbers are written in the shortest form that reads back equal.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>

namespace diurna {

/// Scalars only, so that every graph format can hold them.
using Property = std::variant<bool, std::int64_t, double, std::string>;
/// Sorted by key.
using Properties = std::map<std::string, Property, std::less<>>;

/// "true", "-3", "0.5" or the text itself.
[[nodiscard]] std::string to_text(const Property& property);
/// "boolean", "long", "double" or "string": the names that GraphML uses.
[[nodiscard]] std::string_view type_name(const Property& property);
/// Shortest text that reads back as the same number: "0.5", "12", "inf".
[[nodiscard]] std::string number_text(double number);

}  // namespace diurna
