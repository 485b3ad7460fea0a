// Names of a document: the model's spans, corrected and completed by gazetteers, shape and repetition.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/context.hpp"

namespace diurna::detail {

struct NameDraft {
  TokenRange tokens;
  EntityType type = EntityType::other;
  double score = 1.0;
  std::string_view rule;           // "name-model", "gazetteer", "name-shape", "name-repeat"
  std::string key;                 // of its tokens
  std::optional<KnownName> known;  // what the gazetteer says of the whole name
};

/// In text order, not overlapping; without "the", titles and "'s".
[[nodiscard]] std::vector<NameDraft> find_names(const MentionContext& context);

}  // namespace diurna::detail
