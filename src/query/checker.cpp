#include "query/checker.hpp"

#include <array>
#include <vector>

#include "query/analysis.hpp"
#include "query/suggestion.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

constexpr Kinds keyed = kinds::map | kinds::entity | kinds::date | kinds::moment;

StaticType only(Kinds kinds) { return {kinds | Kinds(kinds::null)}; }
StaticType boolean() { return only(kinds::boolean); }

// What + makes of the two, nothing when it cannot add them.
std::optional<StaticType> sum_of(const StaticType& a, const StaticType& b) {
  if (a.kinds == Kinds(kinds::null) || b.kinds == Kinds(kinds::null)) return only(kinds::null);
  const bool numbers = a.kinds.meets(kinds::number) && b.kinds.meets(kinds::number);
  const Kinds text = kinds::string | kinds::number;
  const bool texts =
      (a.kinds.meets(kinds::string) && b.kinds.meets(text)) || (a.kinds.meets(text) && b.kinds.meets(kinds::string));
  const bool lists = a.kinds.meets(kinds::list) || b.kinds.meets(kinds::list);
  Kinds result = kinds::null;
  if (numbers) result = result | (a.kinds & b.kinds & Kinds(kinds::integer)) | Kinds(kinds::real);
  if (texts) result = result | Kinds(kinds::string);
  if (lists) result = result | Kinds(kinds::list);
  return numbers || texts || lists ? std::optional(StaticType{result}) : std::nullopt;
}

StaticType product_of(const StaticType& a, const StaticType& b) {
  const bool whole = a.kinds.within(kinds::integer) && b.kinds.within(kinds::integer);
  return only(whole ? Kinds(kinds::integer) : kinds::number);
}

}  // namespace

void Checker::fail(std::string detail, std::string message, Span where, std::string hint) const {
  throw QueryError({QueryError::Kind::syntax, std::move(detail), std::move(message), std::move(hint)}, text_, where);
}

void Checker::fail_type(std::string message, Span where) const {
  throw QueryError({QueryError::Kind::type, "InvalidArgumentType", std::move(message), ""}, text_, where);
}

void Checker::require(const StaticType& type, Kinds wanted, std::string_view what, Span where) const {
  if (!type.may_be(wanted))
    fail("InvalidArgumentType", std::string(what) + " needs " + to_text(wanted) + ", not " + to_text(type.kinds),
         where);
}

StaticType Checker::type_of(const ast::Expression& expression, const Scope& scope, Standing standing) {
  return std::visit([&](const auto& node) { return type(node, expression.source, scope, standing); }, expression.node);
}

void Checker::check_predicate(const ast::Expression& expression, const Scope& scope) {
  require(type_of(expression, scope, {.predicate = true}), kinds::boolean, "WHERE", expression.source);
}

ast::ExpressionPtr Checker::plain(const ast::ExpressionPtr& expression) const {
  const auto* subquery = std::get_if<ast::Subquery>(&expression->node);
  if (subquery == nullptr) return rewrite_children(expression, [&](const auto& child) { return plain(child); });
  ast::Expression copy = *expression;
  std::get<ast::Subquery>(copy.node).query = plain_queries_.at(subquery->query.get());
  return std::make_shared<const ast::Expression>(std::move(copy));
}

StaticType Checker::type(const ast::Literal& node, Span, const Scope&, Standing) {
  constexpr std::array<Kinds, 5> by_index = {kinds::null, kinds::boolean, kinds::integer, kinds::real, kinds::string};
  return {by_index[node.value.index()]};
}

StaticType Checker::type(const ast::Parameter&, Span, const Scope&, Standing) { return {}; }

StaticType Checker::type(const ast::Variable& node, Span source, const Scope& scope, Standing) {
  const auto found = scope.find(node.name);
  if (found != scope.end()) return found->second;
  std::vector<std::string_view> names;
  for (const auto& [name, type] : scope) names.push_back(name);
  const std::string near = nearest(node.name, names);
  fail("UndefinedVariable", "there is no variable '" + node.name + "' here", source,
       near.empty() ? "" : "did you mean '" + near + "'?");
}

