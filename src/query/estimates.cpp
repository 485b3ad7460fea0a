#include "query/estimates.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace diurna::cypher {
namespace {

constexpr double unknown_part = 1.0 / 3;
constexpr double range_part = 0.25;
constexpr std::uint32_t most_sorted_codes = 200'000;  // beyond it ordering a dictionary costs more than a scan

std::optional<IndexablePredicate> seek(const ast::ExpressionPtr& subject, SeekKind kind,
                                       const ast::ExpressionPtr& value) {
  const auto variable_of = [](const ast::ExpressionPtr& expression) -> std::optional<std::string> {
    const auto* variable = std::get_if<ast::Variable>(&expression->node);
    return variable == nullptr ? std::nullopt : std::optional(variable->name);
  };
  if (const auto* property = std::get_if<ast::PropertyAccess>(&subject->node)) {
    if (const auto name = variable_of(property->subject)) return IndexablePredicate{*name, property->key, kind, value};
    return std::nullopt;
  }
  const auto* call = std::get_if<ast::FunctionCall>(&subject->node);
  if (call == nullptr || call->name != "id" || call->arguments.size() != 1 || kind != SeekKind::equal)
    return std::nullopt;
  if (const auto name = variable_of(call->arguments.front())) return IndexablePredicate{*name, "", kind, value};
  return std::nullopt;
}

std::optional<SeekKind> seek_kind(ast::Comparison::Operator op) {
  switch (op) {
    case ast::Comparison::Operator::equal:
      return SeekKind::equal;
    case ast::Comparison::Operator::less:
      return SeekKind::less;
    case ast::Comparison::Operator::less_equal:
      return SeekKind::less_equal;
    case ast::Comparison::Operator::greater:
      return SeekKind::greater;
    case ast::Comparison::Operator::greater_equal:
      return SeekKind::greater_equal;
    default:
      return std::nullopt;
  }
}

// a < b is b > a.
SeekKind turned(SeekKind kind) {
  switch (kind) {
    case SeekKind::less:
      return SeekKind::greater;
    case SeekKind::less_equal:
      return SeekKind::greater_equal;
    case SeekKind::greater:
      return SeekKind::less;
    case SeekKind::greater_equal:
      return SeekKind::less_equal;
    default:
      return kind;
  }
}

const ast::Literal* literal(const ast::ExpressionPtr& expression) {
  return std::get_if<ast::Literal>(&expression->node);
}

Value value_of(const ast::Literal& literal) {
  return std::visit(
      [](const auto& scalar) -> Value {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(scalar)>, std::monostate>) {
          return {};
        } else {
          return Value(scalar);
        }
      },
      literal.value);
}

double found_equal(const PropertyColumn& column, const ast::ExpressionPtr& value) {
  const double average = static_cast<double>(column.size()) / std::max(1.0, column.code_count() - 1.0);
  const ast::Literal* constant = literal(value);
  if (constant == nullptr) return average;
  const auto codes = column.codes_of(value_of(*constant));
  if (average < 4) return average * static_cast<double>(codes.size());
  double found = 0;
  for (const std::uint32_t code : codes) found += static_cast<double>(column.owners(code).size());
  return found;
}

double found_in_range(const PropertyColumn& column, SeekKind kind, const ast::ExpressionPtr& value) {
  const ast::Literal* constant = literal(value);
  if (constant == nullptr) return static_cast<double>(column.size()) * range_part;
  const auto codes = codes_found(column, kind, value_of(*constant)).size();
  return static_cast<double>(column.size()) * static_cast<double>(codes) / std::max(1.0, column.code_count() - 1.0);
}

}  // namespace

std::optional<IndexablePredicate> indexable(const ast::Expression& predicate) {
  if (const auto* comparison = std::get_if<ast::Comparison>(&predicate.node)) {
    if (comparison->operands.size() != 2) return std::nullopt;
    const auto kind = seek_kind(comparison->operators.front());
    if (!kind) return std::nullopt;
    return seek(comparison->operands[0], *kind, comparison->operands[1]);
  }
  if (const auto* in = std::get_if<ast::In>(&predicate.node)) return seek(in->element, SeekKind::element, in->list);
  if (const auto* string = std::get_if<ast::StringPredicate>(&predicate.node))
    if (string->op == ast::StringPredicate::Operator::starts_with)
      return seek(string->left, SeekKind::prefix, string->right);
  return std::nullopt;
}

