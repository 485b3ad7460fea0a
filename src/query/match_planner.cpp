#include "query/match_planner.hpp"

#include <algorithm>
#include <utility>

#include "query/expand_steps.hpp"
#include "query/filter_choice.hpp"
#include "query/row_steps.hpp"
#include "query/scan_steps.hpp"

namespace diurna::cypher {
namespace {

using ast::Direction;

bool is_chain(const PatternRelationship& r) { return r.length || r.search != ast::PathPattern::Search::every; }

bool may_be_same(const RelationshipTest& a, const RelationshipTest& b) {
  if (a.any_type || b.any_type) return true;
  return std::ranges::any_of(a.types,
                             [&](std::uint32_t type) { return std::ranges::find(b.types, type) != b.types.end(); });
}

class MatchPlanner {
 public:
  MatchPlanner(const PlanContext& context, const Pattern& pattern, Slots& slots, double rows)
      : context_(context), pattern_(pattern), slots_(slots), estimates_(context.graph), rows_(rows) {
    bound_.insert(slots.names().begin(), slots.names().end());
    tested_.resize(pattern.predicates.size());
    built_.resize(pattern.paths.size());
    done_.resize(pattern.relationships.size());
    labels_tested_.resize(pattern.nodes.size());
    for (const PatternRelationship& r : pattern.relationships) tests_.push_back(relationship_test(context.graph, r));
  }

  PlannedMatch plan() {
    const std::set<std::string> before = bound_;
    const MatchOrder order = order_of(pattern_, context_.graph, bound_, rows_);
    if (is_impossible()) return plan_nothing();
    for (std::size_t node = 0; node < pattern_.nodes.size(); ++node)
      if (before.contains(pattern_.nodes[node].name)) test_labels(node);
    follow_up();
    for (const MatchAction& action : order.actions) take(action);
    return {std::move(chain_), rows_};
  }

 private:
  // A label or a type that the graph does not have.
  [[nodiscard]] bool is_impossible() const {
    const bool label = std::ranges::any_of(
        pattern_.nodes, [this](const PatternNode& node) { return !label_numbers(context_.graph, node.labels); });
    if (label) return true;
    for (std::size_t i = 0; i < tests_.size(); ++i) {
      const PatternRelationship& r = pattern_.relationships[i];
      const bool may_be_empty = r.length && r.length->minimum.value_or(1) == 0;
      if (!tests_[i].any_type && tests_[i].types.empty() && !may_be_empty) return true;
    }
    return false;
  }

  PlannedMatch plan_nothing() {
    for (const PatternNode& node : pattern_.nodes) slots_.add(node.name);
    for (const PatternRelationship& r : pattern_.relationships) slots_.add(r.name);
    for (const PatternPath& path : pattern_.paths) slots_.add(path.name);
    rows_ = 0;
    add(nothing(), "Nothing  a label or type is not in the graph");
    return {std::move(chain_), 0};
  }

  void add(std::unique_ptr<const Step> step, std::string description) {
    chain_.steps.push_back({std::move(step), std::move(description), rows_});
  }
  void bind(const std::string& name) { bound_.insert(name); }
  [[nodiscard]] std::size_t slot_of(std::size_t node) { return slots_.add(pattern_.nodes[node].name); }
  [[nodiscard]] Evaluator evaluator(const ast::Expression& expression) const {
    return Evaluator(expression, slots_, context_.subqueries);
  }

  void take(const MatchAction& action) {
    rows_ = action.rows;
    switch (action.kind) {
      case MatchAction::Kind::scan_node:
        scan(action);
        break;
      case MatchAction::Kind::scan_relationships:
        scan_relationships(action.relationship);
        break;
      case MatchAction::Kind::ends_of_bound:
        take_ends(action.relationship);
        break;
      case MatchAction::Kind::expand:
      case MatchAction::Kind::expand_into:
        expand_from(action);
        break;
    }
    follow_up();
  }

