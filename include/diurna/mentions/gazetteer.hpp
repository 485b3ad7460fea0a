/// Known names: countries with ISO codes, demonyms, capitals, titles, organisations; from tables in data/en/gazetteers.
///
///     const diurna::Gazetteer gazetteer = diurna::Gazetteer::load();
///     gazetteer.country("Venezuelan");     // CountryEntry{"VEN", "Venezuela", demonym}
///     gazetteer.known("FBI");              // KnownName{org, "Federal Bureau of Investigation", "USA"}
///
/// Look-ups ignore case, accents, full stops and a leading "the"; each costs one hash. Immutable, thread-safe.
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

/// A name of the tables: what it names, and its fullest form.
struct KnownName {
  EntityType type = EntityType::other;
  std::string_view
      name;  ///< The fullest form: "Federal Bureau of Investigation" for "FBI", "Venezuela" for "Venezuelan".
  std::string_view iso3;    ///< Country that it is or belongs to; "" for none.
  bool demonym = false;     ///< An adjective or people's name of the place `name`.
  bool dotted = false;      ///< The form is an abbreviation with a full stop ("Va.").
  bool upper_only = false;  ///< The form is an acronym and means this only in capitals ("WHO", "US").
};

/// What a common noun names.
struct NounEntry {
  EntityType type = EntityType::other;
  bool plural = false;  ///< Plural or collective in itself: "police", "people", "crew".
  char gender = '-';    ///< 'm', 'f' or '-'.
};

/// What a title before a name is.
struct TitleEntry {
  enum class Kind { honorific, royal, office, rank, role };  ///< Only a royal title belongs to the name.
  Kind kind = Kind::office;
  char gender = '-';  ///< 'm', 'f' or '-'.
};

class Gazetteer {
 public:
  /// Reads the tables; throws ParseError with file and line for a bad row.
  [[nodiscard]] static Gazetteer load();
  /// The form under which tables are searched: "The U.S." → "us", "Bogotá" → "bogota".
  [[nodiscard]] static std::string key(std::string_view form);

  [[nodiscard]] std::optional<CountryEntry> country(std::string_view form) const;
  /// The usual name of a country by its ISO code: "VEN" → "Venezuela"; "" for an unknown code.
  [[nodiscard]] std::string_view country_name(std::string_view iso3) const;
  /// Any name of the tables; plural demonyms ("Venezuelans") included.
  [[nodiscard]] std::optional<KnownName> known(std::string_view form) const;
  /// The same for a form that is already a `key`.
  [[nodiscard]] std::optional<KnownName> known_key(std::string_view key) const;
  /// Bytes of the longest key that starts with this word; 0 when none does. To scan a text for names.
  [[nodiscard]] std::size_t longest_key_from(std::string_view first_word) const;
  /// The type of a well-known name (organisations, cities, places), if listed.
  [[nodiscard]] std::optional<EntityType> known_name(std::string_view form) const;
  /// Titles before names, lower case: "president", "mr.", "foreign minister".
  [[nodiscard]] std::optional<TitleEntry> title(std::string_view lower_case_words) const;
  [[nodiscard]] bool is_title(std::string_view lower_case_words) const;
  /// What a common noun names, by lemma: "protester" → person, "police" → group, plural.
  [[nodiscard]] std::optional<NounEntry> noun(std::string_view lemma) const;
  /// What kind of entity a common noun names ("ministry" → org, "protester" → person, "city" → gpe), by lemma.
  [[nodiscard]] std::optional<EntityType> noun_type(std::string_view lemma) const;
  /// The type of names that end in this lower-case word: "prison" → facility, "ministry" → org.
  [[nodiscard]] std::optional<EntityType> name_word(std::string_view lower_case_word) const;
  /// Probable gender of a given name.
  [[nodiscard]] std::optional<char> given_name_gender(std::string_view form) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna
