#include "query/planner.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "query/pipeline_planner.hpp"

namespace diurna::cypher {
namespace {

Plan plan_parts(const PlanContext& context, const ast::Query& query, const std::vector<std::string>& imported) {
  Plan plan{.parts = {}, .columns = {}, .distinct = query.parts.size() > 1 && !query.union_all};
  for (const ast::SingleQuery& part : query.parts) plan.parts.push_back(PipelinePlanner(context, imported).plan(part));
  if (const auto* last = std::get_if<ast::Return>(&query.parts.front().clauses.back().node))
    for (const ast::ProjectionItem& item : last->projection.items) plan.columns.push_back(item.name);
  return plan;
}

class FirstRow : public RowConsumer {
 public:
  bool take(std::span<const Value>) override {
    found = true;
    return false;
  }
  bool found = false;
};
class RowCounter : public RowConsumer {
 public:
  bool take(std::span<const Value>) override {
    ++count;
    return true;
  }
  std::int64_t count = 0;
};
class FirstColumn : public RowConsumer {
 public:
  bool take(std::span<const Value> row) override {
    values.push_back(row.front());
    return true;
  }
  std::vector<Value> values;
};

class PlannedSubquery : public SubqueryPlan {
 public:
  explicit PlannedSubquery(Plan plan) : plan_(std::move(plan)) {}

  [[nodiscard]] bool exists(const Context& context, std::span<const Value> imported) const override {
    FirstRow consumer;
    started(context).run(imported, consumer);
    return consumer.found;
  }
  [[nodiscard]] std::int64_t count(const Context& context, std::span<const Value> imported) const override {
    RowCounter consumer;
    started(context).run(imported, consumer);
    return consumer.count;
  }
  [[nodiscard]] std::vector<Value> collect(const Context& context, std::span<const Value> imported) const override {
    FirstColumn consumer;
    started(context).run(imported, consumer);
    return std::move(consumer.values);
  }

 private:
  // Started once a run. Every context of a planned query is a Run.
  [[nodiscard]] StartedPlan& started(const Context& context) const {
    auto& run = const_cast<Run&>(static_cast<const Run&>(context));
    std::unique_ptr<StartedPlan>& known = run.subqueries[this];
    if (known == nullptr) known = std::make_unique<StartedPlan>(plan_, run);
    return *known;
  }

  Plan plan_;
};

class PlanPrinter {
 public:
  std::string print(const Plan& plan) {
    if (plan.parts.size() == 1) {
      print(steps_of(plan.parts.front()), "", "");
      return std::move(out_);
    }
    line("", plan.distinct ? "Union" : "Union all", std::nullopt);
    for (std::size_t i = 0; i < plan.parts.size(); ++i) {
      const bool last = i + 1 == plan.parts.size();
      print(steps_of(plan.parts[i]), last ? "└─ " : "├─ ", last ? "   " : "│  ");
    }
    return std::move(out_);
  }

 private:
  using Steps = std::vector<const PlannedStep*>;

  // The last step first.
  static Steps steps_of(const Pipeline& pipeline) {
    Steps steps;
    for (auto stage = pipeline.stages.rbegin(); stage != pipeline.stages.rend(); ++stage) append(steps, stage->chain);
    return steps;
  }
  static void append(Steps& steps, const StepChain& chain) {
    for (auto step = chain.steps.rbegin(); step != chain.steps.rend(); ++step) steps.push_back(&*step);
  }

  // `lead` stands before the first line, `indent` before those below it.
  void print(const Steps& steps, std::string lead, std::string indent) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      line(lead, steps[i]->description, steps[i]->rows);
      const bool more = i + 1 < steps.size();
      if (const StepChain* nested = steps[i]->step->nested()) {
        Steps inner;
        append(inner, *nested);
        print(inner, indent + (more ? "├─ " : "└─ "), indent + (more ? "│  " : "   "));
      }
      lead = indent + "└─ ";
      indent += "   ";
    }
  }

  void line(const std::string& lead, const std::string& description, std::optional<double> rows) {
    out_ += lead + description;
    if (rows) out_ += "  ~" + std::to_string(static_cast<std::uint64_t>(std::min(std::ceil(*rows), 1e18)));
    out_ += '\n';
  }

  std::string out_;
};

}  // namespace

Plan Planner::plan(const ast::Query& query) {
  const PlanContext context{.graph = graph_, .subqueries = *this, .text = text_, .repeated = false};
  return plan_parts(context, query, {});
}

std::shared_ptr<const SubqueryPlan> Planner::plan(const ast::Query& query, const std::vector<std::string>& imported) {
  const PlanContext context{.graph = graph_, .subqueries = *this, .text = text_, .repeated = true};
  return std::make_shared<PlannedSubquery>(plan_parts(context, query, imported));
}

std::string to_text(const Plan& plan) { return PlanPrinter().print(plan); }

}  // namespace diurna::cypher
