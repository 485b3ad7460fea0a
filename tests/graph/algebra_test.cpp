// merge and remove as algebra: any order, any split and any repetition give the same bytes.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <sstream>

#include "diurna/graph/grouping.hpp"
#include "diurna/graph/resolution.hpp"
#include "diurna/io/format.hpp"
#include "support/random_graph.hpp"
#include "support/random_members.hpp"

namespace {

using namespace diurna;
using test::random_members;

constexpr unsigned document_count = 12;

std::string bytes_of(const Graph& graph, std::string_view format = "json") {
  std::ostringstream out;
  io::write_graph(out, graph, format);
  return out.str();
}

std::vector<Graph> documents() {
  std::vector<Graph> out;
  for (unsigned i = 0; i < document_count; ++i) out.push_back(test::RandomDocument(i).graph());
  return out;
}

Graph merged(const std::vector<Graph>& graphs) {
  Graph out;
  for (const Graph& graph : graphs) out.merge(graph);
  return out;
}

/// The documents in a random order, cut into shards that are merged in a random order.
Graph merged_at_random(std::vector<Graph> graphs, unsigned seed) {
  std::mt19937 random(seed);
  std::shuffle(graphs.begin(), graphs.end(), random);
  std::vector<Graph> shards(1 + random() % 4);
  for (const Graph& graph : graphs) shards[random() % shards.size()].merge(graph);
  std::shuffle(shards.begin(), shards.end(), random);
  if (random() % 2 == 0) shards.push_back(graphs[random() % graphs.size()]);
  return merged(shards);
}

TEST_CASE("merge: 200 random splits and orders give the same bytes") {
  const std::vector<Graph> all = documents();
  const Graph whole = merged(all);
  const std::string expected = bytes_of(whole);
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    REQUIRE(bytes_of(merged_at_random(all, seed)) == expected);
  }
  CHECK(merged_at_random(all, 1) == whole);
}

TEST_CASE("merge: commutative, associative, idempotent") {
  for (unsigned i = 0; i < 20; ++i) {
    const Graph a = test::RandomDocument(i).graph();
    const Graph b = test::RandomDocument(i + 1).graph();
    const Graph c = test::RandomDocument(i + 2).graph();
    CHECK(merged({a, b}) == merged({b, a}));
    CHECK(merged({merged({a, b}), c}) == merged({a, merged({b, c})}));
    CHECK(merged({a, a}) == a);
    CHECK(merged({a, b, a, b}) == merged({a, b}));
  }
}

TEST_CASE("remove: the same bytes as if the document had never been there, and back again") {
  const std::vector<Graph> all = documents();
  const std::string expected = bytes_of(merged(all));
  for (unsigned out = 0; out < document_count; ++out) {
    std::vector<Graph> others = all;
    others.erase(others.begin() + out);
    Graph graph = merged(all);
    REQUIRE(graph.remove("doc" + std::to_string(out)));
    CHECK(bytes_of(graph) == bytes_of(merged(others)));
    graph.merge(all[out]);
    CHECK(bytes_of(graph) == expected);
  }
}

TEST_CASE("remove: taking out all documents leaves nothing") {
  Graph graph = merged(documents());
  for (const std::string& document : graph.documents()) CHECK(graph.remove(document));
  CHECK(graph == Graph());
}

/// What may happen to a shard on its way that must not matter.
Graph detour(Graph shard, std::mt19937& random) {
  const unsigned way = random() % 4;
  if (way == 0) return io::read_graph(bytes_of(shard), "json", "test");
  if (way == 1) return io::read_graph(bytes_of(shard, "snapshot"), "snapshot", "test");
  if (way == 2) return regroup(shard, random_members(shard, random));
  return Graph(shard);
}

/// The documents in random shards; some are added again, some taken out and brought back, some shards read from files
/// or grouped in between.
Graph random_history(std::vector<Graph> graphs, unsigned seed) {
  std::mt19937 random(seed);
  std::shuffle(graphs.begin(), graphs.end(), random);
  std::vector<Graph> shards(1 + random() % 4);
  for (const Graph& graph : graphs) shards[random() % shards.size()].merge(graph);
  Graph out;
  for (const Graph& shard : shards) {
    out.merge(detour(shard, random));
    if (random() % 2 == 0) out.merge(graphs[random() % graphs.size()]);
    if (random() % 2 == 0) {
      const Graph& gone = graphs[random() % graphs.size()];
      out.remove(gone.documents());
      out.merge(gone);
    }
    if (random() % 3 == 0) out = detour(std::move(out), random);
  }
  return ungroup(out);
}

TEST_CASE("merge and remove: 200 random histories give the same bytes, in every format") {
  const std::vector<Graph> all = documents();
  Graph whole = merged(all);
  std::map<std::string_view, std::string> expected;
  for (const io::Format& format : io::formats()) {
    if (!format.of_readings) expected[format.name] = bytes_of(whole, format.name);
  }
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Graph graph = random_history(all, seed);
    for (const auto& [format, bytes] : expected) {
      if (format != "snapshot" && seed % 10 != 0) continue;
      CAPTURE(format);
      REQUIRE(bytes_of(graph, format) == bytes);
    }
  }
}

TEST_CASE("regroup: 200 random histories of a grouped graph give the same bytes, in every format") {
  const std::vector<Graph> all = documents();
  std::mt19937 random(3);
  const Graph whole = merged(all);
  const std::vector<Membership> members = random_members(whole, random);
  std::map<std::string_view, std::string> expected;
  for (const io::Format& format : io::formats()) {
    if (!format.of_readings) expected[format.name] = bytes_of(regroup(whole, members), format.name);
  }
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Graph graph = regroup(random_history(all, seed), members);
    for (const auto& [format, bytes] : expected) {
      if (format != "snapshot" && seed % 10 != 0) continue;
      CAPTURE(format);
      REQUIRE(bytes_of(graph, format) == bytes);
    }
  }
}

TEST_CASE("resolve: 200 random histories give the same bytes, with the resolution of parts in between or without") {
  const std::vector<Graph> all = documents();
  const Graph whole = merged(all);
  const std::string expected = bytes_of(resolve(whole), "snapshot");
  const std::string expected_json = bytes_of(resolve(whole));
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    Graph graph = random_history(all, seed);
    if (seed % 2 == 0) {
      graph = resolve(graph);
      const Graph& gone = all[seed % all.size()];
      graph.remove(gone.documents());
      graph.merge(resolve(gone));
    }
    const Graph resolved = resolve(graph);
    REQUIRE(bytes_of(resolved, "snapshot") == expected);
    if (seed % 10 == 0) REQUIRE(bytes_of(resolved) == expected_json);
  }
}

TEST_CASE("copy: equal, and independent of the original") {
  const Graph graph = merged(documents());
  Graph copy = graph;
  CHECK(copy == graph);
  copy.remove("doc1");
  CHECK_FALSE(copy == graph);
  CHECK(bytes_of(graph) == bytes_of(merged(documents())));
}

}  // namespace
