/// Known names: countries with ISO codes, demonyms, capitals, titles, organisations; from tables in data/en/gazetteers.
///
///     const diurna::Gazetteer gazetteer = diurna::Gazetteer::load();
///     gazetteer.country("Venezuelan");     // CountryEntry{"VEN", "Venezuela", demonym}
///
/// Look-ups ignore case, accents and a leading "the". Immutable, thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/linguistics/tags.hpp"

namespace diurna {

/// How a form names a country.
enum class CountryForm { name, short_form, demonym, capital };

struct CountryEntry {
  std::string_view iso3;  ///< "VEN"
  std::string_view name;  ///< "Venezuela"
  CountryForm form = CountryForm::name;
};

class Gazetteer {
 public:
  /// Reads the tables; throws ParseError with file and line for a bad row.
  [[nodiscard]] static Gazetteer load();

  [[nodiscard]] std::optional<CountryEntry> country(std::string_view form) const;
  /// The type of a well-known name (organisations, cities, places), if listed.
  [[nodiscard]] std::optional<EntityType> known_name(std::string_view form) const;
  /// Titles before names: "President", "Mr.", "Foreign Minister".
  [[nodiscard]] bool is_title(std::string_view lower_case_words) const;
  /// What kind of entity a common noun names ("ministry" → org, "protester" → group or person, "city" → gpe), by lemma.
  [[nodiscard]] std::optional<EntityType> noun_type(std::string_view lemma) const;
  /// Probable gender of a given name.
  [[nodiscard]] std::optional<char> given_name_gender(std::string_view form) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna
