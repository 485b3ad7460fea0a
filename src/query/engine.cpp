#include "query/engine.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "query/analysis.hpp"
#include "query/compiled_query.hpp"
#include "query/execution.hpp"
#include "query/parser.hpp"
#include "query/planner.hpp"

namespace diurna::cypher {
namespace {

// Collects rows as values that do not need the graph any more.
class ResultBuilder : public RowConsumer {
 public:
  ResultBuilder(const PropertyGraph& graph, std::vector<std::string> columns) : graph_(graph) {
    table_.columns = std::move(columns);
  }

  bool take(std::span<const Value> row) override {
    for (const Value& value : row.first(table_.columns.size())) table_.values.push_back(owned(value));
    ++table_.rows;
    return true;
  }
  [[nodiscard]] QueryResult result() && { return QueryResult(std::move(table_)); }

 private:
  Value owned(const Value& value) {
    switch (value.kind()) {
      case Value::Kind::node:
        return node(value.index());
      case Value::Kind::relationship:
        return relationship(value.index());
      case Value::Kind::path:
        return Value(PathRecord{owned(value.as_path().nodes), owned(value.as_path().relationships)});
      case Value::Kind::list:
        return holds_elements(value) ? Value(owned(value.as_list())) : value;
      case Value::Kind::map:
        return holds_elements(value) ? Value(owned(value.as_map())) : value;
      default:
        return value;
    }
  }
  Value::List owned(const Value::List& list) {
    Value::List out;
    out.reserve(list.size());
    for (const Value& item : list) out.push_back(owned(item));
    return out;
  }
  Value::Map owned(const Value::Map& map) {
    Value::Map out;
    for (const auto& [key, value] : map) out.emplace(key, owned(value));
    return out;
  }

  static bool holds_elements(const Value& value) {
    if (value.kind() == Value::Kind::list) return std::ranges::any_of(value.as_list(), holds_elements);
    if (value.kind() == Value::Kind::map)
      return std::ranges::any_of(value.as_map(), [](const auto& entry) { return holds_elements(entry.second); });
    return value.kind() >= Value::Kind::node;
  }

  // The record of a node is made once, however often it is returned.
  Value node(std::uint32_t number) {
    const auto [found, fresh] = nodes_.try_emplace(number);
    if (fresh) found->second = graph_.node_value(number);
    return found->second;
  }
  Value relationship(std::uint32_t number) {
    const auto [found, fresh] = relationships_.try_emplace(number);
    if (fresh) found->second = graph_.relationship_value(number);
    return found->second;
  }

  const PropertyGraph& graph_;
  detail::ResultTable table_;
  std::unordered_map<std::uint32_t, Value> nodes_;
  std::unordered_map<std::uint32_t, Value> relationships_;
};

// The plan as rows of one column.
QueryResult plan_lines(const Plan& plan) {
  detail::ResultTable table{.columns = {"plan"}, .values = {}, .rows = 0};
  std::string text = to_text(plan);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    table.values.emplace_back(text.substr(begin, end - begin));
    ++table.rows;
    begin = end + 1;
  }
  return QueryResult(std::move(table));
}

class NoRows : public RowConsumer {
 public:
  bool take(std::span<const Value>) override { return true; }
};

}  // namespace

CompiledQuery::CompiledQuery(std::shared_ptr<const PropertyGraph> graph, const ast::Query& query, std::string_view text,
                             Parameters constants)
    : graph_(std::move(graph)),
      text_(text),
      plan_(Planner(*graph_, text).plan(query)),
      explains_(query.explain),
      constants_(std::move(constants)) {}

QueryResult CompiledQuery::run(const Parameters& parameters, const Interruption& interrupted) const {
  if (explains_) return plan_lines(plan_);
  Parameters all = parameters;
  all.insert(constants_.begin(), constants_.end());
  Run run(*graph_, all, interrupted);
  run.text = text_;
  ResultBuilder builder(*graph_, plan_.columns);
  StartedPlan(plan_, run).run({}, builder);
  return std::move(builder).result();
}

std::string CompiledQuery::explain() const { return to_text(plan_); }

QueryResult execute(const PropertyGraph& graph, std::string_view text, const Parameters& parameters,
                    const Interruption& interrupted) {
  const std::shared_ptr<const PropertyGraph> borrowed(std::shared_ptr<void>(), &graph);
  return CompiledQuery(borrowed, analyze(parse(text)), text).run(parameters, interrupted);
}

PropertyGraph create(const PropertyGraph& graph, std::string_view text, const Parameters& parameters) {
  const ast::Query query = analyze(parse(text, Dialect::with_create));
  Planner planner(graph, text);
  const Plan plan = planner.plan(query);
  const Interruption never;
  Run run(graph, parameters, never);
  PropertyGraphBuilder builder(graph);
  run.created = &builder;
  NoRows consumer;
  StartedPlan(plan, run).run({}, consumer);
  return std::move(builder).build();
}

}  // namespace diurna::cypher
