#include "diurna/query/pattern_query.hpp"

#include <memory>
#include <utility>

#include "query/pattern_state.hpp"

namespace diurna {
namespace {

namespace ast = cypher::ast;
using ast::ExpressionPtr;

template <class Node>
ExpressionPtr expression(Node node) {
  return std::make_shared<const ast::Expression>(ast::Expression{std::move(node), {}});
}
ExpressionPtr variable(std::string_view name) { return expression(ast::Variable{std::string(name)}); }
ExpressionPtr property(std::string_view name, std::string_view key) {
  return expression(ast::PropertyAccess{variable(name), std::string(key)});
}
ExpressionPtr integer(std::int64_t number) { return expression(ast::Literal{number}); }

std::optional<std::string> named(std::string_view name) {
  return name.empty() ? std::nullopt : std::optional(std::string(name));
}

// A parameter of the query's own.
ExpressionPtr constant(Value::Map& constants, Value value) {
  std::string name = " constant " + std::to_string(constants.size());
  constants.emplace(name, std::move(value));
  return expression(ast::Parameter{std::move(name)});
}

ExpressionPtr compared(ExpressionPtr left, PatternQuery::Comparison comparison, ExpressionPtr right) {
  using enum PatternQuery::Comparison;
  const auto by = [&](ast::Comparison::Operator op) { return expression(ast::Comparison{{left, right}, {op}}); };
  const auto text = [&](ast::StringPredicate::Operator op) {
    return expression(ast::StringPredicate{op, left, right});
  };
  switch (comparison) {
    case equal:
      return by(ast::Comparison::Operator::equal);
    case unequal:
      return by(ast::Comparison::Operator::unequal);
    case less:
      return by(ast::Comparison::Operator::less);
    case less_equal:
      return by(ast::Comparison::Operator::less_equal);
    case greater:
      return by(ast::Comparison::Operator::greater);
    case greater_equal:
      return by(ast::Comparison::Operator::greater_equal);
    case starts_with:
      return text(ast::StringPredicate::Operator::starts_with);
    case ends_with:
      return text(ast::StringPredicate::Operator::ends_with);
    case contains:
      return text(ast::StringPredicate::Operator::contains);
    case in:
      break;
  }
  return expression(ast::In{std::move(left), std::move(right)});
}

void add_relationship(std::vector<ast::PathPattern>& paths, std::string_view name, PatternQuery::Names types,
                      std::optional<PatternQuery::Hops> hops, ast::Direction direction) {
  ast::RelationshipPattern relationship;
  relationship.variable = named(name);
  relationship.types = std::move(types);
  relationship.direction = direction;
  if (hops) relationship.length = ast::Length{hops->minimum, hops->maximum};
  paths.back().relationships.push_back(std::move(relationship));
}

}  // namespace

PatternQuery::PatternQuery() : state_(std::make_unique<State>()) { state_->projection.star = true; }
PatternQuery::~PatternQuery() = default;
PatternQuery::PatternQuery(const PatternQuery& other) : state_(std::make_unique<State>(*other.state_)) {}
PatternQuery::PatternQuery(PatternQuery&& other) noexcept = default;
PatternQuery& PatternQuery::operator=(const PatternQuery& other) {
  state_ = std::make_unique<State>(*other.state_);
  return *this;
}
PatternQuery& PatternQuery::operator=(PatternQuery&& other) noexcept = default;

PatternQuery& PatternQuery::node(std::string_view name, Names labels, Value::Map properties) {
  ast::NodePattern node;
  node.variable = named(name);
  node.labels = std::move(labels);
  ast::MapLiteral map;
  for (auto& [key, value] : properties) map.entries.emplace_back(key, constant(state_->constants, value));
  if (!map.entries.empty()) node.properties = expression(std::move(map));
  if (!state_->in_relationship) state_->paths.emplace_back();
  state_->paths.back().nodes.push_back(std::move(node));
  state_->in_relationship = false;
  return *this;
}

PatternQuery& PatternQuery::outgoing(std::string_view name, Names types, std::optional<Hops> hops) {
  add_relationship(state_->paths, name, std::move(types), hops, ast::Direction::outgoing);
  state_->in_relationship = true;
  return *this;
}
PatternQuery& PatternQuery::incoming(std::string_view name, Names types, std::optional<Hops> hops) {
  add_relationship(state_->paths, name, std::move(types), hops, ast::Direction::incoming);
  state_->in_relationship = true;
  return *this;
}
PatternQuery& PatternQuery::either_way(std::string_view name, Names types, std::optional<Hops> hops) {
  add_relationship(state_->paths, name, std::move(types), hops, ast::Direction::either);
  state_->in_relationship = true;
  return *this;
}

PatternQuery& PatternQuery::condition(std::string_view name, std::string_view key, Comparison comparison, Value value) {
  state_->conditions.push_back(
      compared(property(name, key), comparison, constant(state_->constants, std::move(value))));
  return *this;
}

PatternQuery& PatternQuery::result(std::string_view name, std::string_view key) {
  state_->projection.star = false;
  state_->projection.items.push_back({property(name, key), std::string(name) + "." + std::string(key), false});
  return *this;
}
PatternQuery& PatternQuery::result(std::string_view name) {
  state_->projection.star = false;
  state_->projection.items.push_back({variable(name), std::string(name), true});
  return *this;
}
PatternQuery& PatternQuery::distinct() {
  state_->projection.distinct = true;
  return *this;
}
PatternQuery& PatternQuery::order_by(std::string_view name, std::string_view key) {
  state_->projection.order_by.push_back({property(name, key), false});
  return *this;
}
PatternQuery& PatternQuery::order_by_descending(std::string_view name, std::string_view key) {
  state_->projection.order_by.push_back({property(name, key), true});
  return *this;
}
PatternQuery& PatternQuery::skip(std::int64_t rows) {
  state_->projection.skip = integer(rows);
  return *this;
}
PatternQuery& PatternQuery::limit(std::int64_t rows) {
  state_->projection.limit = integer(rows);
  return *this;
}

ast::Query PatternQuery::State::query() const {
  ast::Match match;
  match.patterns = paths;
  if (conditions.size() == 1) match.where = conditions.front();
  if (conditions.size() > 1) match.where = expression(ast::Logical{ast::Logical::Operator::conjunction, conditions});
  ast::SingleQuery single;
  single.clauses.push_back({std::move(match), {}});
  single.clauses.push_back({ast::Return{projection}, {}});
  ast::Query query;
  query.parts.push_back(std::move(single));
  query.text = std::make_shared<const std::string>();
  return query;
}

}  // namespace diurna