  void scan(const MatchAction& action) {
    const PatternNode& node = pattern_.nodes[action.node];
    const Access& access = action.access;
    const std::string place = "(" + shown(node) + ")";
    switch (access.kind) {
      case Access::Kind::all:
        add(all_nodes_scan(slot_of(action.node)), "AllNodesScan  " + place);
        break;
      case Access::Kind::label:
        add(label_scan(slot_of(action.node), access.label), "LabelScan  " + place);
        break;
      case Access::Kind::number:
      case Access::Kind::property:
        seek(action, place);
        break;
    }
    bind(node.name);
    if (node.labels.size() == 1 && access.kind == Access::Kind::label) labels_tested_[action.node] = true;
    test_labels(action.node);
  }

  void seek(const MatchAction& action, const std::string& place) {
    const IndexablePredicate& predicate = *action.access.predicate;
    tested_[action.access.predicate_number] = true;
    Evaluator value = evaluator(*predicate.value);
    const std::string why = "  " + words_of(context_, *pattern_.predicates[action.access.predicate_number].expression);
    if (action.access.kind == Access::Kind::number)
      return add(number_seek(slot_of(action.node), std::move(value)), "NumberSeek  " + place + why);
    const std::uint32_t key = context_.graph.key(predicate.key).value();
    add(property_seek(slot_of(action.node), key, predicate.kind, std::move(value)),
        "PropertySeek  " + place + "  " + predicate.name + "." + predicate.key + why);
  }

  void scan_relationships(std::size_t relationship) {
    const PatternRelationship& r = pattern_.relationships[relationship];
    const bool incoming = r.direction == Direction::incoming;
    RelationshipScan scan{.types = tests_[relationship].types,
                          .any_type = tests_[relationship].any_type,
                          .both_directions = r.direction == Direction::either,
                          .relationship = relationship_slot(relationship),
                          .source = slot_of(incoming ? r.right : r.left),
                          .target = slot_of(incoming ? r.left : r.right)};
    add(relationship_scan(std::move(scan)), "RelationshipScan  " + shown(r, r.left));
    bind_ends(relationship);
    test_labels(r.left);
    test_labels(r.right);
  }

  void take_ends(std::size_t relationship) {
    const PatternRelationship& r = pattern_.relationships[relationship];
    BoundRelationship bound{.relationship = *slots_.find(r.name),
                            .left = slot_of(r.left),
                            .right = slot_of(r.right),
                            .left_is_bound = is_bound(r.left),
                            .right_is_bound = is_bound(r.right),
                            .list = is_chain(r),
                            .test = tests_[relationship],
                            .used = used_by(relationship)};
    add(bound_relationship(std::move(bound)), "EndsOfRelationship  " + shown(r, r.left));
    bind_ends(relationship);
    test_labels(r.left);
    test_labels(r.right);
  }

  void expand_from(const MatchAction& action) {
    const PatternRelationship& r = pattern_.relationships[action.relationship];
    if (r.search != ast::PathPattern::Search::every) return find_shortest(action.relationship);
    const std::size_t to = action.node == r.left ? r.right : r.left;
    RelationshipTest test = tests_[action.relationship];
    if (action.node != r.left) test.direction = turned(test.direction);
    const bool into = action.kind == MatchAction::Kind::expand_into;
    std::vector<std::uint32_t> labels;
    if (!labels_tested_[to]) labels = *label_numbers(context_.graph, pattern_.nodes[to].labels);
    labels_tested_[to] = true;
    const std::string place = shown(r, action.node);
    if (is_chain(r)) {
      add(variable_expand(chain_of(action, std::move(test), std::move(labels))),
          std::string(into ? "VariableExpandInto  " : "VariableExpand  ") + place);
    } else {
      add(expand({.from = slot_of(action.node),
                  .relationship = relationship_slot(action.relationship),
                  .to = slot_of(to),
                  .to_is_bound = into,
                  .test = std::move(test),
                  .to_labels = std::move(labels),
                  .used = used_by(action.relationship)}),
          std::string(into ? "ExpandInto  " : "Expand  ") + place);
    }
    bind_ends(action.relationship);
  }

