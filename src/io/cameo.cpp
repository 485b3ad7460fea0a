// `cameo`: an event table with the columns of ICEWS, one header line a file; docs/political.md describes it.
#include <array>
#include <charconv>
#include <ostream>
#include <string_view>

#include "diurna/graph/identity.hpp"
#include "diurna/text/unicode.hpp"
#include "io/coded_events.hpp"
#include "io/json_values.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

std::string joined(const std::vector<CodedActor>& actors, std::string (*field)(const CodedActor&)) {
  std::string out;
  for (const CodedActor& actor : actors) out += (out.empty() ? "" : "; ") + field(actor);
  return out.find_first_not_of("; ") == std::string::npos ? std::string() : out;
}

std::string name_of(const CodedActor& actor) { return actor.name; }
std::string code_of(const CodedActor& actor) { return actor.code; }
std::string sectors_of(const CodedActor& actor) {
  std::string out;
  for (const std::string& sector : actor.sectors) out += (out.empty() ? "" : ",") + sector;
  return out;
}

/// "-9.5"; the same on every machine.
std::string decimal(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1);
  return {digits.data(), end.ptr};
}

}  // namespace

void write_cameo_header(std::ostream& out) {
  out << "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
         "Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t"
         "Province\tCountry\tLatitude\tLongitude\n";
}

void write_cameo(std::ostream& out, const Reading& reading) {
  for (const CodedEvent& event : coded_events(reading)) {
    const std::string city = event.place.resolution == 4 ? event.place.name : std::string();
    std::string line;
    for (const std::string& field : {coded_event_id(reading, event),
                                     event.date,
                                     joined(event.actors, name_of),
                                     joined(event.actors, sectors_of),
                                     joined(event.actors, code_of),
                                     std::string(reading.document.text(event.words)),
                                     event.cameo,
                                     decimal(event.goldstein),
                                     joined(event.recipients, name_of),
                                     joined(event.recipients, sectors_of),
                                     joined(event.recipients, code_of),
                                     document_key(reading.document),
                                     std::to_string(event.sentence.index() + 1),
                                     reading.document.article().source,
                                     city,
                                     std::string(),
                                     std::string(),
                                     event.place.country,
                                     std::string(),
                                     std::string()}) {
      line += cell(field) + '\t';
    }
    line.back() = '\n';
    out << line;
  }
}

}  // namespace diurna::io::detail
