// How plans run: rows are pushed from step to step.
//
// A plan is a list of immutable steps. To run it each step starts a sink that knows the next sink; a sink takes the row
// that stands in its frame, changes the frame's slots and pushes on, as often as it has results. Only one row is on its
// way at a time, so a frame is one array of values, and a row costs no allocation. False from push() means that no more
// rows are wanted (LIMIT, EXISTS); finish() tells sinks that hold rows back (sort, aggregate) to give them and to be
// ready for another run.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "query/engine.hpp"
#include "query/evaluator.hpp"
#include "query/row_key.hpp"

namespace diurna::cypher {

using Row = std::span<Value>;
inline constexpr std::size_t no_slot = std::numeric_limits<std::size_t>::max();

class StartedPlan;

// One run of one query: what all its sinks share. Belongs to one thread.
struct Run : Context {
  Run(const PropertyGraph& of_graph, const Parameters& with_parameters, const Interruption& when_interrupted)
      : Context{of_graph, with_parameters}, interrupted(when_interrupted) {}
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // To be called once for a unit of work; throws Error "query.interrupted".
  void tick() {
    if ((++ticks & 0xFFFFU) == 0) check_interruption();
  }
  void check_interruption() const;

  const Interruption& interrupted;
  std::uint64_t ticks = 0;
  PropertyGraphBuilder* created = nullptr;  // where CREATE adds to
  // Subqueries that were started once and run again for each row.
  mutable std::unordered_map<const void*, std::unique_ptr<StartedPlan>> subqueries;
};

class Sink {
 public:
  virtual ~Sink() = default;
  virtual bool push() = 0;
  virtual void finish() = 0;
};

// What a step is given to start with. `in` and `out` are the same frame but for steps that begin a new one.
struct Wiring {
  Run& run;
  Row in;
  Row out;
  Sink& next;
};

// A sink between two others.
class InnerSink : public Sink {
 public:
  explicit InnerSink(const Wiring& wiring) : run_(wiring.run), row_(wiring.in), next_(wiring.next) {}
  void finish() override { next_.finish(); }

 protected:
  Run& run_;
  Row row_;
  Sink& next_;
};

struct StepChain;

class Step {
 public:
  virtual ~Step() = default;
  [[nodiscard]] virtual std::unique_ptr<Sink> start(const Wiring& wiring) const = 0;
  // Steps that this one runs for each row: to be printed below it.
  [[nodiscard]] virtual const StepChain* nested() const { return nullptr; }
};

// A step that makes a sink of type S from its own description.
template <class S, class Description>
class StepOf : public Step {
 public:
  explicit StepOf(Description description) : description_(std::move(description)) {}
  [[nodiscard]] std::unique_ptr<Sink> start(const Wiring& wiring) const override {
    return std::make_unique<S>(wiring, description_);
  }

 private:
  Description description_;
};

// A step and what EXPLAIN says of it.
struct PlannedStep {
  std::unique_ptr<const Step> step;
  std::string description;
  double rows = 1;  // estimate of what it gives
};

// Steps that share a frame.
struct StepChain {
  std::vector<PlannedStep> steps;
};

// The sinks of a chain, the first first.
class StartedChain {
 public:
  // Of the last step what follows reads `out`, of all others `in`.
  StartedChain(const StepChain& chain, Run& run, Row in, Row out, Sink& end);
  [[nodiscard]] Sink& front() { return *front_; }

 private:
  std::vector<std::unique_ptr<Sink>> sinks_;  // the last first
  Sink* front_;
};

// A chain and the size of the frame it works in. The last step of a stage fills the frame of the next one.
struct Stage {
  StepChain chain;
  std::size_t frame_size = 0;
};

// One single query: stages in a row.
struct Pipeline {
  std::vector<Stage> stages;
  std::size_t columns = 0;  // the first slots of the last frame; 0 when there is no RETURN
};

// Queries joined by UNION.
struct Plan {
  std::vector<Pipeline> parts;
  std::vector<std::string> columns;
  bool distinct = false;  // UNION without ALL
};

// Takes the rows of a plan; false when it wants no more.
class RowConsumer {
 public:
  virtual ~RowConsumer() = default;
  virtual bool take(std::span<const Value> row) = 0;
};

// A plan with frames and sinks, ready to run again and again.
class StartedPlan {
 public:
  StartedPlan(const Plan& plan, Run& run);
  ~StartedPlan();
  // `imported` are the first slots of the first frame of each part.
  void run(std::span<const Value> imported, RowConsumer& consumer);

 private:
  class Part;
  RowConsumer* consumer_ = nullptr;
  std::unique_ptr<RowSet> seen_;
  std::vector<std::unique_ptr<Part>> parts_;
};

}  // namespace diurna::cypher
