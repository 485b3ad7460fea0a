/// Ids that derive from content, so that graphs made apart can be joined.
///
///     diurna::name_key("the National Assembly");       // "national_assembly"
///     diurna::entity_node_id(reading, entity);         // "e:nicolas_maduro"
///
/// | node | id |
/// |---|---|
/// | document | `d:` + its id; a text without an id gets `text-` + a hash of its words |
/// | named entity | `e:` + its canonical name: case, accents, punctuation and a leading "the" ignored |
/// | country | `e:` + ISO 3166-1 alpha-3 code ("e:VEN"), whatever form of its name or adjective the text has |
/// | unnamed entity | `u:` + hash of document and first mention |
/// | event | `v:` + hash of document, type and trigger; a passage repeated word for word counts as its first telling |
/// | time | `t:` + TIMEX3 value; values without a calendar place ("XXXX-02", PRESENT_REF) belong to their document |
/// | quantity, phrase | `q:`, `p:` + hash of the value or words |
///
/// An id never depends on the type label, on other documents or on the order of arrival. Hashes are 80 bits of XXH3.
#pragma once

#include <string>
#include <string_view>

#include "diurna/events/reading.hpp"

namespace diurna {

/// What two forms of one name have in common: letters and digits, case and accents folded, joined by "_".
[[nodiscard]] std::string name_key(std::string_view name);
/// The document's id in graphs and evidence: its own, or one made from its text.
[[nodiscard]] std::string document_key(const Document& document);

[[nodiscard]] std::string document_node_id(const Document& document);
[[nodiscard]] std::string entity_node_id(const Reading& reading, EntityId entity);
[[nodiscard]] std::string event_node_id(const Reading& reading, EventId event);
/// The node of whatever fills a role.
[[nodiscard]] std::string filler_node_id(const Reading& reading, const Filler& filler);

}  // namespace diurna
