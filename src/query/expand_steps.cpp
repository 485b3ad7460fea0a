#include "query/expand_steps.hpp"

#include <algorithm>

namespace diurna::cypher {
namespace {

class ExpandSink : public InnerSink {
 public:
  ExpandSink(const Wiring& wiring, const Expand& expand) : InnerSink(wiring), expand_(expand) {}

  bool push() override {
    const Value& from = row_[expand_.from];
    if (from.kind() != Value::Kind::node) return true;
    return expand_.to_is_bound ? into(from.index()) : onward(from.index());
  }

 private:
  bool onward(std::uint32_t from) {
    return visit_incident(run_.graph, from, expand_.test, [this](std::uint32_t relationship, std::uint32_t node) {
      run_.tick();
      if (!has_labels(run_.graph, node, expand_.to_labels)) return true;
      if (!expand_.used.slots.empty() && expand_.used.contains(row_, relationship)) return true;
      if (expand_.relationship != no_slot) row_[expand_.relationship].set_relationship(relationship);
      row_[expand_.to].set_node(node);
      return next_.push();
    });
  }

  // Walks the end that has fewer relationships.
  bool into(std::uint32_t from) {
    const Value& bound = row_[expand_.to];
    if (bound.kind() != Value::Kind::node) return true;
    const std::uint32_t to = bound.index();
    RelationshipTest test = expand_.test;
    std::uint32_t start = from;
    std::uint32_t other = to;
    if (degree(to) < degree(from)) {
      std::swap(start, other);
      if (test.direction != ast::Direction::either)
        test.direction =
            test.direction == ast::Direction::outgoing ? ast::Direction::incoming : ast::Direction::outgoing;
    }
    return visit_incident(run_.graph, start, test, [&](std::uint32_t relationship, std::uint32_t node) {
      run_.tick();
      if (node != other || expand_.used.contains(row_, relationship)) return true;
      if (expand_.relationship != no_slot) row_[expand_.relationship].set_relationship(relationship);
      return next_.push();
    });
  }

  [[nodiscard]] std::size_t degree(std::uint32_t node) const {
    return run_.graph.outgoing(node).size() + run_.graph.incoming(node).size();
  }

  const Expand& expand_;
};

class BoundRelationshipSink : public InnerSink {
 public:
  BoundRelationshipSink(const Wiring& wiring, const BoundRelationship& bound) : InnerSink(wiring), bound_(bound) {}

  bool push() override {
    const Value value = row_[bound_.relationship];
    if (bound_.list) return value.kind() != Value::Kind::list || give_chain(value.as_list());
    if (value.kind() != Value::Kind::relationship) return true;
    const std::uint32_t r = value.index();
    if (!has_type(run_.graph, r, bound_.test) || bound_.used.contains(row_, r)) return true;
    const std::uint32_t source = run_.graph.source(r);
    const std::uint32_t target = run_.graph.target(r);
    if (bound_.test.direction != ast::Direction::incoming && !give(source, target)) return false;
    const bool turned = bound_.test.direction == ast::Direction::incoming ||
                        (bound_.test.direction == ast::Direction::either && source != target);
    return !turned || give(target, source);
  }

 private:
  bool give_chain(const Value::List& chain) {
    if (chain.empty()) return true;
    const std::uint32_t first = chain.front().index();
    if (bound_.test.direction != ast::Direction::incoming && !give_chain(chain, run_.graph.source(first))) return false;
    const bool turned =
        bound_.test.direction == ast::Direction::incoming ||
        (bound_.test.direction == ast::Direction::either && run_.graph.source(first) != run_.graph.target(first));
    return !turned || give_chain(chain, run_.graph.target(first));
  }
  // When the relationships make a chain that starts at this node.
  bool give_chain(const Value::List& chain, std::uint32_t start) {
    std::uint32_t at = start;
    for (const Value& item : chain) {
      if (item.kind() != Value::Kind::relationship) return true;
      const std::uint32_t r = item.index();
      if (!has_type(run_.graph, r, bound_.test) || bound_.used.contains(row_, r)) return true;
      const bool forwards = bound_.test.direction != ast::Direction::incoming && run_.graph.source(r) == at;
      const bool backwards = bound_.test.direction != ast::Direction::outgoing && run_.graph.target(r) == at;
      if (!forwards && !backwards) return true;
      at = forwards ? run_.graph.target(r) : run_.graph.source(r);
    }
    return give(start, at);
  }

  bool give(std::uint32_t left, std::uint32_t right) {
    if (!place(bound_.left, bound_.left_is_bound, left)) return true;
    // Both may be one variable.
    const bool right_is_bound = bound_.right_is_bound || bound_.left == bound_.right;
    if (!place(bound_.right, right_is_bound, right)) return true;
    return next_.push();
  }
  bool place(std::size_t slot, bool is_bound, std::uint32_t node) {
    if (is_bound) return row_[slot].kind() == Value::Kind::node && row_[slot].index() == node;
    row_[slot].set_node(node);
    return true;
  }

  const BoundRelationship& bound_;
};

}  // namespace

bool UsedRelationships::contains(std::span<const Value> row, std::uint32_t relationship) const {
  const auto is_it = [&](const Value& value) {
    return value.kind() == Value::Kind::relationship && value.index() == relationship;
  };
  return std::ranges::any_of(slots, [&](std::size_t slot) {
    const Value& value = row[slot];
    return value.kind() == Value::Kind::list ? std::ranges::any_of(value.as_list(), is_it) : is_it(value);
  });
}

bool has_labels(const PropertyGraph& graph, std::uint32_t node, std::span<const std::uint32_t> labels) {
  return std::ranges::all_of(labels, [&](std::uint32_t label) { return graph.has_label(node, label); });
}

bool has_type(const PropertyGraph& graph, std::uint32_t relationship, const RelationshipTest& test) {
  return test.any_type || std::ranges::find(test.types, graph.type_of(relationship)) != test.types.end();
}

RequiredProperties::RequiredProperties(const std::vector<std::pair<std::string, Evaluator>>& wanted, const Run& run,
                                       std::span<const Value> row) {
  for (const auto& [key, value] : wanted) wanted_.emplace_back(run.graph.key(key), value.evaluate(run, row));
}

bool RequiredProperties::hold(const PropertyGraph& graph, std::uint32_t relationship) const {
  return std::ranges::all_of(wanted_, [&](const auto& wanted) {
    return wanted.first && equals(graph.relationship_property(relationship, *wanted.first), wanted.second) == true;
  });
}

std::unique_ptr<const Step> expand(Expand description) {
  return std::make_unique<StepOf<ExpandSink, Expand>>(std::move(description));
}
std::unique_ptr<const Step> bound_relationship(BoundRelationship description) {
  return std::make_unique<StepOf<BoundRelationshipSink, BoundRelationship>>(std::move(description));
}

}  // namespace diurna::cypher
