// How compiled expressions look inside: a tree of nodes, each a closure over its children.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "diurna/query/error.hpp"
#include "query/evaluator.hpp"
#include "query/property_graph.hpp"

namespace diurna::cypher {

// What one evaluation works on: the row, and the variables that comprehensions bind, by their depth.
struct Frame {
  const Context& context;
  std::span<const Value> row;
  std::vector<Value> locals = {};
};

// A failure whose place is not known yet: the node in which it happens adds it.
struct Fault {
  QueryError::Report report;
};
[[noreturn]] void type_fault(std::string message, std::string detail = "InvalidArgumentType");
[[noreturn]] void argument_fault(std::string message, std::string detail);
[[noreturn]] void arithmetic_fault(std::string message, std::string detail);

class Evaluator::Node {
 public:
  explicit Node(Span source) : source_(source) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  virtual ~Node() = default;
  [[nodiscard]] virtual Value evaluate(Frame& frame) const = 0;

 protected:
  [[noreturn]] void fail(const Fault& fault, const Frame& frame) const;

 private:
  Span source_;
};
using NodePtr = std::unique_ptr<const Evaluator::Node>;

template <typename Function>
class ClosureNode final : public Evaluator::Node {
 public:
  ClosureNode(Span source, Function function) : Node(source), function_(std::move(function)) {}
  [[nodiscard]] Value evaluate(Frame& frame) const override {
    try {
      return function_(frame);
    } catch (const Fault& fault) {
      fail(fault, frame);
    }
  }

 private:
  Function function_;
};

template <typename Function>
NodePtr make_node(Span source, Function function) {
  return std::make_unique<ClosureNode<Function>>(source, std::move(function));
}

// Makes nodes of expressions; knows the variables in sight.
class Compiler {
 public:
  Compiler(const Slots& slots, SubqueryPlanner& planner) : slots_(slots), planner_(planner) {}
  [[nodiscard]] NodePtr compile(const ast::Expression& expression);

 private:
  [[nodiscard]] std::vector<NodePtr> compile_all(const std::vector<ast::ExpressionPtr>& expressions);
  [[nodiscard]] NodePtr compile_optional(const ast::ExpressionPtr& expression);
  // Compiles `expression` with `name` bound as one more local.
  [[nodiscard]] NodePtr compile_within(std::string_view name, const ast::ExpressionPtr& expression);
  [[nodiscard]] NodePtr variable(const std::string& name, Span source);

  // Leaves and access
  [[nodiscard]] NodePtr node(const ast::Literal& literal, Span source);
  [[nodiscard]] NodePtr node(const ast::Parameter& parameter, Span source);
  [[nodiscard]] NodePtr node(const ast::Variable& variable, Span source);
  [[nodiscard]] NodePtr node(const ast::ListLiteral& list, Span source);
  [[nodiscard]] NodePtr node(const ast::MapLiteral& map, Span source);
  [[nodiscard]] NodePtr node(const ast::PropertyAccess& access, Span source);
  [[nodiscard]] NodePtr node(const ast::LabelPredicate& predicate, Span source);
  [[nodiscard]] NodePtr node(const ast::Index& index, Span source);
  [[nodiscard]] NodePtr node(const ast::Slice& slice, Span source);
  // Logic
  [[nodiscard]] NodePtr node(const ast::Logical& logical, Span source);
  [[nodiscard]] NodePtr node(const ast::Not& negation, Span source);
  [[nodiscard]] NodePtr node(const ast::Comparison& comparison, Span source);
  [[nodiscard]] NodePtr node(const ast::StringPredicate& predicate, Span source);
  [[nodiscard]] NodePtr node(const ast::In& in, Span source);
  [[nodiscard]] NodePtr node(const ast::IsNull& test, Span source);
  [[nodiscard]] NodePtr node(const ast::Case& branches, Span source);
  // Numbers, functions
  [[nodiscard]] NodePtr node(const ast::Arithmetic& arithmetic, Span source);
  [[nodiscard]] NodePtr node(const ast::Sign& sign, Span source);
  [[nodiscard]] NodePtr node(const ast::FunctionCall& call, Span source);
  [[nodiscard]] NodePtr node(const ast::CountStar& call, Span source);
  // What binds variables
  [[nodiscard]] NodePtr node(const ast::ListComprehension& comprehension, Span source);
  [[nodiscard]] NodePtr node(const ast::Quantifier& quantifier, Span source);
  [[nodiscard]] NodePtr node(const ast::Reduce& reduce, Span source);
  [[nodiscard]] NodePtr node(const ast::MapProjection& projection, Span source);
  [[nodiscard]] NodePtr node(const ast::Subquery& subquery, Span source);

  const Slots& slots_;
  SubqueryPlanner& planner_;
  std::vector<std::string> locals_;
};

// true, false or null as three values; a fault for any other kind.
[[nodiscard]] std::optional<bool> truth_of(const Value& value);
[[nodiscard]] Value to_value(std::optional<bool> truth);

// The property of a node, relationship, map or date; null for null; a fault for other kinds.
[[nodiscard]] Value property_of(const PropertyGraph& graph, const Value& subject, std::string_view key);
// All properties of a node, relationship or map.
[[nodiscard]] Value::Map properties_of(const PropertyGraph& graph, const Value& subject);

}  // namespace diurna::cypher
