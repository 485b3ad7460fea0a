// Facts for people: each sentence that says something, and below it what it says.
#pragma once

#include <iosfwd>

#include "cli/console.hpp"
#include "diurna/events/reading.hpp"

namespace diurna::cli {

/// Names and triggers are coloured in the sentence where `console` allows it.
void write_summary(std::ostream& out, const Reading& reading, const Console& console);

}  // namespace diurna::cli
