#include "query/execution.hpp"

#include <algorithm>
#include <utility>

#include "diurna/core/error.hpp"

namespace diurna::cypher {
namespace {

// The end of all parts: hands rows on, each once when the plan is DISTINCT.
class End : public Sink {
 public:
  End(RowConsumer*& consumer, RowSet* seen) : consumer_(consumer), seen_(seen) {}
  void read(std::span<const Value> row) { row_ = row; }

  bool push() override {
    if (seen_ != nullptr && !seen_->insert(row_).fresh) return true;
    more_ = consumer_->take(row_);
    return more_;
  }
  void finish() override {}
  // Whether the consumer has not refused a row since it was asked last.
  bool take_more() { return std::exchange(more_, true); }

 private:
  RowConsumer*& consumer_;
  RowSet* seen_;
  std::span<const Value> row_;
  bool more_ = true;
};

}  // namespace

Run::~Run() = default;

void Run::check_interruption() const {
  if (interrupted && interrupted())
    throw Error(
        {.code = "query.interrupted", .place = {}, .message = "the query was interrupted", .hint = {}, .excerpt = {}});
}

StartedChain::StartedChain(const StepChain& chain, Run& run, Row in, Row out, Sink& end) : front_(&end) {
  for (auto step = chain.steps.rbegin(); step != chain.steps.rend(); ++step) {
    sinks_.push_back(step->step->start({run, in, step == chain.steps.rbegin() ? out : in, *front_}));
    front_ = sinks_.back().get();
  }
}

class StartedPlan::Part {
 public:
  Part(const Pipeline& pipeline, Run& run, RowConsumer*& consumer, RowSet* seen) : end_(consumer, seen) {
    for (const Stage& stage : pipeline.stages) frames_.emplace_back(std::max<std::size_t>(stage.frame_size, 1));
    const Row last = frames_.back();
    end_.read(pipeline.columns > 0 ? last.first(pipeline.columns) : last);
    Sink* next = &end_;
    for (std::size_t stage = pipeline.stages.size(); stage-- > 0;) {
      const Row out = stage + 1 < frames_.size() ? Row(frames_[stage + 1]) : Row(frames_[stage]);
      chains_.push_back(std::make_unique<StartedChain>(pipeline.stages[stage].chain, run, frames_[stage], out, *next));
      next = &chains_.back()->front();
    }
  }

  bool run(std::span<const Value> imported) {
    std::ranges::copy(imported, frames_.front().begin());
    Sink& first = chains_.back()->front();
    first.push();
    first.finish();
    return end_.take_more();
  }

 private:
  End end_;
  std::vector<std::vector<Value>> frames_;
  std::vector<std::unique_ptr<StartedChain>> chains_;  // the last stage first
};

StartedPlan::StartedPlan(const Plan& plan, Run& run) : seen_(plan.distinct ? std::make_unique<RowSet>() : nullptr) {
  for (const Pipeline& part : plan.parts) parts_.push_back(std::make_unique<Part>(part, run, consumer_, seen_.get()));
}

StartedPlan::~StartedPlan() = default;

void StartedPlan::run(std::span<const Value> imported, RowConsumer& consumer) {
  consumer_ = &consumer;
  if (seen_ != nullptr) seen_->clear();
  for (const std::unique_ptr<Part>& part : parts_)
    if (!part->run(imported)) return;
}

}  // namespace diurna::cypher
