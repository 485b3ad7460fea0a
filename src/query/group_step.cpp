// Grouping by hash: one row a group, in the order in which the groups were met.
//
// Where the only key is a property, the group of each of its codes is remembered, so that most rows find theirs without
// looking at the value.
#include <algorithm>
#include <limits>

#include "query/row_steps.hpp"

namespace diurna::cypher {
namespace {

class GroupSink : public InnerSink {
 public:
  GroupSink(const Wiring& wiring, const Grouping& grouping)
      : InnerSink(wiring), out_(wiring.out), grouping_(grouping), key_(grouping.keys.size()) {
    if (grouping.keys.size() == 1) property_ = grouping.keys.front().property;
  }

  bool push() override {
    const std::size_t number = property_ ? group_of_property() : group_of_values();
    Group& group = groups_[number];
    ++group.rows;
    for (std::size_t i = 0; i < group.states.size(); ++i)
      if (group.states[i] != nullptr) grouping_.aggregates[i]->add(*group.states[i], run_, row_);
    return true;
  }

  void finish() override {
    if (groups_.empty() && key_.empty()) open_group();  // aggregates of nothing are one row
    for (std::size_t number = 0; number < groups_.size(); ++number)
      if (!give(number)) break;
    keys_.clear();
    groups_.clear();
    nodes_by_code_.clear();
    relationships_by_code_.clear();
    next_.finish();
  }

 private:
  static constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
  struct Group {
    std::uint64_t rows = 0;
    std::vector<std::unique_ptr<Accumulator>> states;  // by aggregate; none for count(*)
    std::vector<Value> kept;
  };

  std::size_t group_of_values() {
    for (std::size_t i = 0; i < key_.size(); ++i) key_[i] = grouping_.keys[i].value.evaluate(run_, row_);
    const RowSet::Place place = keys_.insert(key_);
    if (place.fresh) {
      Group& group = open_group();
      for (std::size_t i = 0; i < grouping_.kept.size(); ++i) group.kept[i] = row_[grouping_.kept[i]];
    }
    return place.number;
  }

  std::size_t group_of_property() {
    const Value& owner = row_[property_->slot];
    if (owner.kind() == Value::Kind::node)
      return group_of_code(nodes_by_code_, run_.graph.node_column(property_->key).code(owner.index()));
    if (owner.kind() == Value::Kind::relationship)
      return group_of_code(relationships_by_code_, run_.graph.relationship_column(property_->key).code(owner.index()));
    return group_of_values();
  }
  std::size_t group_of_code(std::vector<std::uint32_t>& by_code, std::uint32_t code) {
    if (code >= by_code.size()) by_code.resize(std::max<std::size_t>(code + 1, by_code.size() * 2), unknown);
    if (by_code[code] == unknown) by_code[code] = static_cast<std::uint32_t>(group_of_values());
    return by_code[code];
  }

  Group& open_group() {
    Group& group = groups_.emplace_back();
    for (const std::optional<Aggregate>& aggregate : grouping_.aggregates)
      group.states.push_back(aggregate ? aggregate->start() : nullptr);
    group.kept.resize(grouping_.kept.size());
    return group;
  }

  bool give(std::size_t number) {
    const Group& group = groups_[number];
    auto at = out_.begin();
    if (!key_.empty()) at = std::ranges::copy(keys_[number], at).out;
    for (const std::unique_ptr<Accumulator>& state : group.states)
      *at++ = state == nullptr ? Value(static_cast<std::int64_t>(group.rows)) : state->result();
    std::ranges::copy(group.kept, at);
    return next_.push();
  }

  Row out_;
  const Grouping& grouping_;
  std::optional<PropertySlot> property_;
  std::vector<std::uint32_t> nodes_by_code_;
  std::vector<std::uint32_t> relationships_by_code_;
  std::vector<Value> key_;
  RowSet keys_;
  std::vector<Group> groups_;  // by number of the key
};

}  // namespace

std::unique_ptr<const Step> group(Grouping description) {
  return std::make_unique<StepOf<GroupSink, Grouping>>(std::move(description));
}

}  // namespace diurna::cypher
