#include "diurna/mentions/gazetteer.hpp"

#include <doctest/doctest.h>

namespace {
const diurna::Gazetteer& gazetteer() {
  static const diurna::Gazetteer loaded = diurna::Gazetteer::load();
  return loaded;
}
}  // namespace

TEST_CASE("a country is found by name, short form, demonym and capital") {
  using diurna::CountryForm;
  const auto form_of = [](std::string_view form) {
    const auto entry = gazetteer().country(form);
    REQUIRE_MESSAGE(entry, form);
    return std::pair(std::string(entry->iso3), entry->form);
  };
  CHECK(form_of("Venezuela") == std::pair(std::string("VEN"), CountryForm::name));
  CHECK(form_of("the U.S.") == std::pair(std::string("USA"), CountryForm::short_form));
  CHECK(form_of("Spaniards") == std::pair(std::string("ESP"), CountryForm::demonym));
  CHECK(form_of("BOGOTA") == std::pair(std::string("COL"), CountryForm::capital));
  CHECK_FALSE(gazetteer().country("Atlantis"));
}

TEST_CASE("an acronym is no lower-case word") {
  CHECK(gazetteer().known("US"));
  CHECK_FALSE(gazetteer().known("us"));
  CHECK_FALSE(gazetteer().known("who"));
  CHECK(gazetteer().known("FBI")->name == "Federal Bureau of Investigation");
}

TEST_CASE("forms of one name share its fullest form") {
  CHECK(gazetteer().known("Venezuelan")->name == "Venezuela");
  CHECK(gazetteer().known("Saint Petersburg")->name == gazetteer().known("St. Petersburg")->name);
  CHECK(gazetteer().known("Venezuelans")->demonym);
}

TEST_CASE("common nouns and titles say what they name") {
  using diurna::EntityType;
  CHECK(gazetteer().noun_type("ministry") == EntityType::org);
  CHECK(gazetteer().noun_type("prison") == EntityType::facility);
  CHECK(gazetteer().noun("police")->plural);
  CHECK(gazetteer().noun("spokeswoman")->gender == 'f');
  CHECK(gazetteer().is_title("prime minister"));
  CHECK(gazetteer().name_word("ministry") == EntityType::org);
  CHECK(gazetteer().given_name_gender("Rocío") == 'f');
}
