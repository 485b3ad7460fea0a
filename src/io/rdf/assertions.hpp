// What is said in the vocabularies of others (SEM, schema.org, OWL-Time), for readers that do not know Diurna's own.
// All of it follows from the statements in Diurna's vocabulary; Diurna itself reads only those.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "diurna/mentions/time_interval.hpp"
#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

/// Whether all that is claimed of an event's factuality says that it happened.
[[nodiscard]] bool is_told_as_fact(const std::vector<Claim>& claims);
/// "dn:NegatedEvent", "dn:ActualEvent" …
[[nodiscard]] std::string_view event_class(const Node& event, const std::vector<Claim>& claims);

/// Classes and values of a node. `told_as_fact` is for events: only then are they a sem:Event.
void assert_node(StatementSink& sink, std::string_view subject, const Node& node, bool told_as_fact);
/// The days of a time that has a place in the calendar.
[[nodiscard]] std::optional<DayInterval> days_of(const Node& node);
/// Whether the direct statement (source, type, target) may be made.
[[nodiscard]] bool may_be_asserted(const Edge& edge, NodeKind source, bool told_as_fact);
/// The name in sem:, schema: … that an edge type has; "" for none.
[[nodiscard]] std::string_view sem_predicate(const Edge& edge, NodeKind target);
[[nodiscard]] std::string_view schema_predicate(std::string_view relation);

}  // namespace diurna::io::detail::rdf
