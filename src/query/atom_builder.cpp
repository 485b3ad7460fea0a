// The parts of expressions between operators: literals, names, brackets, calls, subqueries.
#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "query/builder.hpp"
#include "query/expression_node.hpp"
#include "query/literals.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {

using ast::ExpressionPtr;

ExpressionPtr Builder::postfix(ExpressionPtr subject, Branch branch) const {
  const Span source = cover(subject->source, branch.span());
  switch (branch.kind()) {
    case Kind::property:
      return make_expression(text_, ast::PropertyAccess{std::move(subject), name_of(*branch.begin())}, source);
    case Kind::labels:
      return make_expression(text_, ast::LabelPredicate{std::move(subject), names_of(branch)}, source);
    default:
      return subscript(std::move(subject), branch);
  }
}

ExpressionPtr Builder::subscript(ExpressionPtr subject, Branch branch) const {
  const Span source = cover(subject->source, branch.span());
  bool range = false;
  ExpressionPtr from;
  ExpressionPtr to;
  for (const Branch part : branch) {
    if (part.kind() == Kind::range_mark)
      range = true;
    else
      (range ? to : from) = expression(part);
  }
  if (!range) return make_expression(text_, ast::Index{std::move(subject), std::move(from)}, source);
  return make_expression(text_, ast::Slice{std::move(subject), std::move(from), std::move(to)}, source);
}

ExpressionPtr Builder::number(Branch branch, bool negative) const {
  const auto value = read_number(text_, branch.span(), negative);
  ast::Literal literal;
  std::visit([&](auto number) { literal.value = number; }, value);
  return make_expression(text_, std::move(literal), branch.span());
}

ExpressionPtr Builder::literal(Branch branch) const {
  ast::Literal literal;
  if (branch.kind() == Kind::string) literal.value = read_string(text_, branch.span());
  if (branch.kind() == Kind::true_literal) literal.value = true;
  if (branch.kind() == Kind::false_literal) literal.value = false;
  return make_expression(text_, std::move(literal), branch.span());
}

ExpressionPtr Builder::atom(Branch branch) const {
  switch (branch.kind()) {
    case Kind::expression:
      return expression(branch);
    case Kind::number:
      return number(branch, false);
    case Kind::string:
    case Kind::true_literal:
    case Kind::false_literal:
    case Kind::null_literal:
      return literal(branch);
    case Kind::variable:
      return make_expression(text_, ast::Variable{name_of(branch)}, branch.span());
    case Kind::parameter: {
      const std::string_view name = branch.text().substr(1);
      const bool quoted = name.starts_with('`');
      return make_expression(text_, ast::Parameter{std::string(quoted ? name.substr(1, name.size() - 2) : name)},
                             branch.span());
    }
    case Kind::list:
    case Kind::map:
      return make_expression(text_, collection(branch), branch.span());
    case Kind::case_expression:
      return make_expression(text_, case_expression(branch), branch.span());
    case Kind::function:
      return make_expression(text_, function(branch), branch.span());
    case Kind::count_star:
      return make_expression(text_, ast::CountStar{}, branch.span());
    case Kind::map_projection:
      return make_expression(text_, map_projection(branch), branch.span());
    case Kind::quantifier:
    case Kind::reduce:
    case Kind::list_comprehension:
      return make_expression(text_, comprehension(branch), branch.span());
    default:
      return make_expression(text_, subquery(branch), branch.span());
  }
}

std::pair<std::string, ExpressionPtr> Builder::map_entry(Branch branch) const {
  Children children(branch);
  std::string key = name_of(children.take());
  return {std::move(key), expression(children.take())};
}

ast::Expression::Node Builder::collection(Branch branch) const {
  if (branch.kind() == Kind::list) {
    ast::ListLiteral list;
    for (const Branch item : branch) list.items.push_back(expression(item));
    return list;
  }
  ast::MapLiteral map;
  for (const Branch entry : branch) map.entries.push_back(map_entry(entry));
  return map;
}

