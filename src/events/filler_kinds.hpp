// The words by which rules and ontologies say what may fill a role: "PERSON", "actor", "time", "any".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/linguistics/tags.hpp"

namespace diurna::detail {

/// Kinds of things that can fill a role, one bit each: entity types, then the others.
using FillerKinds = std::uint32_t;
inline constexpr FillerKinds time_bit = 1U << 11U;
inline constexpr FillerKinds quantity_bit = 1U << 12U;
inline constexpr FillerKinds event_bit = 1U << 13U;
inline constexpr FillerKinds phrase_bit = 1U << 14U;
inline constexpr FillerKinds entity_bits = time_bit - 1;
inline constexpr FillerKinds any_filler = (phrase_bit << 1U) - 1;

[[nodiscard]] constexpr FillerKinds filler_bit(EntityType type) { return 1U << static_cast<unsigned>(type); }
/// Nothing for an unknown word.
[[nodiscard]] std::optional<FillerKinds> parse_filler_kind(std::string_view text);
/// All words that `parse_filler_kind` knows.
[[nodiscard]] const std::vector<std::string>& filler_kind_names();
/// The kinds of all the words; any filler when there are none. Unknown words count as nothing.
[[nodiscard]] FillerKinds filler_kinds(const std::vector<std::string>& names);
/// "PERSON, ORG", "any": for messages.
[[nodiscard]] std::string to_text(FillerKinds kinds);

}  // namespace diurna::detail
