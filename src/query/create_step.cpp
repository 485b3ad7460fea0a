#include "query/create_step.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diurna/query/error.hpp"

namespace diurna::cypher {
namespace {

struct NewNode {
  std::size_t slot;
  std::vector<std::string> labels;
  std::optional<Evaluator> properties;
};
struct NewRelationship {
  std::size_t source;
  std::size_t target;
  std::string type;
  std::optional<std::size_t> slot;
  std::optional<Evaluator> properties;
};
struct Creation {
  std::vector<NewNode> nodes;  // those that are not bound before
  std::vector<NewRelationship> relationships;
};

class CreateSink : public InnerSink {
 public:
  CreateSink(const Wiring& wiring, const Creation& creation) : InnerSink(wiring), creation_(creation) {}

  bool push() override {
    if (run_.created == nullptr)
      throw QueryError({.kind = QueryError::Kind::syntax,
                        .detail = "UnexpectedSyntax",
                        .message = "a query cannot change the graph",
                        .hint = {}});
    for (const NewNode& node : creation_.nodes)
      row_[node.slot].set_node(run_.created->add_node(node.labels, properties(node.properties)));
    for (const NewRelationship& r : creation_.relationships) {
      const std::uint32_t number = run_.created->add_relationship(row_[r.source].index(), row_[r.target].index(),
                                                                  r.type, properties(r.properties));
      if (r.slot) row_[*r.slot].set_relationship(number);
    }
    return next_.push();
  }

 private:
  [[nodiscard]] Value::Map properties(const std::optional<Evaluator>& evaluator) const {
    if (!evaluator) return {};
    const Value value = evaluator->evaluate(run_, row_);
    return value.kind() == Value::Kind::map ? value.as_map() : Value::Map();
  }

  const Creation& creation_;
};

class CreationBuilder {
 public:
  CreationBuilder(Slots& slots, SubqueryPlanner& subqueries) : slots_(slots), subqueries_(subqueries) {}

  Creation build(const ast::Create& create) {
    for (const ast::PathPattern& path : create.patterns) {
      std::size_t left = add(path.nodes.front());
      for (std::size_t i = 0; i < path.relationships.size(); ++i) {
        const std::size_t right = add(path.nodes[i + 1]);
        add(path.relationships[i], left, right);
        left = right;
      }
    }
    return std::move(creation_);
  }

 private:
  std::size_t add(const ast::NodePattern& node) {
    if (node.variable)
      if (const auto known = slots_.find(*node.variable)) return *known;
    std::optional<Evaluator> properties = evaluator(node.properties);
    const std::size_t slot = slots_.add(node.variable ? *node.variable : " created " + std::to_string(slots_.size()));
    creation_.nodes.push_back({slot, node.labels, std::move(properties)});
    return slot;
  }

  void add(const ast::RelationshipPattern& relationship, std::size_t left, std::size_t right) {
    if (relationship.direction == ast::Direction::incoming) std::swap(left, right);
    std::optional<Evaluator> properties = evaluator(relationship.properties);
    std::optional<std::size_t> slot;
    if (relationship.variable) slot = slots_.add(*relationship.variable);
    creation_.relationships.push_back({left, right, relationship.types.front(), slot, std::move(properties)});
  }

  [[nodiscard]] std::optional<Evaluator> evaluator(const ast::ExpressionPtr& properties) const {
    if (properties == nullptr) return std::nullopt;
    return Evaluator(*properties, slots_, subqueries_);
  }

  Slots& slots_;
  SubqueryPlanner& subqueries_;
  Creation creation_;
};

}  // namespace

std::unique_ptr<const Step> create_step(const ast::Create& create, Slots& slots, SubqueryPlanner& subqueries) {
  return std::make_unique<StepOf<CreateSink, Creation>>(CreationBuilder(slots, subqueries).build(create));
}

}  // namespace diurna::cypher
