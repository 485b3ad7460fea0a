// Chains of relationships: depth-first for all of them, breadth-first for the shortest.
#include <algorithm>
#include <unordered_map>

#include "query/expand_steps.hpp"

namespace diurna::cypher {
namespace {

class VariableExpandSink : public InnerSink {
 public:
  VariableExpandSink(const Wiring& wiring, const VariableExpand& expand) : InnerSink(wiring), expand_(expand) {}

  bool push() override {
    const Value& from = row_[expand_.from];
    if (from.kind() != Value::Kind::node) return true;
    const RequiredProperties required(expand_.properties, run_, row_);
    const std::uint32_t start = from.index();
    bound_ = expand_.to_is_bound ? std::optional(row_[expand_.to]) : std::nullopt;
    chain_.clear();
    open_.clear();
    levels_.clear();
    if (expand_.minimum == 0 && !give(start)) return false;
    descend(start);
    while (!levels_.empty()) {
      if (levels_.back() == open_.size()) {  // nothing left to try at this level
        levels_.pop_back();
        if (!chain_.empty()) chain_.pop_back();
        continue;
      }
      const Incidence step = open_.back();
      open_.pop_back();
      run_.tick();
      if (std::ranges::find(chain_, step.relationship) != chain_.end()) continue;
      if (expand_.used.contains(row_, step.relationship) || !required.hold(run_.graph, step.relationship)) continue;
      chain_.push_back(step.relationship);
      if (chain_.size() >= expand_.minimum && !give(step.node)) return false;
      descend(step.node);
    }
    return true;
  }

 private:
  // Opens what leads on from `node`, the first on top.
  void descend(std::uint32_t node) {
    levels_.push_back(open_.size());
    if (chain_.size() >= expand_.maximum) return;
    const auto begin = static_cast<std::ptrdiff_t>(open_.size());
    visit_incident(run_.graph, node, expand_.test, [this](std::uint32_t relationship, std::uint32_t next) {
      open_.push_back({relationship, next});
      return true;
    });
    std::reverse(open_.begin() + begin, open_.end());
  }

  bool give(std::uint32_t node) {
    if (!has_labels(run_.graph, node, expand_.to_labels)) return true;
    if (bound_ && (bound_->kind() != Value::Kind::node || bound_->index() != node)) return true;
    if (!bound_) row_[expand_.to].set_node(node);
    if (expand_.relationships != no_slot) row_[expand_.relationships] = chain_value();
    const bool more = next_.push();
    // Its own list must not count as used by others when the next chain is tried.
    if (expand_.relationships != no_slot) row_[expand_.relationships] = Value();
    return more;
  }

  [[nodiscard]] Value chain_value() const {
    Value::List list;
    list.reserve(chain_.size());
    for (const std::uint32_t relationship : chain_) list.push_back(Value::relationship(relationship));
    if (expand_.reversed) std::ranges::reverse(list);
    return {std::move(list)};
  }

  const VariableExpand& expand_;
  std::optional<Value> bound_;
  std::vector<std::uint32_t> chain_;  // relationships from the start
  std::vector<Incidence> open_;       // what is to be tried, level upon level
  std::vector<std::size_t> levels_;   // where each level begins in `open_`
};

class ShortestPathSink : public InnerSink {
 public:
  ShortestPathSink(const Wiring& wiring, const ShortestPath& path) : InnerSink(wiring), path_(path) {}

  bool push() override {
    const Value& from = row_[path_.from];
    const Value& to = row_[path_.to];
    if (from.kind() != Value::Kind::node || to.kind() != Value::Kind::node) return true;
    if (from.index() == to.index()) return path_.minimum > 0 || give({});
    return search(from.index(), to.index()) || unwind(from.index(), to.index());
  }

 private:
  struct Reached {
    std::uint64_t distance = 0;
    std::vector<Incidence> from;  // the ways that lead here on a shortest path
  };

  // Breadth-first from the start until the level of the goal is done; true when it is not reached.
  bool search(std::uint32_t from, std::uint32_t to) {
    const RequiredProperties required(path_.properties, run_, row_);
    reached_.clear();
    reached_[from];
    std::vector<std::uint32_t> level{from};
    for (std::uint64_t distance = 1; !level.empty() && distance <= path_.maximum && !reached_.contains(to);
         ++distance) {
      std::vector<std::uint32_t> next;
      for (const std::uint32_t node : level)
        visit_incident(run_.graph, node, path_.test, [&](std::uint32_t relationship, std::uint32_t other) {
          run_.tick();
          if (!required.hold(run_.graph, relationship)) return true;
          const auto [found, fresh] = reached_.try_emplace(other);
          if (fresh) {
            found->second.distance = distance;
            next.push_back(other);
          }
          if (found->second.distance == distance && (fresh || path_.all))
            found->second.from.push_back({relationship, node});
          return true;
        });
      level = std::move(next);
    }
    const auto goal = reached_.find(to);
    return goal == reached_.end() || goal->second.distance < path_.minimum;
  }

  // Gives each chain that leads back from `to`.
  bool unwind(std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> back;
    return unwind(from, to, back);
  }
  bool unwind(std::uint32_t from, std::uint32_t at, std::vector<std::uint32_t>& back) {
    if (at == from) return give(back);
    for (const Incidence way : reached_.at(at).from) {
      back.push_back(way.relationship);
      if (!unwind(from, way.node, back)) return false;
      back.pop_back();
    }
    return true;
  }

  bool give(const std::vector<std::uint32_t>& back) {
    Value::List list;
    for (auto r = back.rbegin(); r != back.rend(); ++r) list.push_back(Value::relationship(*r));
    row_[path_.relationships] = Value(std::move(list));
    const bool more = next_.push();
    row_[path_.relationships] = Value();
    return more;
  }

  const ShortestPath& path_;
  std::unordered_map<std::uint32_t, Reached> reached_;
};

}  // namespace

std::unique_ptr<const Step> variable_expand(VariableExpand description) {
  return std::make_unique<StepOf<VariableExpandSink, VariableExpand>>(std::move(description));
}
std::unique_ptr<const Step> shortest_path(ShortestPath description) {
  return std::make_unique<StepOf<ShortestPathSink, ShortestPath>>(std::move(description));
}

}  // namespace diurna::cypher
