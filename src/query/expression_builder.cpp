// Expressions of a parse tree. Operators come flat, as they were read; a climb over their precedences (Pratt 1973)
// makes the tree. Chains of one precedence become one node with many operands.
#include <algorithm>
#include <array>
#include <utility>

#include "query/builder.hpp"
#include "query/literals.hpp"
#include "query/scan.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

using ast::ExpressionPtr;

constexpr std::size_t deepest_tree = 600;

enum class Level { disjunction, exclusive, conjunction, negation, comparison, predicate, sum, product, power, sign };

struct OperatorEntry {
  std::string_view text;
  Level level;
  int op;  // of the enumeration that belongs to the level
};

constexpr int number_of(auto op) { return static_cast<int>(op); }

using Compare = ast::Comparison::Operator;
using Compute = ast::Arithmetic::Operator;
using Search = ast::StringPredicate::Operator;
constexpr int in_list = -1;

constexpr std::array<OperatorEntry, 20> operators = {{
    {"OR", Level::disjunction, number_of(ast::Logical::Operator::disjunction)},
    {"XOR", Level::exclusive, number_of(ast::Logical::Operator::exclusive)},
    {"AND", Level::conjunction, number_of(ast::Logical::Operator::conjunction)},
    {"=", Level::comparison, number_of(Compare::equal)},
    {"<>", Level::comparison, number_of(Compare::unequal)},
    {"<=", Level::comparison, number_of(Compare::less_equal)},
    {">=", Level::comparison, number_of(Compare::greater_equal)},
    {"<", Level::comparison, number_of(Compare::less)},
    {">", Level::comparison, number_of(Compare::greater)},
    {"IN", Level::predicate, in_list},
    {"STARTS", Level::predicate, number_of(Search::starts_with)},
    {"ENDS", Level::predicate, number_of(Search::ends_with)},
    {"CONTAINS", Level::predicate, number_of(Search::contains)},
    {"=~", Level::predicate, number_of(Search::matches)},
    {"+", Level::sum, number_of(Compute::add)},
    {"-", Level::sum, number_of(Compute::subtract)},
    {"*", Level::product, number_of(Compute::multiply)},
    {"/", Level::product, number_of(Compute::divide)},
    {"%", Level::product, number_of(Compute::modulo)},
    {"^", Level::power, number_of(Compute::power)},
}};

const OperatorEntry& operator_of(Branch branch) {
  const std::string_view words = branch.text();
  const std::string_view text = words.substr(0, words.find_first_of(" \t\r\n/", 1));  // STARTS of STARTS WITH
  return *std::ranges::find_if(operators,
                               [&](const OperatorEntry& entry) { return equal_ignoring_case(entry.text, text); });
}

Level tighter(Level level) { return static_cast<Level>(static_cast<int>(level) + 1); }

ast::Expression::Node join(Level level, std::vector<ExpressionPtr> operands, const std::vector<int>& ops) {
  if (level <= Level::conjunction)
    return ast::Logical{static_cast<ast::Logical::Operator>(ops.front()), std::move(operands)};
  if (level == Level::comparison) {
    ast::Comparison comparison{std::move(operands), {}};
    for (const int op : ops) comparison.operators.push_back(static_cast<Compare>(op));
    return comparison;
  }
  ast::Arithmetic arithmetic{std::move(operands), {}};
  for (const int op : ops) arithmetic.operators.push_back(static_cast<Compute>(op));
  return arithmetic;
}

ast::Expression::Node predicate(const OperatorEntry& entry, ExpressionPtr left, ExpressionPtr right) {
  if (entry.op == in_list) return ast::In{std::move(left), std::move(right)};
  return ast::StringPredicate{static_cast<Search>(entry.op), std::move(left), std::move(right)};
}

std::size_t depth_of(const ast::Query& query) {
  std::size_t depth = 0;
  for_each_expression(query, [&](const ExpressionPtr& part) { depth = std::max(depth, part->depth); });
  return depth;
}

