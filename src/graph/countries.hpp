// Which entities are countries.
#pragma once

#include <optional>

#include "diurna/mentions/entity.hpp"
#include "diurna/mentions/gazetteer.hpp"

namespace diurna::detail {

/// The country that the entity is, by its name or its adjective ("Venezuelan"); nothing for all else, a people
/// ("Spaniards") included. The type label plays no part.
[[nodiscard]] std::optional<CountryEntry> country_of(const Entity& entity);

}  // namespace diurna::detail
