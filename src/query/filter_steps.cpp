#include <algorithm>

#include "query/expand_steps.hpp"
#include "query/row_steps.hpp"

namespace diurna::cypher {
namespace {

class FilterSink : public InnerSink {
 public:
  FilterSink(const Wiring& wiring, const Evaluator& predicate) : InnerSink(wiring), predicate_(predicate) {}
  bool push() override { return !predicate_.holds(run_, row_) || next_.push(); }

 private:
  const Evaluator& predicate_;
};

struct LabelFilter {
  std::size_t slot;
  std::vector<std::uint32_t> labels;
};
class LabelFilterSink : public InnerSink {
 public:
  LabelFilterSink(const Wiring& wiring, const LabelFilter& filter) : InnerSink(wiring), filter_(filter) {}
  bool push() override {
    const Value& node = row_[filter_.slot];
    if (node.kind() != Value::Kind::node || !has_labels(run_.graph, node.index(), filter_.labels)) return true;
    return next_.push();
  }

 private:
  const LabelFilter& filter_;
};

class PropertyFilterSink : public InnerSink {
 public:
  PropertyFilterSink(const Wiring& wiring, const PropertyFilter& filter)
      : InnerSink(wiring),
        filter_(filter),
        column_(filter.of_relationship ? wiring.run.graph.relationship_column(filter.key)
                                       : wiring.run.graph.node_column(filter.key)) {}

  bool push() override {
    const Value& owner = row_[filter_.slot];
    if (owner.kind() != (filter_.of_relationship ? Value::Kind::relationship : Value::Kind::node))
      return !filter_.predicate.holds(run_, row_) || next_.push();
    const std::uint32_t code = column_.code(owner.index());
    if (code >= verdicts_.size()) verdicts_.resize(std::max<std::size_t>(code + 1, verdicts_.size() * 2), unknown);
    if (verdicts_[code] == unknown) verdicts_[code] = filter_.predicate.holds(run_, row_) ? kept : dropped;
    return verdicts_[code] == dropped || next_.push();
  }
  void finish() override {
    verdicts_.clear();
    next_.finish();
  }

 private:
  enum Verdict : std::uint8_t { unknown, kept, dropped };

  const PropertyFilter& filter_;
  const PropertyColumn& column_;
  std::vector<Verdict> verdicts_;  // by code of the property's value
};

struct Unwind {
  Evaluator list;
  std::size_t slot;
};
class UnwindSink : public InnerSink {
 public:
  UnwindSink(const Wiring& wiring, const Unwind& unwind) : InnerSink(wiring), unwind_(unwind) {}
  bool push() override {
    const Value list = unwind_.list.evaluate(run_, row_);
    if (list.is_null()) return true;
    if (list.kind() != Value::Kind::list) return give(list);
    return std::ranges::all_of(list.as_list(), [this](const Value& item) { return give(item); });
  }

 private:
  bool give(const Value& item) {
    run_.tick();
    row_[unwind_.slot] = item;
    return next_.push();
  }

  const Unwind& unwind_;
};

struct Optional {
  StepChain chain;
  std::vector<std::size_t> slots;
};
// Stands at the end of the chain and knows whether a row came.
class OptionalEnd : public InnerSink {
 public:
  explicit OptionalEnd(const Wiring& wiring) : InnerSink(wiring) {}
  bool push() override {
    came_ = true;
    return next_.push();
  }
  void finish() override {}
  void reset() { came_ = false; }
  [[nodiscard]] bool came() const { return came_; }

 private:
  bool came_ = false;
};
class OptionalSink : public InnerSink {
 public:
  OptionalSink(const Wiring& wiring, const Optional& optional)
      : InnerSink(wiring),
        optional_(optional),
        end_(wiring),
        chain_(optional.chain, wiring.run, wiring.in, wiring.in, end_) {}

  bool push() override {
    end_.reset();
    const bool more = chain_.front().push();
    if (end_.came()) return more;
    for (const std::size_t slot : optional_.slots) row_[slot] = Value();
    return next_.push();
  }
  void finish() override {
    chain_.front().finish();
    next_.finish();
  }

 private:
  const Optional& optional_;
  OptionalEnd end_;
  StartedChain chain_;
};
class OptionalStep : public Step {
 public:
  explicit OptionalStep(Optional optional) : optional_(std::move(optional)) {}
  [[nodiscard]] std::unique_ptr<Sink> start(const Wiring& wiring) const override {
    return std::make_unique<OptionalSink>(wiring, optional_);
  }
  [[nodiscard]] const StepChain* nested() const override { return &optional_.chain; }

 private:
  Optional optional_;
};

class PathBuildSink : public InnerSink {
 public:
  PathBuildSink(const Wiring& wiring, const PathBuild& build) : InnerSink(wiring), build_(build) {}
  bool push() override {
    row_[build_.path] = path();
    return next_.push();
  }

 private:
  [[nodiscard]] Value path() const {
    PathRecord path;
    path.nodes.push_back(row_[build_.start]);
    for (const std::size_t slot : build_.relationships) {
      const Value& value = row_[slot];
      if (value.kind() == Value::Kind::relationship) {
        extend(path, value);
      } else if (value.kind() == Value::Kind::list) {
        for (const Value& relationship : value.as_list()) extend(path, relationship);
      } else {
        return {};
      }
    }
    return Value(std::move(path));
  }
  void extend(PathRecord& path, const Value& relationship) const {
    const std::uint32_t r = relationship.index();
    const std::uint32_t source = run_.graph.source(r);
    const std::uint32_t next = source == path.nodes.back().index() ? run_.graph.target(r) : source;
    path.relationships.push_back(Value::relationship(r));
    path.nodes.push_back(Value::node(next));
  }

  const PathBuild& build_;
};

}  // namespace

std::unique_ptr<const Step> filter(Evaluator predicate) {
  return std::make_unique<StepOf<FilterSink, Evaluator>>(std::move(predicate));
}
std::unique_ptr<const Step> label_filter(std::size_t slot, std::vector<std::uint32_t> labels) {
  return std::make_unique<StepOf<LabelFilterSink, LabelFilter>>(LabelFilter{slot, std::move(labels)});
}
std::unique_ptr<const Step> property_filter(PropertyFilter description) {
  return std::make_unique<StepOf<PropertyFilterSink, PropertyFilter>>(std::move(description));
}
std::unique_ptr<const Step> unwind(Evaluator list, std::size_t slot) {
  return std::make_unique<StepOf<UnwindSink, Unwind>>(Unwind{std::move(list), slot});
}
std::unique_ptr<const Step> optional(StepChain chain, std::vector<std::size_t> slots) {
  return std::make_unique<OptionalStep>(Optional{std::move(chain), std::move(slots)});
}
std::unique_ptr<const Step> build_path(PathBuild description) {
  return std::make_unique<StepOf<PathBuildSink, PathBuild>>(std::move(description));
}

}  // namespace diurna::cypher
