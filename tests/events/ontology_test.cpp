#include "diurna/events/ontology.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "diurna/core/error.hpp"

namespace {

std::string written(const std::string& name, const std::string& text) {
  const std::string path = (std::filesystem::temp_directory_path() / name).string();
  std::ofstream(path) << text;
  return path;
}

}  // namespace

TEST_CASE("ontology: the built-in one has all 46 events and 15 relations, sorted") {
  const auto ontology = diurna::Ontology::load();
  CHECK(ontology.event_types().size() == 46);
  CHECK(ontology.relation_types().size() == 15);
  CHECK(std::is_sorted(ontology.event_types().begin(), ontology.event_types().end(),
                       [](const auto& a, const auto& b) { return a.id < b.id; }));
}

TEST_CASE("ontology: a type knows its roles, their words and its codes") {
  const auto ontology = diurna::Ontology::load();
  const diurna::EventType* detain = ontology.event_type("justice.detain");
  REQUIRE(detain != nullptr);
  CHECK(detain->roles == std::vector<std::string>{"agent", "patient", "time", "place", "count", "charge"});
  CHECK(detain->role_labels.at("charge") == "charged with");
  CHECK(detain->role_labels.at("time") == "detained in");
  CHECK(detain->codes.at("cameo") == "173");
  CHECK(ontology.event_type("justice.nothing") == nullptr);
}

TEST_CASE("ontology: a user's file adds types and replaces them") {
  const std::string path = written("diurna_ontology_test.json", R"({"format": "diurna-ontology", "version": 1,
    "roles": [{"id": "species", "gloss": "what animal", "label": "of the species"}],
    "events": [{"id": "nature.sight", "label": "sighted", "gloss": "an animal is seen", "roles": ["species"]},
               {"id": "life.marry", "label": "wed", "gloss": "a wedding"}]})");
  const auto ontology = diurna::Ontology::load(path);
  CHECK(ontology.event_types().size() == 47);
  CHECK(ontology.event_type("nature.sight")->role_labels.at("species") == "of the species");
  CHECK(ontology.event_type("life.marry")->label == "wed");
}

TEST_CASE("ontology: an unknown role is refused with its place") {
  const std::string path = written("diurna_ontology_bad.json", R"({"format": "diurna-ontology", "version": 1,
    "events": [{"id": "nature.sight", "label": "sighted", "gloss": "an animal is seen", "roles": ["specie"]}]})");
  CHECK_THROWS_WITH_AS(
      (void)diurna::Ontology::load(path),
      (path + ": events[0]: error: unknown role 'specie' for event nature.sight [ontology.unknown-role]; "
              "list it under \"roles\" with its gloss and label")
          .c_str(),
      diurna::ParseError);
}