StaticType Checker::type(const ast::ListLiteral& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  std::optional<StaticType> element;
  for (const ast::ExpressionPtr& item : node.items) {
    const StaticType type = type_of(*item, scope, standing);
    element = element ? either(*element, type) : type;
  }
  return element ? list_of(*element) : StaticType{kinds::list};
}

StaticType Checker::type(const ast::MapLiteral& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  for (const auto& [key, value] : node.entries) type_of(*value, scope, standing);
  return {kinds::map};
}

StaticType Checker::type(const ast::PropertyAccess& node, Span source, const Scope& scope, Standing standing) {
  standing.predicate = false;
  const StaticType subject = type_of(*node.subject, scope, standing);
  if (subject.may_be(keyed)) return {};
  const std::string message = to_text(subject.kinds) + " has no properties";
  if (subject.kinds.has(Value::Kind::path)) fail("InvalidArgumentType", message, source);
  fail_type(message, source);
}

StaticType Checker::type(const ast::LabelPredicate& node, Span source, const Scope& scope, Standing standing) {
  standing.predicate = false;
  require(type_of(*node.subject, scope, standing), kinds::entity, ":" + node.labels.front(), source);
  return boolean();
}

StaticType Checker::type(const ast::Index& node, Span source, const Scope& scope, Standing standing) {
  standing.predicate = false;
  const StaticType subject = type_of(*node.subject, scope, standing);
  const StaticType index = type_of(*node.index, scope, standing);
  if (!subject.may_be(kinds::list | kinds::map | kinds::entity))
    fail_type("[…] needs a list or a map, not " + to_text(subject.kinds), source);
  const bool list = subject.kinds.within(kinds::list | kinds::null);
  if (list && !index.may_be(kinds::integer))
    fail_type("a list is indexed by an integer, not " + to_text(index.kinds), node.index->source);
  StaticType element = list ? subject.element_type() : StaticType{};
  element.kinds = element.kinds | Kinds(kinds::null);
  return element;
}

StaticType Checker::type(const ast::Slice& node, Span source, const Scope& scope, Standing standing) {
  standing.predicate = false;
  const StaticType subject = type_of(*node.subject, scope, standing);
  if (!subject.may_be(kinds::list)) fail_type("[..] needs a list, not " + to_text(subject.kinds), source);
  for (const ast::ExpressionPtr& end : {node.from, node.to})
    if (end && !type_of(*end, scope, standing).may_be(kinds::integer))
      fail_type("the ends of a slice are integers", end->source);
  return subject.kinds.within(kinds::list | kinds::null) ? subject : StaticType{kinds::list | kinds::null};
}

void Checker::check_operand(const ast::Expression& operand, const Scope& scope, Standing standing) {
  require(type_of(operand, scope, standing), kinds::boolean, "AND, OR, XOR, NOT", operand.source);
}

StaticType Checker::type(const ast::Logical& node, Span, const Scope& scope, Standing standing) {
  for (const ast::ExpressionPtr& operand : node.operands) check_operand(*operand, scope, standing);
  return boolean();
}

StaticType Checker::type(const ast::Not& node, Span, const Scope& scope, Standing standing) {
  check_operand(*node.operand, scope, standing);
  return boolean();
}

StaticType Checker::type(const ast::Comparison& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  for (const ast::ExpressionPtr& operand : node.operands) type_of(*operand, scope, standing);
  return boolean();
}

StaticType Checker::type(const ast::Arithmetic& node, Span source, const Scope& scope, Standing standing) {
  using Operator = ast::Arithmetic::Operator;
  standing.predicate = false;
  StaticType result = type_of(*node.operands[0], scope, standing);
  for (std::size_t i = 0; i < node.operators.size(); ++i) {
    const ast::Expression& operand = *node.operands[i + 1];
    const StaticType right = type_of(operand, scope, standing);
    if (node.operators[i] == Operator::add) {
      const std::optional<StaticType> sum = sum_of(result, right);
      if (!sum)
        fail("InvalidArgumentType", "there is no " + to_text(result.kinds) + " + " + to_text(right.kinds), source);
      result = *sum;
      continue;
    }
    require(result, kinds::number, "this operator", i == 0 ? node.operands[0]->source : source);
    require(right, kinds::number, "this operator", operand.source);
    result = node.operators[i] == Operator::power ? only(kinds::real) : product_of(result, right);
  }
  return result;
}

