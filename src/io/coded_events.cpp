#include "io/coded_events.hpp"

#include "core/hash.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::io::detail {

std::vector<CodedEvent> coded_events(const Reading& reading) {
  static const PoliticalCoder coder = PoliticalCoder::load();  // immutable, shared by all threads
  return coder(reading);
}

std::string coded_event_id(const Reading& reading, const CodedEvent& event) {
  const std::string bytes = document_key(reading.document) + '\0' + event.cameo + '\0' +
                            std::to_string(reading.document.code_point(event.trigger.begin));
  return "p:" + diurna::detail::hash128_hex(bytes).substr(0, 20);
}

}  // namespace diurna::io::detail