[[noreturn]] void too_deep(std::string_view text, Span source) {
  throw QueryError({.detail = "NestedTooDeeply",
                    .message = "this expression has more than " + std::to_string(deepest_tree) + " levels",
                    .hint = "split the query with WITH"},
                   text, {source.begin, source.begin + 1});
}

ExpressionPtr make(std::string_view text, ast::Expression::Node node, Span source) {
  ast::Expression expression{std::move(node), source};
  std::size_t below = 0;
  for_each_child(expression, [&](const ExpressionPtr& child) { below = std::max(below, child->depth); });
  if (const auto* subquery = std::get_if<ast::Subquery>(&expression.node)) below = depth_of(*subquery->query);
  expression.depth = below + 1;
  if (expression.depth > deepest_tree) too_deep(text, source);
  return std::make_shared<const ast::Expression>(std::move(expression));
}

}  // namespace

// The flat sequence of one expression, read once from left to right.
class Builder::Operators {
 public:
  Operators(const Builder& builder, Branch expression) : builder_(builder), rest_(expression) {}

  ExpressionPtr climb(Level least) {
    ExpressionPtr left = first(least);
    while (!rest_.empty()) {
      if (rest_.at(Kind::null_test)) {
        if (least > Level::predicate) break;
        left = null_test(std::move(left));
        continue;
      }
      const OperatorEntry& entry = operator_of(rest_.peek());
      if (entry.level < least) break;
      left = entry.level == Level::predicate ? one(entry, std::move(left)) : chain(entry.level, std::move(left));
    }
    return left;
  }

 private:
  ExpressionPtr first(Level least) {
    if (!prefixes_) open(rest_.take());
    if (!prefixes_->at(Kind::prefix)) {
      const Branch atom = prefixes_->take();
      ExpressionPtr expression = builder_.atom(atom);
      return finish(std::move(expression));
    }
    const Branch prefix = prefixes_->take();
    if (prefix.text() != "-" && prefix.text() != "+") return negation(prefix, least);
    if (prefix.text() == "-" && prefixes_->at(Kind::number))
      return finish(builder_.number(prefixes_->take(), true), prefix.span().begin);
    ExpressionPtr operand = first(Level::sign);
    const Span source = cover(prefix.span(), operand->source);
    return make(builder_.text_, ast::Sign{prefix.text() == "-", std::move(operand)}, source);
  }

  void open(Branch operand) {
    const auto prefixes =
        std::ranges::count_if(operand.begin(), operand.end(), [](Branch part) { return part.kind() == Kind::prefix; });
    if (static_cast<std::size_t>(prefixes) > deepest_tree) too_deep(builder_.text_, operand.span());
    prefixes_.emplace(operand);
  }

  ExpressionPtr negation(Branch prefix, Level least) {
    if (least > Level::negation)
      builder_.fail(
          {.detail = "UnexpectedSyntax", .message = "NOT cannot stand here", .hint = "put NOT … in parentheses"},
          prefix.span());
    ExpressionPtr operand = climb(Level::negation);
    const Span source = cover(prefix.span(), operand->source);
    return make(builder_.text_, ast::Not{std::move(operand)}, source);
  }

  // What stands behind the atom of an operand.
  ExpressionPtr finish(ExpressionPtr expression, std::optional<std::size_t> begin = {}) {
    if (begin) {
      ast::Expression wider = *expression;
      wider.source.begin = *begin;
      expression = std::make_shared<const ast::Expression>(std::move(wider));
    }
    while (!prefixes_->empty()) expression = builder_.postfix(std::move(expression), prefixes_->take());
    prefixes_.reset();
    return expression;
  }

  ExpressionPtr null_test(ExpressionPtr operand) {
    const Branch words = rest_.take();
    const Span source = cover(operand->source, words.span());
    const bool negated = words.begin() != words.end();
    return make(builder_.text_, ast::IsNull{std::move(operand), negated}, source);
  }

