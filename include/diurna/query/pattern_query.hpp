/// Queries that are built in C++ instead of written as text: the same matches, no quoting.
///
///     using diurna::PatternQuery;
///     const auto query = PatternQuery()
///                            .node("p", {"PERSON"}, {{"name", "Ana Vidal"}})
///                            .incoming("", {"agent"})
///                            .node("e", {"event"})
///                            .outgoing("", {"place"})
///                            .node("g")
///                            .condition("e", "factuality", PatternQuery::Comparison::equal, "actual")
///                            .result("e", "type")
///                            .result("g", "name");
///     for (const diurna::QueryRow& row : diurna::QueryGraph(graph).prepare(query).run()) …
///     // as MATCH (p:PERSON {name: 'Ana Vidal'})<-[:agent]-(e:event)-[:place]->(g)
///     //    WHERE e.factuality = 'actual' RETURN e.type, g.name
///
/// A value: copies are independent. Nodes that share a name are one. Without `result` all named nodes and relationships
/// are returned, in order of name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/query/value.hpp"

namespace diurna {

class PatternQuery {
 public:
  enum class Comparison {
    equal,
    unequal,
    less,
    less_equal,
    greater,
    greater_equal,
    starts_with,
    ends_with,
    contains,
    in
  };
  using Names = std::vector<std::string>;
  /// How often a relationship is followed: `{1, 3}`; without a maximum as far as it goes.
  struct Hops {
    std::int64_t minimum = 1;
    std::optional<std::int64_t> maximum = {};
  };

  PatternQuery();
  ~PatternQuery();
  PatternQuery(const PatternQuery& other);
  PatternQuery(PatternQuery&& other) noexcept;
  PatternQuery& operator=(const PatternQuery& other);
  PatternQuery& operator=(PatternQuery&& other) noexcept;

  /// Begins a path, or ends the relationship that was begun. An empty name names nothing.
  PatternQuery& node(std::string_view name, Names labels = {}, Value::Map properties = {});
  /// A relationship from, or to, the last node. Requires a node before and after it. Types are alternatives.
  PatternQuery& outgoing(std::string_view name = {}, Names types = {}, std::optional<Hops> hops = {});
  PatternQuery& incoming(std::string_view name = {}, Names types = {}, std::optional<Hops> hops = {});
  PatternQuery& either_way(std::string_view name = {}, Names types = {}, std::optional<Hops> hops = {});
  /// All conditions hold for each match; null never holds.
  PatternQuery& condition(std::string_view name, std::string_view key, Comparison comparison, Value value);

  /// A column: a property ("p.name"), or the node or relationship itself.
  PatternQuery& result(std::string_view name, std::string_view key);
  PatternQuery& result(std::string_view name);
  PatternQuery& distinct();
  /// By a property, before any that was named later.
  PatternQuery& order_by(std::string_view name, std::string_view key);
  PatternQuery& order_by_descending(std::string_view name, std::string_view key);
  PatternQuery& skip(std::int64_t rows);
  PatternQuery& limit(std::int64_t rows);

 private:
  friend class QueryGraph;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace diurna
