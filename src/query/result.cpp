#include "diurna/query/result.hpp"

#include <algorithm>

#include "diurna/core/error.hpp"

namespace diurna {

Value QueryRow::operator[](std::string_view column) const {
  const auto found = std::ranges::find(columns(), column);
  if (found != columns().end()) return (*this)[static_cast<std::size_t>(found - columns().begin())];
  std::string names;
  for (const std::string& name : columns()) names += (names.empty() ? "" : ", ") + name;
  throw Error({.code = "query.no-column",
               .place = {},
               .message = "the result has no column '" + std::string(column) + "'",
               .hint = "it has " + names,
               .excerpt = {}});
}

}  // namespace diurna
