#include "query/walk.hpp"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

using ast::ExpressionPtr;

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

// Which members of a node hold its children, in the order of the text. Nodes that are not listed have none.
template <typename Node>
constexpr auto children_of_node = std::tuple();
template <>
constexpr auto children_of_node<ast::ListLiteral> = std::tuple(&ast::ListLiteral::items);
template <>
constexpr auto children_of_node<ast::MapLiteral> = std::tuple(&ast::MapLiteral::entries);
template <>
constexpr auto children_of_node<ast::PropertyAccess> = std::tuple(&ast::PropertyAccess::subject);
template <>
constexpr auto children_of_node<ast::LabelPredicate> = std::tuple(&ast::LabelPredicate::subject);
template <>
constexpr auto children_of_node<ast::Index> = std::tuple(&ast::Index::subject, &ast::Index::index);
template <>
constexpr auto children_of_node<ast::Slice> = std::tuple(&ast::Slice::subject, &ast::Slice::from, &ast::Slice::to);
template <>
constexpr auto children_of_node<ast::Logical> = std::tuple(&ast::Logical::operands);
template <>
constexpr auto children_of_node<ast::Not> = std::tuple(&ast::Not::operand);
template <>
constexpr auto children_of_node<ast::Comparison> = std::tuple(&ast::Comparison::operands);
template <>
constexpr auto children_of_node<ast::Arithmetic> = std::tuple(&ast::Arithmetic::operands);
template <>
constexpr auto children_of_node<ast::Sign> = std::tuple(&ast::Sign::operand);
template <>
constexpr auto children_of_node<ast::StringPredicate> =
    std::tuple(&ast::StringPredicate::left, &ast::StringPredicate::right);
template <>
constexpr auto children_of_node<ast::In> = std::tuple(&ast::In::element, &ast::In::list);
template <>
constexpr auto children_of_node<ast::IsNull> = std::tuple(&ast::IsNull::operand);
template <>
constexpr auto children_of_node<ast::Case> =
    std::tuple(&ast::Case::subject, &ast::Case::branches, &ast::Case::otherwise);
template <>
constexpr auto children_of_node<ast::FunctionCall> = std::tuple(&ast::FunctionCall::arguments);
template <>
constexpr auto children_of_node<ast::ListComprehension> =
    std::tuple(&ast::ListComprehension::list, &ast::ListComprehension::where, &ast::ListComprehension::projection);
template <>
constexpr auto children_of_node<ast::Quantifier> = std::tuple(&ast::Quantifier::list, &ast::Quantifier::predicate);
template <>
constexpr auto children_of_node<ast::Reduce> =
    std::tuple(&ast::Reduce::initial, &ast::Reduce::list, &ast::Reduce::step);
template <>
constexpr auto children_of_node<ast::MapProjection> =
    std::tuple(&ast::MapProjection::subject, &ast::MapProjection::entries);

// Calls `visit` with each child pointer in a member, which may be const or not, and absent.
template <typename Member, typename Visit>
void visit_member(Member& member, const Visit& visit) {
  using T = std::remove_cv_t<Member>;
  if constexpr (std::is_same_v<T, ExpressionPtr>) {
    visit(member);
  } else {
    for (auto& each : member) {
      using Element = std::remove_cvref_t<decltype(each)>;
      if constexpr (std::is_same_v<Element, ExpressionPtr>) {
        visit(each);
      } else if constexpr (std::is_same_v<Element, ast::MapProjection::Entry>) {
        visit(each.value);
      } else {
        if constexpr (std::is_same_v<typename Element::first_type, ExpressionPtr>) visit(each.first);
        visit(each.second);
      }
    }
  }
}

template <typename Variant, typename Visit>
void visit_children(Variant& variant, const Visit& visit) {
  std::visit(
      [&](auto& node) {
        std::apply([&](auto... members) { (visit_member(node.*members, visit), ...); },
                   children_of_node<std::remove_cvref_t<decltype(node)>>);
      },
      variant);
}

// The children of an expression that are read outside its own bindings.
std::vector<const ast::Expression*> outer_children(const ast::Expression& expression) {
  return std::visit(Overloaded{[](const ast::ListComprehension& node) { return std::vector{node.list.get()}; },
                               [](const ast::Quantifier& node) { return std::vector{node.list.get()}; },
                               [](const ast::Reduce& node) { return std::vector{node.initial.get(), node.list.get()}; },
                               [](const auto&) { return std::vector<const ast::Expression*>(); }},
                    expression.node);
}

