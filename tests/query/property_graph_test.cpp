#include "query/property_graph.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace diurna;
using namespace diurna::cypher;

std::vector<std::uint32_t> list(std::span<const std::uint32_t> numbers) { return {numbers.begin(), numbers.end()}; }

PropertyGraph triangle() {
  PropertyGraphBuilder builder;
  const auto a = builder.add_node(std::vector<std::string>{"B", "A"}, {{"x", 1}, {"none", Value()}});
  const auto b = builder.add_node(std::vector<std::string>{"A"}, {{"x", 1.0}});
  const auto c = builder.add_node(std::vector<std::string>{}, {{"x", "1"}});
  builder.add_relationship(c, a, "T", {{"n", 1}});
  builder.add_relationship(a, b, "S", {{"n", 2}});
  builder.add_relationship(a, a, "T", {{"n", 3}});
  builder.add_relationship(a, c, "T", {{"n", 4}});
  return std::move(builder).build();
}

TEST_CASE("query.property-graph: labels are sorted by name and indexed") {
  const PropertyGraph graph = triangle();
  CHECK(graph.node_count() == 3);
  CHECK(list(graph.nodes_with_label(*graph.label("A"))) == std::vector<std::uint32_t>{0, 1});
  CHECK(graph.label_names()[graph.labels(0)[0]] == "A");
  CHECK(graph.has_label(0, *graph.label("B")));
  CHECK_FALSE(graph.has_label(1, *graph.label("B")));
  CHECK_FALSE(graph.label("C"));
}

TEST_CASE("query.property-graph: relationships of a node stand together, by type") {
  const PropertyGraph graph = triangle();
  const auto n = [&](std::uint32_t r) { return graph.relationship_property(r, *graph.key("n")).as_integer(); };
  const NumberRange out = graph.outgoing(0, *graph.type("T"));
  REQUIRE(out.size() == 2);
  CHECK(n(out.begin) == 3);  // sorted by target
  CHECK(n(out.begin + 1) == 4);
  CHECK(graph.outgoing(0).size() == 3);
  CHECK(graph.incoming(0).size() == 2);
  const auto in = graph.incoming(0, *graph.type("T"));
  REQUIRE(in.size() == 2);
  CHECK(in[0].node == 0);
  CHECK(in[1].node == 2);
  CHECK(n(in[1].relationship) == 1);
  CHECK(graph.incoming(2, *graph.type("S")).empty());
  CHECK(graph.count_from(*graph.label("A"), *graph.type("T")) == 2);
  CHECK(graph.count_to(*graph.label("B"), *graph.type("T")) == 2);
}

TEST_CASE("query.property-graph: a property index finds equal numbers of both kinds, and only those") {
  const PropertyGraph graph = triangle();
  const PropertyColumn& x = graph.node_column(*graph.key("x"));
  CHECK(x.code_count() == 4);
  std::vector<std::uint32_t> owners;
  for (const std::uint32_t code : x.codes_of(1))
    for (const std::uint32_t owner : x.owners(code)) owners.push_back(owner);
  std::ranges::sort(owners);
  CHECK(owners == std::vector<std::uint32_t>{0, 1});
  CHECK(x.codes_of("2").empty());
  CHECK(graph.node_property(0, *graph.key("x")).kind() == Value::Kind::integer);
}

TEST_CASE("query.property-graph: properties that are null are not there") {
  const PropertyGraph graph = triangle();
  CHECK(graph.node_properties(0) == Value::Map{{"x", 1}});
  CHECK(graph.node_value(0).node_record()->labels == std::vector<std::string>{"A", "B"});
}

TEST_CASE("query.property-graph: names with dots are known by their names with underscores") {
  PropertyGraphBuilder builder;
  const auto a = builder.add_node(std::vector<std::string>{"justice_detain"}, {});
  builder.add_relationship(a, a, "person_position", {});
  const PropertyGraph graph = std::move(builder).build();
  CHECK(graph.label("justice.detain") == graph.label("justice_detain"));
  CHECK(graph.type("person.position").has_value());
}

TEST_CASE("query.property-column: values of many owners share a dictionary and pages that nobody needs are left out") {
  PropertyColumn column;
  for (std::uint32_t owner = 5000; owner < 9000; ++owner)
    column.set(owner, Value("value " + std::to_string(owner % 100)));
  CHECK(column.code_count() == 101);
  CHECK(column.size() == 4000);
  CHECK(column.value(0).is_null());
  CHECK(column.value(4'000'000).is_null());
  CHECK(column.value(5007).as_string() == "value 7");
  CHECK(column.owners(column.codes_of("value 7").front()).size() == 40);
  const auto ordered = column.ordered_codes();
  CHECK(column.value_of_code(ordered.front()).as_string() == "value 0");
  CHECK(column.value_of_code(ordered.back()).as_string() == "value 99");
}

}  // namespace
