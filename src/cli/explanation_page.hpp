// Explanations for people: the sentence, then a line for every decision, with ways through the tree drawn out.
#pragma once

#include <iosfwd>

#include "cli/console.hpp"
#include "diurna/events/explanation.hpp"
#include "diurna/events/reading.hpp"

namespace diurna::cli {

void write_explanation(std::ostream& out, const Reading& reading, const EventExplanation& why, const Console& console);
void write_explanation(std::ostream& out, const Reading& reading, const RelationExplanation& why,
                       const Console& console);

}  // namespace diurna::cli
