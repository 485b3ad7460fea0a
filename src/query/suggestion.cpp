#include "query/suggestion.hpp"

#include <algorithm>
#include <vector>

#include "core/suggest.hpp"
#include "diurna/text/unicode.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {

std::string nearest(std::string_view word, std::span<const std::string_view> candidates) {
  std::vector<std::string> folded;
  for (const std::string_view candidate : candidates) folded.push_back(fold_case(candidate));
  const std::string found = detail::nearest(fold_case(word), folded);
  const auto match =
      std::ranges::find_if(candidates, [&](std::string_view each) { return equal_ignoring_case(each, found); });
  return found.empty() || match == candidates.end() ? "" : std::string(*match);
}

}  // namespace diurna::cypher