std::optional<IndexablePredicate> indexable_turned(const ast::Expression& predicate) {
  const auto* comparison = std::get_if<ast::Comparison>(&predicate.node);
  if (comparison == nullptr || comparison->operands.size() != 2) return std::nullopt;
  const auto kind = seek_kind(comparison->operators.front());
  if (!kind) return std::nullopt;
  return seek(comparison->operands[1], turned(*kind), comparison->operands[0]);
}

double Estimates::nodes(std::span<const std::uint32_t> labels) const {
  double fewest = nodes();
  for (const std::uint32_t label : labels)
    fewest = std::min(fewest, static_cast<double>(graph_.nodes_with_label(label).size()));
  return fewest;
}

std::optional<double> Estimates::found(const IndexablePredicate& predicate) const {
  if (predicate.key.empty()) return 1.0;
  const auto key = graph_.key(predicate.key);
  if (!key) return std::nullopt;
  const PropertyColumn& column = graph_.node_column(*key);
  if (predicate.kind == SeekKind::equal) return found_equal(column, predicate.value);
  if (predicate.kind == SeekKind::element)
    return 8.0 * static_cast<double>(column.size()) / std::max(1.0, column.code_count() - 1.0);
  if (column.code_count() > most_sorted_codes) return std::nullopt;
  return found_in_range(column, predicate.kind, predicate.value);
}

double Estimates::selectivity(const ast::Expression& predicate) const {
  const auto index = indexable(predicate);
  if (!index) return unknown_part;
  if (index->key.empty()) return 1.0 / std::max(1.0, nodes());
  const auto key = graph_.key(index->key);
  if (!key) return 0;
  const PropertyColumn& column = graph_.node_column(*key);
  if (index->kind != SeekKind::equal || column.size() == 0) return index->kind == SeekKind::equal ? 0.1 : range_part;
  return std::min(1.0, found_equal(column, index->value) / static_cast<double>(column.size()));
}

double Estimates::selectivity(std::span<const std::uint32_t> labels) const {
  return nodes(labels) / std::max(1.0, nodes());
}

template <class Count>
double Estimates::sum_over_types(const RelationshipTest& test, Count count) const {
  double sum = 0;
  if (test.any_type) {
    for (std::uint32_t type = 0; type < graph_.type_names().size(); ++type) sum += count(type);
  } else {
    for (const std::uint32_t type : test.types) sum += count(type);
  }
  return sum;
}

double Estimates::relationships(const RelationshipTest& test) const {
  return sum_over_types(
      test, [&](std::uint32_t type) { return static_cast<double>(graph_.relationships_of_type(type).size()); });
}

double Estimates::degree(std::span<const std::uint32_t> labels, const RelationshipTest& test) const {
  const double directions = test.direction == ast::Direction::either ? 2 : 1;
  double best = relationships(test) * directions / std::max(1.0, nodes());
  double fewest = nodes();
  for (const std::uint32_t label : labels) {
    const auto count = static_cast<double>(graph_.nodes_with_label(label).size());
    if (count >= fewest || count == 0) continue;
    fewest = count;
    best = sum_over_types(
               test,
               [&](std::uint32_t type) -> double {
                 const double from = test.direction == ast::Direction::incoming ? 0 : graph_.count_from(label, type);
                 const double to = test.direction == ast::Direction::outgoing ? 0 : graph_.count_to(label, type);
                 return from + to;
               }) /
           count;
  }
  return best;
}

double Estimates::far_end(std::span<const std::uint32_t> labels, const RelationshipTest& test) const {
  double part = 1;
  const double all = relationships(test) * (test.direction == ast::Direction::either ? 2 : 1);
  for (const std::uint32_t label : labels) {
    const double ends = sum_over_types(test, [&](std::uint32_t type) -> double {
      const double to = test.direction == ast::Direction::incoming ? 0 : graph_.count_to(label, type);
      const double from = test.direction == ast::Direction::outgoing ? 0 : graph_.count_from(label, type);
      return from + to;
    });
    part = std::min(part, ends / std::max(1.0, all));
  }
  return part;
}

std::optional<std::vector<std::uint32_t>> label_numbers(const PropertyGraph& graph,
                                                        std::span<const std::string> labels) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& label : labels) {
    const auto number = graph.label(label);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

RelationshipTest relationship_test(const PropertyGraph& graph, const PatternRelationship& relationship) {
  RelationshipTest test{.types = {}, .any_type = relationship.types.empty(), .direction = relationship.direction};
  for (const std::string& type : relationship.types)
    if (const auto number = graph.type(type)) test.types.push_back(*number);
  std::ranges::sort(test.types);
  test.types.erase(std::unique(test.types.begin(), test.types.end()), test.types.end());
  return test;
}

}  // namespace diurna::cypher