  ExpressionPtr one(const OperatorEntry& entry, ExpressionPtr left) {
    rest_.take();
    ExpressionPtr right = climb(tighter(entry.level));
    const Span source = cover(left->source, right->source);
    return make(builder_.text_, predicate(entry, std::move(left), std::move(right)), source);
  }

  ExpressionPtr chain(Level level, ExpressionPtr left) {
    std::vector<ExpressionPtr> operands = {std::move(left)};
    std::vector<int> ops;
    while (rest_.at(Kind::binary_operator) && operator_of(rest_.peek()).level == level) {
      ops.push_back(operator_of(rest_.take()).op);
      operands.push_back(climb(tighter(level)));
    }
    const Span source = cover(operands.front()->source, operands.back()->source);
    return make(builder_.text_, join(level, std::move(operands), ops), source);
  }

  const Builder& builder_;
  Children rest_;
  std::optional<Children> prefixes_;  // what is left of the operand being read
};

ExpressionPtr Builder::expression(Branch branch) const { return Operators(*this, branch).climb(Level::disjunction); }

ExpressionPtr Builder::postfix(ExpressionPtr subject, Branch branch) const {
  const Span source = cover(subject->source, branch.span());
  switch (branch.kind()) {
    case Kind::property:
      return make(text_, ast::PropertyAccess{std::move(subject), name_of(*branch.begin())}, source);
    case Kind::labels:
      return make(text_, ast::LabelPredicate{std::move(subject), names_of(branch)}, source);
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
  if (!range) return make(text_, ast::Index{std::move(subject), std::move(from)}, source);
  return make(text_, ast::Slice{std::move(subject), std::move(from), std::move(to)}, source);
}

ExpressionPtr Builder::number(Branch branch, bool negative) const {
  const auto value = read_number(text_, branch.span(), negative);
  ast::Literal literal;
  std::visit([&](auto number) { literal.value = number; }, value);
  return make(text_, std::move(literal), branch.span());
}

ExpressionPtr Builder::literal(Branch branch) const {
  ast::Literal literal;
  if (branch.kind() == Kind::string) literal.value = read_string(text_, branch.span());
  if (branch.kind() == Kind::true_literal) literal.value = true;
  if (branch.kind() == Kind::false_literal) literal.value = false;
  return make(text_, std::move(literal), branch.span());
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
      return make(text_, ast::Variable{name_of(branch)}, branch.span());
    case Kind::parameter: {
      const std::string_view name = branch.text().substr(1);
      const bool quoted = name.starts_with('`');
      return make(text_, ast::Parameter{std::string(quoted ? name.substr(1, name.size() - 2) : name)}, branch.span());
    }
    case Kind::list:
    case Kind::map:
      return make(text_, collection(branch), branch.span());
    case Kind::case_expression:
      return make(text_, case_expression(branch), branch.span());
    case Kind::function:
      return make(text_, function(branch), branch.span());
    case Kind::count_star:
      return make(text_, ast::CountStar{}, branch.span());
    case Kind::map_projection:
      return make(text_, map_projection(branch), branch.span());
    case Kind::quantifier:
    case Kind::reduce:
    case Kind::list_comprehension:
      return make(text_, comprehension(branch), branch.span());
    default:
      return make(text_, subquery(branch), branch.span());
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
  ast::MapProjection projection{make(text_, ast::Variable{name_of(subject)}, subject.span()), {}};
  while (!children.empty()) {
    const Branch part = children.take();
    ast::MapProjection::Entry entry;
    if (part.kind() == Kind::map_entry)
      std::tie(entry.key, entry.value) = map_entry(part);
    else if (part.kind() == Kind::projected_all)
      entry.all = true;
    else
      entry.key = name_of(*part.begin());
    if (part.kind() == Kind::projected_variable) entry.value = make(text_, ast::Variable{entry.key}, part.span());
    projection.entries.push_back(std::move(entry));
  }
  return projection;
}

}  // namespace diurna::cypher