void add_free(const ast::Expression& expression, std::set<std::string>& found);

void add_names(const ast::PathPattern& path, std::set<std::string>& found) {
  for (const ast::NodePattern& node : path.nodes)
    if (node.variable) found.insert(*node.variable);
  for (const ast::RelationshipPattern& relationship : path.relationships)
    if (relationship.variable) found.insert(*relationship.variable);
}

void add_free(const ast::Query& query, std::set<std::string>& found) {
  for (const ast::SingleQuery& part : query.parts)
    for (const ast::Clause& clause : part.clauses)
      if (const auto* match = std::get_if<ast::Match>(&clause.node))
        for (const ast::PathPattern& path : match->patterns) add_names(path, found);
  for_each_expression(query, [&](const ExpressionPtr& child) { add_free(*child, found); });
}

void add_free(const ast::Expression& expression, std::set<std::string>& found) {
  if (const auto* variable = std::get_if<ast::Variable>(&expression.node)) found.insert(variable->name);
  if (const auto* subquery = std::get_if<ast::Subquery>(&expression.node)) add_free(*subquery->query, found);
  const std::vector<std::string> bound = bound_names(expression);
  const std::vector<const ast::Expression*> outer = outer_children(expression);
  std::set<std::string> inner;
  for_each_child(expression, [&](const ExpressionPtr& child) {
    add_free(*child, std::ranges::find(outer, child.get()) == outer.end() && !bound.empty() ? inner : found);
  });
  for (const std::string& name : bound) inner.erase(name);
  found.merge(inner);
}

void visit_path(const ast::PathPattern& path, const ExpressionVisitor& visit) {
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    if (path.nodes[i].properties) visit(path.nodes[i].properties);
    if (i < path.relationships.size() && path.relationships[i].properties) visit(path.relationships[i].properties);
  }
}

void visit_projection(const ast::Projection& projection, const ExpressionVisitor& visit) {
  for (const ast::ProjectionItem& item : projection.items) visit(item.expression);
  for (const ast::SortItem& item : projection.order_by) visit(item.expression);
  if (projection.skip) visit(projection.skip);
  if (projection.limit) visit(projection.limit);
}

// What there is to a node besides its children.
template <typename Node>
constexpr auto marks_of_node = std::tuple();
template <>
constexpr auto marks_of_node<ast::Literal> = std::tuple(&ast::Literal::value);
template <>
constexpr auto marks_of_node<ast::Parameter> = std::tuple(&ast::Parameter::name);
template <>
constexpr auto marks_of_node<ast::Variable> = std::tuple(&ast::Variable::name);
template <>
constexpr auto marks_of_node<ast::MapLiteral> = std::tuple(&ast::MapLiteral::entries);
template <>
constexpr auto marks_of_node<ast::PropertyAccess> = std::tuple(&ast::PropertyAccess::key);
template <>
constexpr auto marks_of_node<ast::LabelPredicate> = std::tuple(&ast::LabelPredicate::labels);
template <>
constexpr auto marks_of_node<ast::Logical> = std::tuple(&ast::Logical::op);
template <>
constexpr auto marks_of_node<ast::Comparison> = std::tuple(&ast::Comparison::operators);
template <>
constexpr auto marks_of_node<ast::Arithmetic> = std::tuple(&ast::Arithmetic::operators);
template <>
constexpr auto marks_of_node<ast::Sign> = std::tuple(&ast::Sign::negative);
template <>
constexpr auto marks_of_node<ast::StringPredicate> = std::tuple(&ast::StringPredicate::op);
template <>
constexpr auto marks_of_node<ast::IsNull> = std::tuple(&ast::IsNull::negated);
template <>
constexpr auto marks_of_node<ast::FunctionCall> = std::tuple(&ast::FunctionCall::distinct);  // and its name
template <>
constexpr auto marks_of_node<ast::ListComprehension> = std::tuple(&ast::ListComprehension::variable);
template <>
constexpr auto marks_of_node<ast::Quantifier> = std::tuple(&ast::Quantifier::kind, &ast::Quantifier::variable);
template <>
constexpr auto marks_of_node<ast::Reduce> = std::tuple(&ast::Reduce::accumulator, &ast::Reduce::variable);
template <>
constexpr auto marks_of_node<ast::MapProjection> = std::tuple(&ast::MapProjection::entries);

