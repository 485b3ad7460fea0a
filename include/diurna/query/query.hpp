/// Queries over a graph in a read-only openCypher. docs/query.md has the language and what a graph looks like in it.
///
///     for (const diurna::QueryRow& row : diurna::query(graph, "MATCH (p:PERSON)<-[:agent]-(e:event) "
///                                                             "WHERE p.name = $name RETURN e.type AS type, e.name AS
///                                                             word",
///                                                      {{"name", "Ana Vidal"}}))
///       std::cout << row["type"] << ' ' << row["word"] << '\n';
///
///     const diurna::QueryGraph index(graph);                       // once …
///     const diurna::PreparedQuery people = index.prepare("MATCH (p:PERSON) RETURN count(*)");
///     people.run()[0][0].as_integer();                             // … for many queries
///
/// The index takes about a second for each million edges (docs/performance.md); properties are read into it when a query
/// first asks for them.
/// Without ORDER BY rows come in an order that depends on the graph alone, not on how it was built. Bad queries throw
/// QueryError with the place and a caret. All calls are const and may run in several threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "diurna/graph/graph.hpp"
#include "diurna/query/error.hpp"
#include "diurna/query/result.hpp"
#include "diurna/query/value.hpp"

namespace diurna {

namespace cypher {
class PropertyGraph;
class CompiledQuery;
}  // namespace cypher

struct QueryOptions {
  /// Asked now and then while the query runs; when it says true, the query ends with Error "query.interrupted".
  std::function<bool()> interrupted = {};
};

/// A query that was read, checked and planned for one graph. Cheap to copy.
class PreparedQuery {
 public:
  /// Throws QueryError for what only running shows: a missing parameter, an operand of the wrong type.
  [[nodiscard]] QueryResult run(const Value::Map& parameters = {}, const QueryOptions& options = {}) const;
  /// The plan as a tree, what comes last at the top, with estimated rows.
  [[nodiscard]] std::string explain() const;

 private:
  friend class QueryGraph;
  explicit PreparedQuery(std::shared_ptr<const cypher::CompiledQuery> query) : query_(std::move(query)) {}
  std::shared_ptr<const cypher::CompiledQuery> query_;
};

class PatternQuery;

/// The index of a graph for queries. The graph must outlive it, and its prepared queries, and may not change meanwhile.
class QueryGraph {
 public:
  explicit QueryGraph(const Graph& graph);

  [[nodiscard]] PreparedQuery prepare(std::string_view text) const;
  /// The same from a pattern that was built without text (query/pattern_query.hpp).
  [[nodiscard]] PreparedQuery prepare(const PatternQuery& pattern) const;
  [[nodiscard]] QueryResult run(std::string_view text, const Value::Map& parameters = {},
                                const QueryOptions& options = {}) const;

 private:
  std::shared_ptr<const cypher::PropertyGraph> graph_;
};

/// Indexes the graph and asks it once; with more than one query make a QueryGraph.
[[nodiscard]] QueryResult query(const Graph& graph, std::string_view text, const Value::Map& parameters = {},
                                const QueryOptions& options = {});
/// The plan of a query for a graph.
[[nodiscard]] std::string explain(const Graph& graph, std::string_view text);

}  // namespace diurna
