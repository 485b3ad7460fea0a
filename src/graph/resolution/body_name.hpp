// Names of bodies: legal forms, countries and word order taken out of them.
#pragma once

#include <string>
#include <string_view>

#include "graph/resolution/vocabulary.hpp"

namespace diurna::detail {

/// "the U.S. State Department" → core "department_state", country "USA", an organ; "Acme Corp." → core "acme".
struct BodyName {
  std::string core;     ///< What two names of one body have in common.
  std::string country;  ///< ISO code that the name itself gives; "" for none.
  std::string
      assumed;  ///< Of a name that many countries use: whose it is where nothing else is said ("Congress": "USA").
  bool organ = false;    ///< Every country has one: "Foreign Ministry", "Supreme Court".
  bool company = false;  ///< A legal form was taken off.
};

[[nodiscard]] BodyName body_name(std::string_view name, const Vocabulary& vocabulary);
/// Whether `acronym` ("IAEA", "U.N.") can stand for `name` by its initials; "of", "for", "and" may be skipped.
[[nodiscard]] bool is_acronym_of(std::string_view acronym, std::string_view name);
/// All capitals, two to eight of them: "IAEA", "U.N.".
[[nodiscard]] bool looks_like_acronym(std::string_view form);

}  // namespace diurna::detail