ast::Expression::Node Builder::comprehension(Branch branch) const {
  Children children(branch);
  if (branch.kind() == Kind::reduce) {
    std::string accumulator = name_of(children.take());
    ExpressionPtr initial = expression(children.take());
    std::string variable = name_of(children.take());
    ExpressionPtr list = expression(children.take());
    return ast::Reduce{std::move(accumulator), std::move(initial), std::move(variable), std::move(list),
                       expression(children.take())};
  }
  if (branch.kind() == Kind::quantifier) {
    constexpr std::array<std::string_view, 4> kinds = {"all", "any", "none", "single"};
    const std::string_view word = children.take().text();
    const auto kind =
        std::ranges::find_if(kinds, [&](std::string_view name) { return equal_ignoring_case(name, word); });
    std::string variable = name_of(children.take());
    ExpressionPtr list = expression(children.take());
    return ast::Quantifier{static_cast<ast::Quantifier::Kind>(kind - kinds.begin()), std::move(variable),
                           std::move(list), where(children)};
  }
  ast::ListComprehension comprehension{name_of(children.take()), nullptr, nullptr, nullptr};
  comprehension.list = expression(children.take());
  comprehension.where = where(children);
  if (!children.empty()) comprehension.projection = expression(*children.take().begin());
  return comprehension;
}

ast::Expression::Node Builder::subquery(Branch branch) const {
  using Form = ast::Subquery::Form;
  using SubqueryKind = ast::Subquery::Kind;
  Children children(branch);
  ast::Subquery subquery{SubqueryKind::exists, Form::braces, nullptr};
  if (branch.kind() == Kind::count) subquery.kind = SubqueryKind::count;
  if (branch.kind() == Kind::collect) subquery.kind = SubqueryKind::collect;
  if (children.at(Kind::query)) {
    subquery.query = std::make_shared<const ast::Query>(query(children.take()));
    return subquery;
  }

  ast::Match pattern;
  ast::SingleQuery single;
  if (branch.kind() == Kind::pattern_predicate) {
    subquery.form = Form::pattern_predicate;
    ast::PathPattern path;
    path.source = branch.span();
    add_elements(path, children);
    pattern.patterns.push_back(std::move(path));
    single.clauses.push_back({std::move(pattern), branch.span()});
  } else if (branch.kind() == Kind::pattern_comprehension) {
    subquery.form = Form::pattern_comprehension;
    subquery.kind = SubqueryKind::collect;
    pattern.patterns.push_back(path(children.take()));
    pattern.where = where(children);
    const Branch projected = *children.take().begin();
    ast::Projection projection;
    projection.source = projected.span();
    projection.items.push_back({expression(projected), std::string(projected.text()), false});
    single.clauses.push_back({std::move(pattern), branch.span()});
    single.clauses.push_back({ast::Return{std::move(projection)}, projected.span()});
  } else {
    const Branch bare = children.take();
    single.clauses.push_back({match(bare), bare.span()});
  }
  ast::Query query;
  query.text = std::make_shared<const std::string>(text_);
  query.parts.push_back(std::move(single));
  subquery.query = std::make_shared<const ast::Query>(std::move(query));
  return subquery;
}

ast::Case Builder::case_expression(Branch branch) const {
  ast::Case result;
  for (const Branch part : branch) {
    Children children(part);
    ExpressionPtr first = expression(children.take());
    if (part.kind() == Kind::case_subject)
      result.subject = std::move(first);
    else if (part.kind() == Kind::case_else)
      result.otherwise = std::move(first);
    else
      result.branches.emplace_back(std::move(first), expression(children.take()));
  }
  return result;
}

ast::FunctionCall Builder::function(Branch branch) const {
  Children children(branch);
  ast::FunctionCall call;
  call.name = name_of(children.take());
  call.distinct = children.take(Kind::distinct);
  while (!children.empty()) call.arguments.push_back(expression(children.take()));
  return call;
}

ast::MapProjection Builder::map_projection(Branch branch) const {
  Children children(branch);
  const Branch subject = children.take();
  ast::MapProjection projection{make_expression(text_, ast::Variable{name_of(subject)}, subject.span()), {}};
  while (!children.empty()) {
    const Branch part = children.take();
    ast::MapProjection::Entry entry;
    if (part.kind() == Kind::map_entry)
      std::tie(entry.key, entry.value) = map_entry(part);
    else if (part.kind() == Kind::projected_all)
      entry.all = true;
    else
      entry.key = name_of(*part.begin());
    if (part.kind() == Kind::projected_variable)
      entry.value = make_expression(text_, ast::Variable{entry.key}, part.span());
    projection.entries.push_back(std::move(entry));
  }
  return projection;
}

}  // namespace diurna::cypher
