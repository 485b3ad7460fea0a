// Expressions of a parse tree. Operators come flat, as they were read; a climb over their precedences (Pratt 1973)
// makes the tree. Chains of one precedence become one node with many operands.
#include <algorithm>
#include <array>
#include <utility>

#include "query/builder.hpp"
#include "query/expression_node.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

using ast::ExpressionPtr;

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
    return make_expression(builder_.text_, ast::Sign{prefix.text() == "-", std::move(operand)}, source);
  }

  void open(Branch operand) {
    const auto prefixes =
        std::ranges::count_if(operand.begin(), operand.end(), [](Branch part) { return part.kind() == Kind::prefix; });
    if (static_cast<std::size_t>(prefixes) > deepest_tree) fail_too_deep(builder_.text_, operand.span());
    prefixes_.emplace(operand);
  }

  ExpressionPtr negation(Branch prefix, Level least) {
    if (least > Level::negation)
      builder_.fail(
          {.detail = "UnexpectedSyntax", .message = "NOT cannot stand here", .hint = "put NOT … in parentheses"},
          prefix.span());
    ExpressionPtr operand = climb(Level::negation);
    const Span source = cover(prefix.span(), operand->source);
    return make_expression(builder_.text_, ast::Not{std::move(operand)}, source);
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
    return make_expression(builder_.text_, ast::IsNull{std::move(operand), negated}, source);
  }

  ExpressionPtr one(const OperatorEntry& entry, ExpressionPtr left) {
    rest_.take();
    ExpressionPtr right = climb(tighter(entry.level));
    const Span source = cover(left->source, right->source);
    return make_expression(builder_.text_, predicate(entry, std::move(left), std::move(right)), source);
  }

  ExpressionPtr chain(Level level, ExpressionPtr left) {
    std::vector<ExpressionPtr> operands = {std::move(left)};
    std::vector<int> ops;
    while (rest_.at(Kind::binary_operator) && operator_of(rest_.peek()).level == level) {
      ops.push_back(operator_of(rest_.take()).op);
      operands.push_back(climb(tighter(level)));
    }
    const Span source = cover(operands.front()->source, operands.back()->source);
    return make_expression(builder_.text_, join(level, std::move(operands), ops), source);
  }

  const Builder& builder_;
  Children rest_;
  std::optional<Children> prefixes_;  // what is left of the operand being read
};

ExpressionPtr Builder::expression(Branch branch) const { return Operators(*this, branch).climb(Level::disjunction); }

}  // namespace diurna::cypher
