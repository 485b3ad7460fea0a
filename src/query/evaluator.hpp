// Expressions made ready to run: variables are positions in a row, names of functions are resolved, constants computed.
//
//     Slots slots;
//     const std::size_t n = slots.add("n");
//     const Evaluator name(*ast_of("n.name"), slots, planner);
//     name.evaluate(context, row);        // row[n] is a node
//
// An Evaluator is immutable and may run in several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/query/value.hpp"
#include "query/ast.hpp"

namespace diurna::cypher {

class PropertyGraph;

// Which position of a row holds which variable.
class Slots {
 public:
  // The position of `name`, a new one when it has none yet.
  std::size_t add(std::string_view name);
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

using Parameters = std::map<std::string, Value, std::less<>>;

// What is the same for all rows of one run.
struct Context {
  const PropertyGraph& graph;
  const Parameters& parameters;
  std::string_view text = {};        // of the query, for the places of errors
  mutable std::uint64_t random = 0;  // state of rand(): the same numbers in every run
};

// The planner's side of a subquery in an expression (EXISTS { … }, a pattern predicate, a pattern comprehension).
class SubqueryPlan {
 public:
  virtual ~SubqueryPlan() = default;
  // `imported` holds the values of the variables named when it was planned, in that order.
  [[nodiscard]] virtual bool exists(const Context& context, std::span<const Value> imported) const = 0;
  [[nodiscard]] virtual std::int64_t count(const Context& context, std::span<const Value> imported) const = 0;
  // The first column of all rows.
  [[nodiscard]] virtual std::vector<Value> collect(const Context& context, std::span<const Value> imported) const = 0;
};
class SubqueryPlanner {
 public:
  virtual ~SubqueryPlanner() = default;
  // The graph that is planned for: names of labels, types and keys become numbers when an expression is compiled.
  [[nodiscard]] virtual const PropertyGraph& graph() const = 0;
  // Plans `query` to run once for each row of the variables in `imported`. The last clause may be a MATCH.
  [[nodiscard]] virtual std::shared_ptr<const SubqueryPlan> plan(const ast::Query& query,
                                                                 const std::vector<std::string>& imported) = 0;
};

class Evaluator {
 public:
  class Node;  // a compiled expression, query/evaluation.hpp

  // Requires that `expression` passed `analyze`, holds no aggregate, and that all its free variables have slots.
  Evaluator(const ast::Expression& expression, const Slots& slots, SubqueryPlanner& subqueries);

  // Throws QueryError of kind type, argument or arithmetic.
  [[nodiscard]] Value evaluate(const Context& context, std::span<const Value> row) const;
  // For WHERE: true only for true; false and null are false, anything else is a type error.
  [[nodiscard]] bool holds(const Context& context, std::span<const Value> row) const;

 private:
  std::shared_ptr<const Node> root_;
};

// The running state of one aggregate in one group.
class Accumulator {
 public:
  virtual ~Accumulator() = default;
  // `argument` is neither null nor, with DISTINCT, a value met before; `parameter` is the second argument if any.
  virtual void add(const Value& argument, const Value& parameter) = 0;
  [[nodiscard]] virtual Value result() const = 0;
};

// One call of an aggregate: count(*), sum(DISTINCT n.x), percentileCont(n.x, 0.5).
//
//     const Aggregate total(*call, slots, planner);
//     auto state = total.start();                       // once a group
//     total.add(*state, context, row);                  // once a row
//     state->result();
class Aggregate {
 public:
  Aggregate(const ast::Expression& call, const Slots& slots, SubqueryPlanner& subqueries);
  [[nodiscard]] std::unique_ptr<Accumulator> start() const;
  void add(Accumulator& state, const Context& context, std::span<const Value> row) const;

 private:
  std::string name_;
  Span source_;
  bool distinct_ = false;
  std::vector<Evaluator> arguments_;
};

}  // namespace diurna::cypher
