/// Explanations for programs and for people.
///
///     diurna::io::write_explanation_json(std::cout, reading, pipeline.explain(reading, diurna::EventId{0}));
///
/// docs/explain.md lists the members of the JSON; offsets count code points.
#pragma once

#include <iosfwd>

#include "diurna/events/explanation.hpp"
#include "diurna/events/reading.hpp"

namespace diurna::io {

/// One object on one line.
void write_explanation_json(std::ostream& out, const Reading& reading, const EventExplanation& explanation);
void write_explanation_json(std::ostream& out, const Reading& reading, const RelationExplanation& explanation);

}  // namespace diurna::io
