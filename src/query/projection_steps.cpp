#include <algorithm>
#include <limits>
#include <utility>

#include "diurna/query/error.hpp"
#include "query/row_steps.hpp"

namespace diurna::cypher {
namespace {

class ProjectSink : public InnerSink {
 public:
  ProjectSink(const Wiring& wiring, const Project& project) : InnerSink(wiring), out_(wiring.out), project_(project) {}
  bool push() override {
    std::size_t at = 0;
    for (const Evaluator& column : project_.columns) out_[at++] = column.evaluate(run_, row_);
    for (const std::size_t slot : project_.kept) out_[at++] = row_[slot];
    return next_.push();
  }

 private:
  Row out_;
  const Project& project_;
};

class DistinctSink : public InnerSink {
 public:
  DistinctSink(const Wiring& wiring, std::size_t columns) : InnerSink(wiring), columns_(columns) {}
  bool push() override { return !seen_.insert(row_.first(columns_)).fresh || next_.push(); }
  void finish() override {
    seen_.clear();
    next_.finish();
  }

 private:
  std::size_t columns_;
  RowSet seen_;
};

class SkipSink : public InnerSink {
 public:
  SkipSink(const Wiring& wiring, const Evaluator& count) : InnerSink(wiring), count_(row_count(count, wiring.run)) {}
  bool push() override { return seen_++ < count_ || next_.push(); }
  void finish() override {
    seen_ = 0;
    next_.finish();
  }

 private:
  std::uint64_t count_;
  std::uint64_t seen_ = 0;
};

class LimitSink : public InnerSink {
 public:
  LimitSink(const Wiring& wiring, const Evaluator& count) : InnerSink(wiring), count_(row_count(count, wiring.run)) {}
  bool push() override {
    if (given_ >= count_) return false;
    ++given_;
    return next_.push() && given_ < count_;
  }
  void finish() override {
    given_ = 0;
    next_.finish();
  }

 private:
  std::uint64_t count_;
  std::uint64_t given_ = 0;
};

// Rows with their keys, held until all have come. With a limit no more than twice as many are held at a time.
class SortSink : public InnerSink {
 public:
  SortSink(const Wiring& wiring, const Sort& sort) : InnerSink(wiring), sort_(sort) {
    if (sort.limit) most_ = row_count(*sort.limit, run_);
    if (sort.limit && sort.skip) {
      const std::uint64_t skipped = row_count(*sort.skip, run_);
      most_ = skipped > std::numeric_limits<std::uint64_t>::max() - most_ ? unlimited : most_ + skipped;
    }
  }

  bool push() override {
    if (most_ == 0) return false;
    Held held{.keys = {}, .row = {}, .arrival = arrivals_++};
    held.keys.reserve(sort_.keys.size());
    for (const SortKey& key : sort_.keys) held.keys.push_back(key.value.evaluate(run_, row_));
    if (has_worst_ && !before(held, worst_)) return true;
    held.row.assign(row_.begin(), row_.begin() + static_cast<std::ptrdiff_t>(sort_.width));
    held_.push_back(std::move(held));
    if (most_ < unlimited / 2 && held_.size() >= std::max<std::uint64_t>(most_ * 2, 64)) cut();
    return true;
  }

  void finish() override {
    std::ranges::sort(held_, [this](const Held& a, const Held& b) { return before(a, b); });
    for (std::size_t i = 0; i < std::min<std::uint64_t>(held_.size(), most_); ++i) {
      std::ranges::move(held_[i].row, row_.begin());
      if (!next_.push()) break;
    }
    held_.clear();
    arrivals_ = 0;
    has_worst_ = false;
    next_.finish();
  }

 private:
  static constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
  struct Held {
    std::vector<Value> keys;
    std::vector<Value> row;
    std::uint64_t arrival = 0;
  };

  [[nodiscard]] bool before(const Held& a, const Held& b) const {
    for (std::size_t i = 0; i < sort_.keys.size(); ++i) {
      const std::weak_ordering found = order(a.keys[i], b.keys[i]);
      if (found != 0) return (found < 0) != sort_.keys[i].descending;
    }
    return a.arrival < b.arrival;
  }

  // Keeps the first rows; whatever does not come before the last of them is not taken any more.
  void cut() {
    const auto keep = held_.begin() + static_cast<std::ptrdiff_t>(most_);
    std::nth_element(held_.begin(), keep - 1, held_.end(),
                     [this](const Held& a, const Held& b) { return before(a, b); });
    held_.erase(keep, held_.end());
    worst_ = held_.back();
    has_worst_ = true;
  }

  const Sort& sort_;
  std::uint64_t most_ = unlimited;
  std::uint64_t arrivals_ = 0;
  std::vector<Held> held_;
  Held worst_;
  bool has_worst_ = false;
};

}  // namespace

std::uint64_t row_count(const Evaluator& evaluator, const Context& context) {
  const Value count = evaluator.evaluate(context, {});
  if (count.kind() != Value::Kind::integer)
    throw QueryError({.kind = QueryError::Kind::syntax,
                      .detail = "InvalidArgumentType",
                      .message = "SKIP and LIMIT need an integer, not " + to_literal(count),
                      .hint = {}});
  if (count.as_integer() < 0)
    throw QueryError({.kind = QueryError::Kind::syntax,
                      .detail = "NegativeIntegerArgument",
                      .message = "SKIP and LIMIT need an integer from 0 on, not " + to_literal(count),
                      .hint = {}});
  return static_cast<std::uint64_t>(count.as_integer());
}

std::unique_ptr<const Step> project(Project description) {
  return std::make_unique<StepOf<ProjectSink, Project>>(std::move(description));
}
std::unique_ptr<const Step> distinct(std::size_t columns) {
  return std::make_unique<StepOf<DistinctSink, std::size_t>>(columns);
}
std::unique_ptr<const Step> sort(Sort description) {
  return std::make_unique<StepOf<SortSink, Sort>>(std::move(description));
}
std::unique_ptr<const Step> skip(Evaluator count) {
  return std::make_unique<StepOf<SkipSink, Evaluator>>(std::move(count));
}
std::unique_ptr<const Step> limit(Evaluator count) {
  return std::make_unique<StepOf<LimitSink, Evaluator>>(std::move(count));
}

}  // namespace diurna::cypher
