#include <doctest/doctest.h>

#include <sstream>

#include "diurna/io/format.hpp"
#include "support/golden.hpp"
#include "support/reading_builder.hpp"

namespace {

using namespace diurna;

std::string written(const Reading& reading, std::string_view format) {
  std::ostringstream out;
  if (io::find_format(format)->of_readings) {
    io::write_reading(out, reading, format);
  } else {
    Graph graph;
    graph.add(reading);
    io::write_graph(out, graph, format);
  }
  return out.str();
}

TEST_CASE("golden: every format of one article") {
  const Reading reading = test::harbour_reading();
  for (const io::Format& format : io::formats()) {
    if (format.name == "conllu" || format.name == "ntriples" || format.name == "nquads" || format.binary)
      continue;  // turtle, spelled out
    CAPTURE(format.name);
    test::check_golden("harbour/" + std::string(format.name) + std::string(format.extension),
                       written(reading, format.name));
  }
}

TEST_CASE("formats: the graph of an article is read back") {
  Graph graph;
  graph.add(test::harbour_reading());
  for (const char* format : {"json", "graphml", "turtle", "ntriples", "nquads", "trig"}) {
    const std::string bytes = written(test::harbour_reading(), format);
    CHECK(io::read_graph(bytes, format, "test") == graph);
  }
}

TEST_CASE("formats: broken UTF-8 and control characters leave every output valid") {
  test::ReadingBuilder b({.id = "bad\xFFid", .text = "Ana\x80 met \x01 Bo\xC3 in Oslo."});
  const EntityId ana = b.entity(EntityType::person, {"Ana\x80"});
  const EntityId bo = b.entity(EntityType::person, {"Bo\xC3"});
  b.event("contact.meet", "met", {{"agent", {ana, "Ana\x80"}}, {"patient", {bo, "Bo\xC3"}}});
  b.open_triple({ana, "Ana\x80"}, "met\t\n", {bo, "Bo\xC3"});
  const Reading reading = b.reading();
  for (const io::Format& format : io::formats()) {
    if (format.name == "conllu" || format.binary) continue;
    CAPTURE(format.name);
    CHECK(invalid_utf8(written(reading, format.name)).empty());
  }
  CHECK(written(reading, "open") == "1\tAna\xEF\xBF\xBD\tmet\tBo\xEF\xBF\xBD\n");
}

TEST_CASE("formats: a reading without facts is a document and nothing else") {
  const Reading reading = test::ReadingBuilder({.text = "Rain."}).reading();
  CHECK(written(reading, "triples").empty());
  CHECK(written(reading, "open").empty());
  CHECK(written(reading, "facts").find("\"kind\":\"document\"") != std::string::npos);
}

}  // namespace
