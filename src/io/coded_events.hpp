// The political events of a reading, by the built-in tables, for the writers that need them.
#pragma once

#include <string>
#include <vector>

#include "diurna/events/coding.hpp"

namespace diurna::io::detail {

[[nodiscard]] std::vector<CodedEvent> coded_events(const Reading& reading);
/// From document, code and place: "p:" with 20 digits, the same wherever the article is read.
[[nodiscard]] std::string coded_event_id(const Reading& reading, const CodedEvent& event);

}  // namespace diurna::io::detail
