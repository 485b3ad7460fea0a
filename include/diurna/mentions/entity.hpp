/// A chain of mentions that talk about one person, organisation, place or group.
#pragma once

#include <string>
#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna {

struct Entity {
  EntityType type = EntityType::other;
  std::string name;  ///< Canonical: the fullest name, else the first nominal ("human rights groups").
  std::vector<std::string>
      aliases;  ///< Other names in the text, sorted, `name` left out: surnames, acronyms, demonyms.
  std::string
      country;  ///< ISO 3166-1 alpha-3 of a country, or of a person's or body's country when the text ties it; else "".
  std::vector<MentionId> mentions;  ///< In text order.
  [[nodiscard]] bool named() const { return has_name; }
  bool has_name = false;  ///< At least one mention is a name.
};

}  // namespace diurna
