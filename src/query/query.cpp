#include "diurna/query/query.hpp"

#include <utility>

#include "query/analysis.hpp"
#include "query/compiled_query.hpp"
#include "query/graph_adapter.hpp"
#include "query/parser.hpp"
#include "query/pattern_state.hpp"

namespace diurna {

QueryResult PreparedQuery::run(const Value::Map& parameters, const QueryOptions& options) const {
  return query_->run(parameters, options.interrupted);
}

std::string PreparedQuery::explain() const { return query_->explain(); }

QueryGraph::QueryGraph(const Graph& graph)
    : graph_(std::make_shared<const cypher::PropertyGraph>(cypher::property_graph_of(graph))) {}

PreparedQuery QueryGraph::prepare(std::string_view text) const {
  return PreparedQuery(
      std::make_shared<const cypher::CompiledQuery>(graph_, cypher::analyze(cypher::parse(text)), text));
}

PreparedQuery QueryGraph::prepare(const PatternQuery& pattern) const {
  const cypher::ast::Query query = cypher::analyze(pattern.state_->query());
  return PreparedQuery(
      std::make_shared<const cypher::CompiledQuery>(graph_, query, *query.text, pattern.state_->constants));
}

QueryResult QueryGraph::run(std::string_view text, const Value::Map& parameters, const QueryOptions& options) const {
  return prepare(text).run(parameters, options);
}

QueryResult query(const Graph& graph, std::string_view text, const Value::Map& parameters,
                  const QueryOptions& options) {
  return QueryGraph(graph).run(text, parameters, options);
}

std::string explain(const Graph& graph, std::string_view text) { return QueryGraph(graph).prepare(text).explain(); }

}  // namespace diurna
