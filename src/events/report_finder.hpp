// Reports of one sentence: a cue, its source, and what is reported – the top of a subtree, or a stretch of words where
// the order of words is surer than the tree ("…, according to X.", "…, X said.").
#pragma once

#include <map>
#include <string>
#include <vector>

#include "events/attribution.hpp"

namespace diurna::detail {

struct AttributionFinder::Tables {
  std::map<std::string, std::vector<std::string>, std::less<>> words;  ///< "say/v" → {"clause", "object"}

  [[nodiscard]] static Tables read();
  [[nodiscard]] bool takes(const std::string& key, std::string_view slot) const;
};

/// The reports whose cue is `token`.
[[nodiscard]] std::vector<Report> reports_at(const Context& context, const AttributionFinder::Tables& tables,
                                             TokenId token);

}  // namespace diurna::detail