  VariableExpand chain_of(const MatchAction& action, RelationshipTest test, std::vector<std::uint32_t> labels) {
    const PatternRelationship& r = pattern_.relationships[action.relationship];
    const bool reversed = action.node != r.left;
    VariableExpand chain{.from = slot_of(action.node),
                         .relationships = relationship_slot(action.relationship),
                         .to = slot_of(reversed ? r.left : r.right),
                         .to_is_bound = action.kind == MatchAction::Kind::expand_into,
                         .reversed = reversed,
                         .test = std::move(test),
                         .properties = required_properties(r),
                         .to_labels = std::move(labels),
                         .used = used_by(action.relationship)};
    set_lengths(chain, r);
    return chain;
  }

  void find_shortest(std::size_t relationship) {
    const PatternRelationship& r = pattern_.relationships[relationship];
    ShortestPath path{.from = slot_of(r.left),
                      .to = slot_of(r.right),
                      .relationships = slots_.add(r.name),
                      .test = tests_[relationship],
                      .properties = required_properties(r),
                      .all = r.search == ast::PathPattern::Search::all_shortest};
    set_lengths(path, r);
    if (!r.length) path.maximum = 1;
    add(shortest_path(std::move(path)), "ShortestPath  " + shown(r, r.left));
    bind_ends(relationship);
  }

  template <class Chain>
  static void set_lengths(Chain& chain, const PatternRelationship& r) {
    if (!r.length) return;
    chain.minimum = static_cast<std::uint64_t>(r.length->minimum.value_or(1));
    if (r.length->maximum) chain.maximum = static_cast<std::uint64_t>(*r.length->maximum);
  }

  std::vector<std::pair<std::string, Evaluator>> required_properties(const PatternRelationship& r) const {
    std::vector<std::pair<std::string, Evaluator>> required;
    if (r.properties == nullptr) return required;
    if (const auto* map = std::get_if<ast::MapLiteral>(&r.properties->node))
      for (const auto& [key, value] : map->entries) required.emplace_back(key, evaluator(*value));
    return required;
  }

  [[nodiscard]] bool is_bound(std::size_t node) const { return bound_.contains(pattern_.nodes[node].name); }
  void bind_ends(std::size_t relationship) {
    const PatternRelationship& r = pattern_.relationships[relationship];
    done_[relationship] = true;
    bind(r.name);
    bind(pattern_.nodes[r.left].name);
    bind(pattern_.nodes[r.right].name);
  }
  static Direction turned(Direction direction) {
    if (direction == Direction::either) return direction;
    return direction == Direction::outgoing ? Direction::incoming : Direction::outgoing;
  }

  // no_slot when nobody looks at it.
  [[nodiscard]] std::size_t relationship_slot(std::size_t relationship) {
    const PatternRelationship& r = pattern_.relationships[relationship];
    const bool in_predicate = std::ranges::any_of(
        pattern_.predicates, [&](const Predicate& predicate) { return predicate.variables.contains(r.name); });
    const bool in_path = std::ranges::any_of(pattern_.paths, [&](const PatternPath& path) {
      return std::ranges::find(path.relationships, relationship) != path.relationships.end();
    });
    bool may_come_again = false;
    for (std::size_t other = 0; other < tests_.size(); ++other)
      may_come_again = may_come_again || (other != relationship && may_be_same(tests_[other], tests_[relationship]));
    return r.named || in_predicate || in_path || may_come_again ? slots_.add(r.name) : no_slot;
  }

  [[nodiscard]] UsedRelationships used_by(std::size_t relationship) const {
    UsedRelationships used;
    for (std::size_t other = 0; other < tests_.size(); ++other)
      if (done_[other] && may_be_same(tests_[other], tests_[relationship]))
        used.slots.push_back(*slots_.find(pattern_.relationships[other].name));
    return used;
  }

  void test_labels(std::size_t node) {
    if (labels_tested_[node]) return;
    labels_tested_[node] = true;
    std::vector<std::uint32_t> labels = *label_numbers(context_.graph, pattern_.nodes[node].labels);
    if (labels.empty()) return;
    rows_ *= estimates_.selectivity(labels);
    add(label_filter(slot_of(node), std::move(labels)), "Filter  " + shown(pattern_.nodes[node]));
  }

