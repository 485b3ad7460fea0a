#include "query/match_order.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

constexpr double default_chain_growth = 3;  // lengths that a chain without limit is taken to have

// The pattern and what is known about it, computed once.
struct Problem {
  const Pattern& pattern;
  Estimates estimates;
  std::vector<std::vector<std::uint32_t>> labels;  // by node; labels that are not in the graph are left out
  std::vector<RelationshipTest> tests;             // by relationship, seen from its left end
  std::vector<double> selectivities;               // by predicate
};

ast::Direction turned(ast::Direction direction) {
  switch (direction) {
    case ast::Direction::outgoing:
      return ast::Direction::incoming;
    case ast::Direction::incoming:
      return ast::Direction::outgoing;
    default:
      return direction;
  }
}

// A pattern while it is being found.
class Growth {
 public:
  Growth(const Problem& problem, std::set<std::string> bound, double rows)
      : problem_(&problem), bound_(std::move(bound)) {
    order_.rows = rows;
    done_.resize(pattern().relationships.size());
    tested_.resize(pattern().predicates.size());
    test_predicates();
    find_bound_relationships();
  }

  [[nodiscard]] bool complete() const {
    return std::ranges::all_of(pattern().nodes,
                               [this](const PatternNode& node) { return bound_.contains(node.name); }) &&
           std::ranges::all_of(done_, [](bool done) { return done; });
  }
  [[nodiscard]] const MatchOrder& order() const { return order_; }
  [[nodiscard]] bool is_bound(std::size_t node) const { return bound_.contains(pattern().nodes[node].name); }
  [[nodiscard]] bool is_done(std::size_t relationship) const { return done_[relationship]; }

  void scan(std::size_t node) {
    Access access = access_of(node);
    if (access.predicate) tested_[access.predicate_number] = true;
    add({.kind = MatchAction::Kind::scan_node,
         .node = node,
         .relationship = 0,
         .access = access,
         .rows = order_.rows * access.rows});
    bound_.insert(pattern().nodes[node].name);
    if (access.kind != Access::Kind::label) keep(estimates().selectivity(problem_->labels[node]));
    test_predicates();
  }

  void scan_relationships(std::size_t relationship) {
    const PatternRelationship& r = pattern().relationships[relationship];
    const RelationshipTest& test = problem_->tests[relationship];
    const double directions = test.direction == ast::Direction::either ? 2 : 1;
    add({.kind = MatchAction::Kind::scan_relationships,
         .node = 0,
         .relationship = relationship,
         .access = {},
         .rows = order_.rows * estimates().relationships(test) * directions});
    keep(estimates().far_end(problem_->labels[r.right], test) * estimates().selectivity(problem_->labels[r.left]));
    finish(relationship);
  }

  // Follows relationships from what is bound until there is none left.
  void grow() {
    for (auto next = cheapest(); next; next = cheapest()) {
      add(*next);
      finish(next->relationship);
    }
  }

 private:
  [[nodiscard]] const Pattern& pattern() const { return problem_->pattern; }
  [[nodiscard]] const Estimates& estimates() const { return problem_->estimates; }
  void add(const MatchAction& action) {
    order_.rows = action.rows;
    order_.cost += action.rows;
    order_.actions.push_back(action);
  }
  void keep(double part) { order_.rows *= part; }

  void finish(std::size_t relationship) {
    const PatternRelationship& r = pattern().relationships[relationship];
    done_[relationship] = true;
    bound_.insert({r.name, pattern().nodes[r.left].name, pattern().nodes[r.right].name});
    test_predicates();
  }

  void find_bound_relationships() {
    for (std::size_t i = 0; i < done_.size(); ++i) {
      if (!bound_.contains(pattern().relationships[i].name)) continue;
      add({.kind = MatchAction::Kind::ends_of_bound, .node = 0, .relationship = i, .access = {}, .rows = order_.rows});
      finish(i);
    }
  }

  void test_predicates() {
    for (std::size_t i = 0; i < tested_.size(); ++i) {
      if (tested_[i] || !is_known(pattern().predicates[i].variables)) continue;
      tested_[i] = true;
      keep(problem_->selectivities[i]);
    }
  }

  // Names that are no part of the pattern were bound before, or belong to the predicate itself.
  [[nodiscard]] bool is_known(const std::set<std::string>& names) const {
    return std::ranges::all_of(names, [this](const std::string& name) {
      return bound_.contains(name) ||
             (std::ranges::find(pattern().nodes, name, &PatternNode::name) == pattern().nodes.end() &&
              std::ranges::find(pattern().relationships, name, &PatternRelationship::name) ==
                  pattern().relationships.end());
    });
  }

  [[nodiscard]] Access access_of(std::size_t node) const {
    Access best{
        .kind = Access::Kind::all, .label = 0, .predicate = {}, .predicate_number = 0, .rows = estimates().nodes()};
    for (const std::uint32_t label : problem_->labels[node]) {
      const double rows = estimates().nodes(std::span(&label, 1));
      if (rows <= best.rows)
        best = {.kind = Access::Kind::label, .label = label, .predicate = {}, .predicate_number = 0, .rows = rows};
    }
    for (std::size_t i = 0; i < tested_.size(); ++i) {
      if (tested_[i]) continue;
      const ast::Expression& predicate = *pattern().predicates[i].expression;
      for (const auto& candidate : {indexable(predicate), indexable_turned(predicate)})
        if (candidate) consider(best, *candidate, i, node);
    }
    return best;
  }

  void consider(Access& best, const IndexablePredicate& candidate, std::size_t number, std::size_t node) const {
    if (candidate.name != pattern().nodes[node].name) return;
    const std::set<std::string> others = free_variables(*candidate.value);
    if (others.contains(candidate.name) || !is_known(others)) return;
    const auto rows = estimates().found(candidate);
    if (!rows || *rows >= best.rows) return;
    best = {.kind = candidate.key.empty() ? Access::Kind::number : Access::Kind::property,
            .label = 0,
            .predicate = candidate,
            .predicate_number = number,
            .rows = *rows};
  }

  [[nodiscard]] std::optional<MatchAction> cheapest() const {
    std::optional<MatchAction> best;
    for (std::size_t i = 0; i < done_.size(); ++i) {
      if (done_[i]) continue;
      const auto action = expansion(i);
      if (action && (!best || action->rows < best->rows)) best = action;
    }
    return best;
  }

  [[nodiscard]] std::optional<MatchAction> expansion(std::size_t relationship) const {
    const PatternRelationship& r = pattern().relationships[relationship];
    const bool left = is_bound(r.left);
    const bool right = is_bound(r.right);
    if (left && right) return expansion_into(relationship);
    if (!left && !right) return std::nullopt;
    if (r.search != ast::PathPattern::Search::every) return std::nullopt;  // both ends first
    const std::size_t from = left ? r.left : r.right;
    const std::size_t to = left ? r.right : r.left;
    RelationshipTest test = problem_->tests[relationship];
    if (!left) test.direction = turned(test.direction);
    const double fan = fan_out(r, problem_->labels[from], test) * estimates().far_end(problem_->labels[to], test);
    return MatchAction{.kind = MatchAction::Kind::expand,
                       .node = from,
                       .relationship = relationship,
                       .access = {},
                       .rows = order_.rows * fan};
  }

  [[nodiscard]] MatchAction expansion_into(std::size_t relationship) const {
    const PatternRelationship& r = pattern().relationships[relationship];
    const RelationshipTest& test = problem_->tests[relationship];
    const double fan =
        fan_out(r, problem_->labels[r.left], test) / std::max(1.0, estimates().nodes(problem_->labels[r.right]));
    const bool shortest = r.search == ast::PathPattern::Search::shortest;
    return {.kind = MatchAction::Kind::expand_into,
            .node = r.left,
            .relationship = relationship,
            .access = {},
            .rows = order_.rows * (shortest ? 1.0 : std::min(fan, 1.0))};
  }

  // How many ends one start has.
  [[nodiscard]] double fan_out(const PatternRelationship& r, std::span<const std::uint32_t> labels,
                               const RelationshipTest& test) const {
    const double first = estimates().degree(labels, test);
    if (!r.length) return first;
    const double further = estimates().degree({}, test);
    const auto minimum = static_cast<double>(r.length->minimum.value_or(1));
    const double maximum = r.length->maximum ? static_cast<double>(*r.length->maximum) : minimum + default_chain_growth;
    double level = 1;
    double all = minimum == 0 ? 1 : 0;
    for (double length = 1; length <= std::min(maximum, 12.0); ++length) {
      level *= length == 1 ? first : further;
      if (length >= minimum) all += level;
    }
    return std::min(all, 1e12);
  }

  const Problem* problem_;
  std::set<std::string> bound_;
  std::vector<bool> done_;    // by relationship
  std::vector<bool> tested_;  // by predicate
  MatchOrder order_;
};

Problem problem_of(const Pattern& pattern, const PropertyGraph& graph) {
  Problem problem{.pattern = pattern, .estimates = Estimates(graph), .labels = {}, .tests = {}, .selectivities = {}};
  for (const PatternNode& node : pattern.nodes) {
    std::vector<std::uint32_t>& known = problem.labels.emplace_back();
    for (const std::string& label : node.labels)
      if (const auto number = graph.label(label)) known.push_back(*number);
  }
  for (const PatternRelationship& r : pattern.relationships) problem.tests.push_back(relationship_test(graph, r));
  for (const Predicate& predicate : pattern.predicates)
    problem.selectivities.push_back(problem.estimates.selectivity(*predicate.expression));
  return problem;
}

bool can_be_scanned(const Pattern& pattern, const Growth& grown, std::size_t relationship) {
  const PatternRelationship& r = pattern.relationships[relationship];
  return !grown.is_done(relationship) && !r.length && r.search == ast::PathPattern::Search::every &&
         r.left != r.right && !grown.is_bound(r.left) && !grown.is_bound(r.right);
}

// The cheapest of what `grown` becomes from each possible start: what is bound, a node, the relationships of a type.
Growth best_next(const Pattern& pattern, const Growth& grown) {
  std::optional<Growth> best;
  const auto consider = [&](auto start) {
    Growth candidate = grown;
    start(candidate);
    candidate.grow();
    if (candidate.order().actions.size() == grown.order().actions.size()) return;
    if (!best || candidate.order().cost < best->order().cost) best.emplace(std::move(candidate));
  };
  consider([](Growth&) {});
  for (std::size_t node = 0; node < pattern.nodes.size(); ++node)
    if (!grown.is_bound(node)) consider([&](Growth& growth) { growth.scan(node); });
  for (std::size_t r = 0; r < pattern.relationships.size(); ++r)
    if (can_be_scanned(pattern, grown, r)) consider([&](Growth& growth) { growth.scan_relationships(r); });
  return std::move(*best);
}

}  // namespace

MatchOrder order_of(const Pattern& pattern, const PropertyGraph& graph, const std::set<std::string>& bound,
                    double rows) {
  const Problem problem = problem_of(pattern, graph);
  Growth growth(problem, bound, rows);
  while (!growth.complete()) growth = best_next(pattern, growth);
  return growth.order();
}

}  // namespace diurna::cypher