StaticType Checker::type(const ast::Sign& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  const StaticType type = type_of(*node.operand, scope, standing);
  require(type, kinds::number, "a sign", node.operand->source);
  return only(type.kinds & kinds::number);
}

StaticType Checker::type(const ast::StringPredicate& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  type_of(*node.left, scope, standing);
  type_of(*node.right, scope, standing);
  return boolean();
}

StaticType Checker::type(const ast::In& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  type_of(*node.element, scope, standing);
  require(type_of(*node.list, scope, standing), kinds::list, "IN", node.list->source);
  return boolean();
}

StaticType Checker::type(const ast::IsNull& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  type_of(*node.operand, scope, standing);
  return {kinds::boolean};
}

StaticType Checker::type(const ast::Case& node, Span, const Scope& scope, Standing standing) {
  const Standing value{standing.aggregates, false};
  if (node.subject) type_of(*node.subject, scope, value);
  std::optional<StaticType> result = node.otherwise ? type_of(*node.otherwise, scope, value) : StaticType{kinds::null};
  for (const auto& [when, then] : node.branches) {
    const StaticType condition = type_of(*when, scope, {standing.aggregates, !node.subject});
    if (!node.subject) require(condition, kinds::boolean, "WHEN", when->source);
    result = either(*result, type_of(*then, scope, value));
  }
  return *result;
}

StaticType Checker::type(const ast::ListComprehension& node, Span, const Scope& scope, Standing standing) {
  const StaticType list = type_of(*node.list, scope, {standing.aggregates, false});
  require(list, kinds::list, "a list comprehension", node.list->source);
  Scope inner = scope;
  inner.insert_or_assign(node.variable, list.element_type());
  if (node.where) check_predicate(*node.where, inner);
  return list_of(node.projection ? type_of(*node.projection, inner) : list.element_type());
}

StaticType Checker::type(const ast::Quantifier& node, Span, const Scope& scope, Standing standing) {
  const StaticType list = type_of(*node.list, scope, {standing.aggregates, false});
  require(list, kinds::list, "a quantifier", node.list->source);
  Scope inner = scope;
  inner.insert_or_assign(node.variable, list.element_type());
  check_predicate(*node.predicate, inner);
  return boolean();
}

StaticType Checker::type(const ast::Reduce& node, Span, const Scope& scope, Standing standing) {
  const Standing value{standing.aggregates, false};
  type_of(*node.initial, scope, value);
  const StaticType list = type_of(*node.list, scope, value);
  require(list, kinds::list, "reduce", node.list->source);
  Scope inner = scope;
  inner.insert_or_assign(node.accumulator, StaticType{});
  inner.insert_or_assign(node.variable, list.element_type());
  type_of(*node.step, inner);
  return {};
}

StaticType Checker::type(const ast::MapProjection& node, Span, const Scope& scope, Standing standing) {
  standing.predicate = false;
  const StaticType subject = type_of(*node.subject, scope, standing);
  require(subject, kinds::map | kinds::entity, "{…}", node.subject->source);
  for (const auto& entry : node.entries)
    if (entry.value) type_of(*entry.value, scope, standing);
  return {kinds::map | kinds::null};
}

StaticType Checker::type(const ast::Subquery& node, Span source, const Scope& scope, Standing standing) {
  using Form = ast::Subquery::Form;
  if (node.form == Form::pattern_predicate && !standing.predicate)
    fail("UnexpectedSyntax", "a pattern cannot stand here as a value", source,
         "write EXISTS { … } or [pattern | value]");
  if (node.form == Form::pattern_predicate) {
    const auto& match = std::get<ast::Match>(node.query->parts.front().clauses.front().node);
    for (const auto& [name, type] : this->match(match, scope))
      if (!scope.contains(name))
        fail("UndefinedVariable", "there is no variable '" + name + "' here", source,
             "a pattern in WHERE cannot bind new variables; EXISTS { … } can");
  }
  plain_queries_[node.query.get()] = std::make_shared<const ast::Query>(analyze_subquery(*node.query, scope));
  switch (node.kind) {
    case ast::Subquery::Kind::exists:
      return {kinds::boolean};
    case ast::Subquery::Kind::count:
      return {kinds::integer};
    default:
      return {kinds::list};
  }
}

}  // namespace diurna::cypher
