// Grouping by hash: one row a group, in the order in which the groups were met.
#include <algorithm>

#include "query/row_steps.hpp"

namespace diurna::cypher {
namespace {

class GroupSink : public InnerSink {
 public:
  GroupSink(const Wiring& wiring, const Grouping& grouping)
      : InnerSink(wiring), out_(wiring.out), grouping_(grouping), key_(grouping.keys.size()) {}

  bool push() override {
    for (std::size_t i = 0; i < key_.size(); ++i) key_[i] = grouping_.keys[i].evaluate(run_, row_);
    const RowSet::Place place = groups_.insert(key_);
    if (place.fresh) open_group();
    Group& group = states_[place.number];
    for (std::size_t i = 0; i < group.aggregates.size(); ++i)
      grouping_.aggregates[i].add(*group.aggregates[i], run_, row_);
    return true;
  }

  void finish() override {
    if (states_.empty() && key_.empty()) open_empty_group();  // aggregates of nothing are one row
    for (std::size_t number = 0; number < states_.size(); ++number)
      if (!give(number)) break;
    groups_.clear();
    states_.clear();
    next_.finish();
  }

 private:
  struct Group {
    std::vector<std::unique_ptr<Accumulator>> aggregates;
    std::vector<Value> kept;
  };

  Group& open_empty_group() {
    Group& group = states_.emplace_back();
    for (const Aggregate& aggregate : grouping_.aggregates) group.aggregates.push_back(aggregate.start());
    group.kept.resize(grouping_.kept.size());
    return group;
  }
  void open_group() {
    Group& group = open_empty_group();
    for (std::size_t i = 0; i < grouping_.kept.size(); ++i) group.kept[i] = row_[grouping_.kept[i]];
  }

  bool give(std::size_t number) {
    const Group& group = states_[number];
    auto at = out_.begin();
    if (!key_.empty()) at = std::ranges::copy(groups_[number], at).out;
    for (const std::unique_ptr<Accumulator>& aggregate : group.aggregates) *at++ = aggregate->result();
    std::ranges::copy(group.kept, at);
    return next_.push();
  }

  Row out_;
  const Grouping& grouping_;
  std::vector<Value> key_;
  RowSet groups_;
  std::vector<Group> states_;  // by number of the group
};

}  // namespace

std::unique_ptr<const Step> group(Grouping description) {
  return std::make_unique<StepOf<GroupSink, Grouping>>(std::move(description));
}

}  // namespace diurna::cypher