bool same_mark(const ast::MapProjection::Entry& a, const ast::MapProjection::Entry& b) {
  return a.key == b.key && a.all == b.all;
}
bool same_mark(const std::pair<std::string, ExpressionPtr>& a, const std::pair<std::string, ExpressionPtr>& b) {
  return a.first == b.first;
}
template <typename T>
bool same_mark(const T& a, const T& b) {
  return a == b;
}
template <typename T>
bool same_mark(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::equal(a, b, [](const auto& x, const auto& y) { return same_mark(x, y); });
}

bool same_marks(const ast::Expression& a, const ast::Expression& b) {
  if (a.node.index() != b.node.index()) return false;
  const auto* call = std::get_if<ast::FunctionCall>(&a.node);
  if (call != nullptr && !equal_ignoring_case(call->name, std::get<ast::FunctionCall>(b.node).name)) return false;
  return std::visit(
      [&](const auto& node) {
        using Node = std::remove_cvref_t<decltype(node)>;
        const Node& other = std::get<Node>(b.node);
        return std::apply([&](auto... marks) { return (same_mark(node.*marks, other.*marks) && ...); },
                          marks_of_node<Node>);
      },
      a.node);
}

// Null where an optional child is absent.
std::vector<const ast::Expression*> children_of(const ast::Expression& expression) {
  std::vector<const ast::Expression*> children;
  visit_children(expression.node, [&](const ExpressionPtr& child) { children.push_back(child.get()); });
  return children;
}

}  // namespace

std::vector<std::string> bound_names(const ast::Expression& expression) {
  return std::visit(Overloaded{[](const ast::ListComprehension& node) { return std::vector{node.variable}; },
                               [](const ast::Quantifier& node) { return std::vector{node.variable}; },
                               [](const ast::Reduce& node) { return std::vector{node.accumulator, node.variable}; },
                               [](const auto&) { return std::vector<std::string>(); }},
                    expression.node);
}

void for_each_child(const ast::Expression& expression, const ExpressionVisitor& visit) {
  visit_children(expression.node, [&](const ExpressionPtr& child) {
    if (child) visit(child);
  });
}

void for_each_expression(const ast::Clause& clause, const ExpressionVisitor& visit) {
  std::visit(Overloaded{[&](const ast::Match& match) {
                          for (const ast::PathPattern& path : match.patterns) visit_path(path, visit);
                          if (match.where) visit(match.where);
                        },
                        [&](const ast::Create& create) {
                          for (const ast::PathPattern& path : create.patterns) visit_path(path, visit);
                        },
                        [&](const ast::Unwind& unwind) { visit(unwind.list); },
                        [&](const ast::With& with) {
                          visit_projection(with.projection, visit);
                          if (with.where) visit(with.where);
                        },
                        [&](const ast::Return& node) { visit_projection(node.projection, visit); }},
             clause.node);
}

void for_each_expression(const ast::Query& query, const ExpressionVisitor& visit) {
  for (const ast::SingleQuery& part : query.parts)
    for (const ast::Clause& clause : part.clauses) for_each_expression(clause, visit);
}

ExpressionPtr rewrite_children(const ExpressionPtr& expression, const ExpressionRewriter& rewrite) {
  ast::Expression copy = *expression;
  bool changed = false;
  visit_children(copy.node, [&](ExpressionPtr& child) {
    if (!child) return;
    ExpressionPtr replaced = rewrite(child);
    changed = changed || replaced != child;
    child = std::move(replaced);
  });
  return changed ? std::make_shared<const ast::Expression>(std::move(copy)) : expression;
}

std::set<std::string> free_variables(const ast::Expression& expression) {
  std::set<std::string> found;
  add_free(expression, found);
  return found;
}

std::vector<ExpressionPtr> conjuncts(const ExpressionPtr& predicate) {
  if (!predicate) return {};
  const auto* logical = std::get_if<ast::Logical>(&predicate->node);
  if (logical == nullptr || logical->op != ast::Logical::Operator::conjunction) return {predicate};
  std::vector<ExpressionPtr> all;
  for (const ExpressionPtr& operand : logical->operands)
    for (ExpressionPtr& part : conjuncts(operand)) all.push_back(std::move(part));
  return all;
}

bool same(const ast::Expression& a, const ast::Expression& b) {
  if (&a == &b) return true;
  if (std::holds_alternative<ast::Subquery>(a.node) || !same_marks(a, b)) return false;
  return std::ranges::equal(children_of(a), children_of(b), [](const ast::Expression* x, const ast::Expression* y) {
    return x == nullptr || y == nullptr ? x == y : same(*x, *y);
  });
}

}  // namespace diurna::cypher
