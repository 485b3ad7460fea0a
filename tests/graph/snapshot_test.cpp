// Snapshots: the same graph back, the same bytes for the same content, and nothing accepted that was not written so.
#include "diurna/graph/snapshot.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <sstream>

#include "core/hash.hpp"
#include "diurna/core/error.hpp"
#include "diurna/graph/bgl.hpp"
#include "diurna/graph/grouping.hpp"
#include "support/random_graph.hpp"

namespace {

using namespace diurna;

std::string bytes_of(const Graph& graph) {
  std::ostringstream out;
  write_snapshot(out, graph);
  return out.str();
}

Graph documents(std::vector<unsigned> numbers) {
  Graph out;
  for (const unsigned number : numbers) out.merge(test::RandomDocument(number).graph());
  return out;
}

/// "accepted", or the code of the error.
std::string verdict(std::string_view bytes) {
  try {
    (void)read_snapshot(bytes, "x.dg");
    return "accepted";
  } catch (const ParseError& error) {
    return error.code();
  }
}

/// With a checksum that fits: what a forger would write.
std::string signed_again(std::string bytes) {
  detail::StreamHash hash;
  hash.update(std::string_view(bytes).substr(0, bytes.size() - 16));
  const auto digest = hash.digest();
  std::copy(digest.begin(), digest.end(), bytes.end() - 16);
  return bytes;
}

TEST_CASE("snapshot: what was written is read back, and can be asked and changed") {
  const Graph graph = documents({1, 2, 3, 4, 5});
  Graph back = read_snapshot(bytes_of(graph), "x.dg");
  CHECK(back == graph);
  CHECK(back.documents() == graph.documents());
  CHECK(back.find("Name 3") == graph.find("Name 3"));
  CHECK(back.neighbors("e:name_3") == graph.neighbors("e:name_3"));
  CHECK(back.edges_of("e:name_3") == graph.edges_of("e:name_3"));
  CHECK_FALSE(back.contains("e:nobody"));
  for (std::size_t v = 0; v < boost::num_vertices(back.bgl()); ++v) {
    const NodeProperties shown = back.bgl()[v];
    const Node node = graph.node(shown.id);
    CHECK(shown.type == node.type);
    CHECK(shown.name == node.name);
  }
  back.merge(test::RandomDocument(6).graph());
  CHECK(back == documents({1, 2, 3, 4, 5, 6}));
  CHECK(back.remove("doc2"));
  CHECK(bytes_of(back) == bytes_of(documents({1, 3, 4, 5, 6})));
}

TEST_CASE("snapshot: edges weigh the number of their documents") {
  const Graph graph = documents({1, 2, 3, 4});
  const Graph back = read_snapshot(bytes_of(graph), "x.dg");
  const auto weights = [](const Graph& of) {
    std::vector<std::pair<std::string, double>> out;
    for (const auto edge : boost::make_iterator_range(boost::edges(of.bgl()))) {
      const BglGraph& bgl = of.bgl();
      out.emplace_back(std::string(bgl[boost::source(edge, bgl)].id) + std::string(bgl[boost::target(edge, bgl)].id) +
                           std::string(bgl[edge].type) + std::string(bgl[edge].key),
                       bgl[edge].weight);
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  CHECK(weights(graph) == weights(back));
}

TEST_CASE("snapshot: the bytes depend on the content alone") {
  std::vector<unsigned> numbers = {1, 2, 3, 4, 5, 6, 7, 8};
  const std::string expected = bytes_of(documents(numbers));
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(numbers.begin(), numbers.end(), random);
    Graph graph = documents(numbers);
    if (round % 2 == 0) graph.remove("doc3");
    if (round % 2 == 0) graph.merge(test::RandomDocument(3).graph());
    REQUIRE(bytes_of(graph) == expected);
    REQUIRE(bytes_of(read_snapshot(expected, "x.dg")) == expected);
  }
}

TEST_CASE("snapshot: the empty graph, grouped graphs, bytes at odd addresses") {
  CHECK(read_snapshot(bytes_of(Graph()), "x.dg") == Graph());
  const Graph graph = documents({1, 2, 3});
  const std::vector<Membership> members = {{"e:name_1", "e:name_2", "rule", "because"}};
  const Graph grouped = regroup(graph, members);
  const std::string bytes = bytes_of(grouped);
  const Graph back = read_snapshot(bytes, "x.dg");
  CHECK(back == grouped);
  CHECK(is_grouped(back));
  CHECK(ungroup(back) == graph);
  CHECK(memberships(back) == members);
  const std::string moved = "x" + bytes;
  CHECK(read_snapshot(std::string_view(moved).substr(1), "x.dg") == grouped);
}

TEST_CASE("snapshot: every changed byte is refused") {
  const std::string bytes = bytes_of(documents({1, 2}));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    REQUIRE(verdict(damaged) != "accepted");
  }
}

TEST_CASE("snapshot: every cut and every addition is refused") {
  const std::string bytes = bytes_of(documents({1}));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE(verdict(std::string_view(bytes).substr(0, size)) == "snapshot.truncated");
  }
  CHECK(verdict(bytes + "x") == "snapshot.damaged");
}

TEST_CASE("snapshot: foreign and newer files are told apart") {
  CHECK(verdict("{\"format\":\"diurna-graph\"}") == "snapshot.foreign");
  std::string newer = bytes_of(Graph());
  newer[8] = 2;
  CHECK(verdict(newer) == "snapshot.version");
  CHECK_THROWS_WITH_AS((void)read_snapshot("DIURNAGR", "x.dg"),
                       "x.dg: error: the file ends after 8 bytes [snapshot.truncated]; copy it again", ParseError);
}

TEST_CASE("snapshot: forged files with a fitting checksum are read or refused, whatever they say") {
  std::string bytes = bytes_of(documents({1, 2}));
  std::mt19937 random(5);
  std::size_t refused = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string forged = bytes;
    for (unsigned n = 0; n <= random() % 3; ++n) {
      const std::size_t at = 4 * (random() % (forged.size() / 4 - 4));
      const std::uint32_t number = random() % 3 == 0 ? 0xFFFFFFFFU - random() % 4 : random() % 300;
      std::memcpy(&forged[at], &number, sizeof number);
    }
    try {
      Graph graph = read_snapshot(signed_again(forged), "x.dg");
      graph.merge(test::RandomDocument(3).graph());
      (void)graph.remove("doc1");
      (void)bytes_of(ungroup(graph));
    } catch (const Error&) {
      ++refused;
    }
  }
  CHECK(refused > 2000);
}

TEST_CASE("snapshot: a size that no file has allocates nothing") {
  for (std::size_t field = 16; field < 24 + 16 * 12; field += 8) {
    std::string forged = bytes_of(documents({1}));
    const std::uint64_t huge = ~std::uint64_t{0} >> (field % 3);
    std::memcpy(&forged[field], &huge, sizeof huge);
    CHECK(verdict(signed_again(forged)) != "accepted");
  }
}

}  // namespace
