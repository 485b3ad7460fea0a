/// The closed vocabulary of the typed layer: event types with their roles, relation types, codes of other schemes.
///
///     const diurna::Ontology ontology = diurna::Ontology::load();
///     ontology.event_type("justice.detain")->roles;        // agent, patient, time, place, charge, count
///
/// Kept as data in data/en/ontology.json; a user's file of the same form extends it (docs/rules.md). Immutable,
/// thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

struct EventType {
  std::string id;                                  ///< "justice.detain"
  std::string gloss;                               ///< "arrest, detain, capture a person; hold, jail, imprison"
  std::string label;                               ///< Past form for readers: "detained"
  std::vector<std::string> roles;                  ///< Common roles first.
  std::map<std::string, std::string> role_labels;  ///< "charge" → "charged with"
  std::map<std::string, std::string>
      codes;  ///< "plover" → "COERCE", "plover-mode" → "arrest", "cameo" → "173", "ace" → "Justice.Arrest-Jail"
  std::map<std::string, std::vector<std::string>>
      fillers;  ///< What may fill a role: "agent" → {"PERSON", "ORG"}; anything where a role is not listed.
};

struct RelationType {
  std::string id;  ///< "person.position"
  std::string gloss;
  std::string label;                                        ///< "holds the position"
  std::vector<std::string> qualifiers;                      ///< "org", "time"
  std::map<std::string, std::vector<std::string>> fillers;  ///< As of events; of "subject", "object" and qualifiers.
};

class Ontology {
 public:
  /// The built-in ontology, then `extension` (a path) over it. Throws ParseError with the place of the bad entry.
  [[nodiscard]] static Ontology load(const std::string& extension = {});
  /// The built-in types by id, then those that the extension adds, by id: an extension moves no index of a model.
  [[nodiscard]] const std::vector<EventType>& event_types() const& { return event_types_; }
  [[nodiscard]] const std::vector<RelationType>& relation_types() const& { return relation_types_; }
  /// nullptr when there is no such type.
  [[nodiscard]] const EventType* event_type(std::string_view id) const&;
  [[nodiscard]] const RelationType* relation_type(std::string_view id) const&;

 private:
  std::vector<EventType> event_types_;
  std::vector<RelationType> relation_types_;
  std::size_t built_in_events_ = 0;
  std::size_t built_in_relations_ = 0;
};

}  // namespace diurna
