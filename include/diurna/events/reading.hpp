/// One article, read: document, syntax, mentions and facts together, with the words for people.
///
///     const diurna::Reading reading = pipeline(article);
///     for (const diurna::Event& event : reading.facts.events()) std::cout << reading.describe(event) << '\n';
///     // justice.detain "detained" (actual): patient Rocío San Miguel; time 2024; charge treason, conspiracy
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diurna/events/facts.hpp"
#include "diurna/events/ontology.hpp"
#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

/// A plain triple derived from an event or relation (see Reading::triples).
struct Triple {
  std::string subject;
  std::string predicate;  ///< "justice.release", "detain_time", "person.position"
  std::string label;      ///< In plain words: "released", "detained in"
  std::string object;
  std::vector<Argument> qualifiers;
  Filler subject_filler;
  Filler object_filler;
  Factuality factuality = Factuality::actual;
  std::vector<Filler> attribution;
  Evidence evidence;
};

struct Reading {
  Document document;
  Syntax syntax;
  Mentions mentions;
  Facts facts;
  std::shared_ptr<const Ontology> ontology;

  /// The filler for people: an entity's canonical name, a time's value, else its words with white space folded.
  [[nodiscard]] std::string name_of(const Filler& filler) const;
  /// Canonical name and aliases of an entity filler (demonyms included); the words themselves otherwise.
  [[nodiscard]] std::vector<std::string> names_of(const Filler& filler) const;
  [[nodiscard]] std::string describe(const Event& event) const;
  [[nodiscard]] std::string describe(const Relation& relation) const;
  /// All events and relations as plain triples, in text order: (agent, type, patient) for an event with both;
  /// for every further role of the patient, or of the agent where there is no patient, (participant, type_role,
  /// filler).
  [[nodiscard]] std::vector<Triple> triples() const;
};

}  // namespace diurna
