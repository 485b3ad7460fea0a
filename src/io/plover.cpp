// `plover`: PLOVER 0.8 JSON lines, the fields of the manual's table "PLOVER JSON"; docs/political.md describes them.
#include <ostream>

#include "diurna/events/coding.hpp"
#include "diurna/graph/identity.hpp"
#include "diurna/text/unicode.hpp"
#include "diurna/version.hpp"
#include "io/coded_events.hpp"
#include "io/json_values.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

void set(OrderedJson& object, std::string_view key, const std::string& value) {
  if (!value.empty()) object[std::string(key)] = repaired_utf8(value);
}

OrderedJson actor_json(const Reading& reading, const CodedActor& actor) {
  OrderedJson out = OrderedJson::object();
  set(out, "code", actor.code);
  if (!actor.sectors.empty()) out["sector"] = actor.sectors.front();
  out["entity_text"] = words_json(reading.document, actor.span)["text"];
  if (actor.named) set(out, "identifier_text", actor.name);
  set(out, "office", actor.office);
  return out;
}

OrderedJson actors_json(const Reading& reading, const std::vector<CodedActor>& actors) {
  OrderedJson out = OrderedJson::array();
  for (const CodedActor& actor : actors) out.push_back(actor_json(reading, actor));
  return out;
}

OrderedJson place_json(const Reading& reading, const CodedPlace& place) {
  OrderedJson out = OrderedJson::object();
  if (place.span.empty()) return out;
  out["extracted_place"] = words_json(reading.document, place.span)["text"];
  if (place.resolution > 0) set(out, "resolved_place", place.name);
  set(out, "country", place.country);
  set(out, "country_code", place.country_code);
  if (place.resolution > 0) out["resolution"] = place.resolution;
  return out;
}

OrderedJson size_json(const CodedSize& size) {
  OrderedJson out = OrderedJson::object();
  if (size.dead >= 0) out["dead"] = size.dead;
  if (size.injured >= 0) out["injured"] = size.injured;
  if (size.arrested >= 0) out["arrested"] = size.arrested;
  return out;
}

OrderedJson citation_json(const Article& article) {
  OrderedJson out = OrderedJson::object();
  set(out, "publication", article.source);
  set(out, "title", article.title);
  set(out, "url", article.url);
  out["language"] = "en";
  out["coder"] = "diurna";
  out["codebook"] = "PLOVER 0.8";
  out["version"] = DIURNA_VERSION;
  return out;
}

OrderedJson event_json(const Reading& reading, const CodedEvent& event) {
  const Document& document = reading.document;
  const Sentence& sentence = document.sentence(event.sentence);
  OrderedJson out{{"id", coded_event_id(reading, event)}, {"date", repaired_utf8(event.date)}};
  out["actor"] = actors_json(reading, event.actors);
  if (!event.recipients.empty()) out["recipient"] = actors_json(reading, event.recipients);
  out["event"] = OrderedJson::array({event.event});
  if (!event.mode.empty()) out["mode"] = OrderedJson::array({event.mode});
  if (!event.contexts.empty()) out["context"] = event.contexts;
  if (OrderedJson place = place_json(reading, event.place); !place.empty()) out["event_loc"] = std::move(place);
  if (OrderedJson size = size_json(event.size); !size.empty()) out["size"] = std::move(size);
  out["event_text"] = words_json(document, event.words)["text"];
  out["quad_code"] = event.quad;
  out["event_scale"] = event.scale;
  out["text"] = words_json(document, sentence.span)["text"];
  out["text_info"] = {{"sequence", event.sentence.index() + 1},
                      {"start", document.code_point(sentence.span.begin)},
                      {"end", document.code_point(sentence.span.end)},
                      {"text_story", document_key(document)}};
  out["cite_info"] = citation_json(document.article());
  out["coder"] = "diurna " DIURNA_VERSION;
  out["comment"] = "CAMEO " + event.cameo + "; " + repaired_utf8(event.rule);
  return out;
}

}  // namespace

void write_plover(std::ostream& out, const Reading& reading) {
  for (const CodedEvent& event : coded_events(reading)) {
    if (!event.event.empty()) write_line(out, event_json(reading, event));
  }
}

}  // namespace diurna::io::detail
