#include "query/walk.hpp"

#include <algorithm>
#include <type_traits>

namespace diurna::cypher {
namespace {

using ast::ExpressionPtr;

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

// Calls `visit` with each child pointer of a node, which may be const or not, in the order of the text.
template <typename Node, typename Visit>
void visit_children(Node& node, const Visit& visit) {
  const auto each = [&](auto& pointers) {
    for (auto& pointer : pointers) visit(pointer);
  };
  std::visit(Overloaded{[](const ast::Literal&) {}, [](const ast::Parameter&) {}, [](const ast::Variable&) {},
                        [](const ast::CountStar&) {}, [](const ast::Subquery&) {},
                        [&](auto& other) {
                          using T = std::remove_cvref_t<decltype(other)>;
                          if constexpr (std::is_same_v<T, ast::ListLiteral>) {
                            each(other.items);
                          } else if constexpr (std::is_same_v<T, ast::MapLiteral>) {
                            for (auto& [key, value] : other.entries) visit(value);
                          } else if constexpr (std::is_same_v<T, ast::PropertyAccess> ||
                                               std::is_same_v<T, ast::LabelPredicate>) {
                            visit(other.subject);
                          } else if constexpr (std::is_same_v<T, ast::Index>) {
                            visit(other.subject), visit(other.index);
                          } else if constexpr (std::is_same_v<T, ast::Slice>) {
                            visit(other.subject), visit(other.from), visit(other.to);
                          } else if constexpr (std::is_same_v<T, ast::Logical> || std::is_same_v<T, ast::Comparison> ||
                                               std::is_same_v<T, ast::Arithmetic>) {
                            each(other.operands);
                          } else if constexpr (std::is_same_v<T, ast::Not> || std::is_same_v<T, ast::Sign> ||
                                               std::is_same_v<T, ast::IsNull>) {
                            visit(other.operand);
                          } else if constexpr (std::is_same_v<T, ast::StringPredicate>) {
                            visit(other.left), visit(other.right);
                          } else if constexpr (std::is_same_v<T, ast::In>) {
                            visit(other.element), visit(other.list);
                          } else if constexpr (std::is_same_v<T, ast::Case>) {
                            visit(other.subject);
                            for (auto& [when, then] : other.branches) visit(when), visit(then);
                            visit(other.otherwise);
                          } else if constexpr (std::is_same_v<T, ast::FunctionCall>) {
                            each(other.arguments);
                          } else if constexpr (std::is_same_v<T, ast::ListComprehension>) {
                            visit(other.list), visit(other.where), visit(other.projection);
                          } else if constexpr (std::is_same_v<T, ast::Quantifier>) {
                            visit(other.list), visit(other.predicate);
                          } else if constexpr (std::is_same_v<T, ast::Reduce>) {
                            visit(other.initial), visit(other.list), visit(other.step);
                          } else if constexpr (std::is_same_v<T, ast::MapProjection>) {
                            visit(other.subject);
                            for (auto& entry : other.entries) visit(entry.value);
                          }
                        }},
             node);
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

// All of a node but its children, as text.
std::string head(const ast::Expression& expression) {
  std::string out = std::to_string(expression.node.index());
  const auto add = [&](const auto& part) {
    if constexpr (std::is_convertible_v<decltype(part), std::string_view>)
      out.append("\x1f").append(part);
    else
      out.append("\x1f").append(std::to_string(static_cast<double>(part)));
  };
  const auto add_operators = [&](const auto& ops) {
    for (const auto op : ops) add(static_cast<int>(op));
  };
  std::visit(Overloaded{[&](const ast::Literal& node) {
                          add(static_cast<int>(node.value.index()));
                          if (const auto* text = std::get_if<std::string>(&node.value)) add(*text);
                          if (const auto* integer = std::get_if<std::int64_t>(&node.value))
                            add(std::to_string(*integer));
                          if (const auto* real = std::get_if<double>(&node.value)) add(*real);
                          if (const auto* truth = std::get_if<bool>(&node.value)) add(static_cast<int>(*truth));
                        },
                        [&](const ast::Parameter& node) { add(node.name); },
                        [&](const ast::Variable& node) { add(node.name); },
                        [&](const ast::PropertyAccess& node) { add(node.key); },
                        [&](const ast::LabelPredicate& node) {
                          for (const std::string& label : node.labels) add(label);
                        },
                        [&](const ast::MapLiteral& node) {
                          for (const auto& [key, value] : node.entries) add(key);
                        },
                        [&](const ast::Slice& node) { add((node.from ? 1 : 0) + (node.to ? 2 : 0)); },
                        [&](const ast::Logical& node) { add(static_cast<int>(node.op)); },
                        [&](const ast::Comparison& node) { add_operators(node.operators); },
                        [&](const ast::Arithmetic& node) { add_operators(node.operators); },
                        [&](const ast::Sign& node) { add(node.negative ? 1 : 0); },
                        [&](const ast::StringPredicate& node) { add(static_cast<int>(node.op)); },
                        [&](const ast::IsNull& node) { add(node.negated ? 1 : 0); },
                        [&](const ast::Case& node) { add((node.subject ? 1 : 0) + (node.otherwise ? 2 : 0)); },
                        [&](const ast::FunctionCall& node) {
                          for (const char c : node.name)
                            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
                          add(node.distinct ? 1 : 0);
                        },
                        [&](const ast::ListComprehension& node) {
                          add(node.variable);
                          add((node.where ? 1 : 0) + (node.projection ? 2 : 0));
                        },
                        [&](const ast::Quantifier& node) {
                          add(static_cast<int>(node.kind));
                          add(node.variable);
                        },
                        [&](const ast::Reduce& node) {
                          add(node.accumulator);
                          add(node.variable);
                        },
                        [&](const ast::MapProjection& node) {
                          for (const auto& entry : node.entries) add(entry.all ? std::string("*") : entry.key);
                        },
                        [](const auto&) {}},
             expression.node);
  return out;
}

std::vector<const ast::Expression*> children_of(const ast::Expression& expression) {
  std::vector<const ast::Expression*> children;
  for_each_child(expression, [&](const ExpressionPtr& child) { children.push_back(child.get()); });
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
  if (std::holds_alternative<ast::Subquery>(a.node) || head(a) != head(b)) return false;
  return std::ranges::equal(children_of(a), children_of(b),
                            [](const ast::Expression* x, const ast::Expression* y) { return same(*x, *y); });
}

}  // namespace diurna::cypher
