// What a description says of a person: "the Venezuelan president" → politics, Venezuela, "president VEN".
#pragma once

#include <string_view>

#include "graph/resolution/profile.hpp"
#include "graph/resolution/vocabulary.hpp"

namespace diurna::detail {

/// Adds fields of work, countries and ties of a position to `profile`. `qualifiers` is the key of a position's edge
/// ("org=e:hamas").
void describe(Profile& profile, std::string_view words, const Vocabulary& vocabulary, StringPool& strings,
              std::string_view qualifiers = {});

}  // namespace diurna::detail
