#include "diurna/graph/timeline.hpp"

#include <doctest/doctest.h>

namespace {

using namespace diurna;

void add_event(Graph& graph, const char* id, const char* time, const char* reported,
               std::initializer_list<std::pair<const char*, const char*>> fillers) {
  graph.add(Node{.id = id,
                 .kind = NodeKind::event,
                 .type = "contact.meet",
                 .name = "met",
                 .properties = {{"reported", std::string(reported)}, {"factuality", std::string("asserted")}}});
  if (*time != '\0') {
    const std::string node = std::string("t:") + time;
    graph.add(Node{.id = node, .kind = NodeKind::time, .name = time, .properties = {{"value", std::string(time)}}});
    graph.add(Edge{.source = id, .target = node, .type = "time"});
  }
  for (const auto& [role, filler] : fillers) {
    graph.add(Node{.id = filler, .type = "PERSON", .name = filler});
    graph.add(Edge{.source = id, .target = filler, .type = role});
  }
}

Graph diary() {
  Graph graph;
  add_event(graph, "v:day", "2026-02-03", "2026-02-05", {{"agent", "e:ana"}, {"patient", "e:ben"}});
  add_event(graph, "v:month", "2026-01", "2026-02-05", {{"agent", "e:ana"}});
  add_event(graph, "v:vague", "PRESENT_REF", "2026-03-01", {{"patient", "e:ana"}, {"agent", "e:ben"}});
  add_event(graph, "v:undated", "", "", {{"agent", "e:ana"}});
  graph.add(Edge{.source = "v:month", .target = "e:ben", .type = "attribution"});
  return graph;
}

std::string dump(const std::vector<TimelineEntry>& entries) {
  std::string out;
  for (const TimelineEntry& entry : entries) {
    if (!out.empty()) out += ' ';
    out += entry.event + '=' + (entry.days ? iso_date(entry.days->first) : "?");
  }
  return out;
}

std::string of(std::vector<std::string> entities, const TimelineOptions& options = {}) {
  return dump(timeline(diary(), entities, options));
}

}  // namespace

TEST_CASE("timeline: in order of days, stated before reported, undated last") {
  CHECK(of({"e:ana"}) == "v:month=2026-01-01 v:day=2026-02-03 v:vague=2026-03-01 v:undated=?");
  CHECK(of({"e:ana"}, {.dates = DateSource::stated}) == "v:month=2026-01-01 v:day=2026-02-03 v:undated=? v:vague=?");
}

TEST_CASE("timeline: of two entities together; who only says so takes no part") {
  CHECK(of({"e:ana", "e:ben"}) == "v:day=2026-02-03 v:vague=2026-03-01");
  CHECK(of({"e:ben"}) == "v:day=2026-02-03 v:vague=2026-03-01");
  CHECK_THROWS_WITH(of({"e:nobody"}), doctest::Contains("e:nobody"));
}

TEST_CASE("timeline: how events lie to an interval") {
  const auto january = day_interval("2026-01");
  const auto spring = day_interval("2026-02-03");
  using enum TimeRelation;
  CHECK(of({"e:ana"}, {.interval = january}) == "v:month=2026-01-01");
  CHECK(of({"e:ana"}, {.interval = day_interval("2026-01-20")}) == "v:month=2026-01-01");
  CHECK(of({"e:ana"}, {.interval = day_interval("2026-01-20"), .relation = within}).empty());
  CHECK(of({"e:ana"}, {.interval = spring, .relation = before}) == "v:month=2026-01-01");
  CHECK(of({"e:ana"}, {.interval = january, .relation = after}) == "v:day=2026-02-03 v:vague=2026-03-01");
  CHECK(of({"e:ana"}, {.interval = january, .relation = after, .dates = DateSource::stated}) == "v:day=2026-02-03");
}

TEST_CASE("timeline: an entry tells roles, stated time and first report") {
  const auto entries = timeline(diary(), std::vector<std::string>{"e:ben"});
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].roles == std::vector<std::string>{"patient"});
  CHECK(entries[0].time == "2026-02-03");
  CHECK(entries[0].reported == "2026-02-05");
  CHECK(entries[1].time == "PRESENT_REF");
}