  // Paths that are complete and predicates whose variables are known.
  void follow_up() {
    for (std::size_t i = 0; i < built_.size(); ++i) build(i);
    for (std::size_t i = 0; i < tested_.size(); ++i) {
      if (tested_[i] || !is_known(pattern_.predicates[i].variables)) continue;
      tested_[i] = true;
      const ast::Expression& predicate = *pattern_.predicates[i].expression;
      const double rows_before = rows_;
      rows_ *= estimates_.selectivity(predicate);
      add(choose_filter(context_, predicate, slots_, rows_before), "Filter  " + words_of(context_, predicate));
    }
  }

  void build(std::size_t number) {
    const PatternPath& path = pattern_.paths[number];
    const bool complete =
        is_bound(path.start) && std::ranges::all_of(path.relationships, [this](std::size_t r) { return done_[r]; });
    if (built_[number] || !complete) return;
    built_[number] = true;
    PathBuild build{.path = slots_.add(path.name), .start = slot_of(path.start), .relationships = {}};
    for (const std::size_t r : path.relationships)
      build.relationships.push_back(*slots_.find(pattern_.relationships[r].name));
    bind(path.name);
    add(build_path(std::move(build)), "Path  " + path.name);
  }

  [[nodiscard]] bool is_known(const std::set<std::string>& names) const {
    const auto is_of_pattern = [this](const std::string& name) {
      return std::ranges::find(pattern_.nodes, name, &PatternNode::name) != pattern_.nodes.end() ||
             std::ranges::find(pattern_.relationships, name, &PatternRelationship::name) !=
                 pattern_.relationships.end() ||
             std::ranges::find(pattern_.paths, name, &PatternPath::name) != pattern_.paths.end();
    };
    return std::ranges::all_of(names,
                               [&](const std::string& name) { return bound_.contains(name) || !is_of_pattern(name); });
  }

  // As it would be written, without what has no name.
  static std::string shown(const PatternNode& node) {
    std::string out = node.named ? node.name : "";
    for (const std::string& label : node.labels) out += ":" + label;
    return out;
  }
  [[nodiscard]] std::string shown(const PatternRelationship& r, std::size_t from) const {
    const std::size_t to = from == r.left ? r.right : r.left;
    const Direction direction = from == r.left ? r.direction : turned(r.direction);
    std::string inner = r.named ? r.name : "";
    for (std::size_t i = 0; i < r.types.size(); ++i) inner += (i == 0 ? ":" : "|") + r.types[i];
    if (r.length) {
      inner += "*";
      if (r.length->minimum) inner += std::to_string(*r.length->minimum);
      if (r.length->minimum != r.length->maximum || !r.length->minimum) inner += "..";
      if (r.length->maximum && r.length->minimum != r.length->maximum) inner += std::to_string(*r.length->maximum);
    }
    return "(" + shown(pattern_.nodes[from]) + ")" + (direction == Direction::incoming ? "<-[" : "-[") + inner +
           (direction == Direction::outgoing ? "]->(" : "]-(") + shown(pattern_.nodes[to]) + ")";
  }

  const PlanContext& context_;
  const Pattern& pattern_;
  Slots& slots_;
  Estimates estimates_;
  double rows_;
  std::set<std::string> bound_;
  std::vector<RelationshipTest> tests_;  // by relationship, seen from its left end
  std::vector<bool> tested_;             // by predicate
  std::vector<bool> built_;              // by path
  std::vector<bool> done_;               // by relationship
  std::vector<bool> labels_tested_;      // by node
  StepChain chain_;
};

}  // namespace

PlannedMatch plan_match(const PlanContext& context, const Pattern& pattern, Slots& slots, double rows) {
  return MatchPlanner(context, pattern, slots, rows).plan();
}

std::string words_of(const PlanContext& context, const ast::Expression& expression) {
  std::string words(expression.source.text_in(context.text));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

}  // namespace diurna::cypher
