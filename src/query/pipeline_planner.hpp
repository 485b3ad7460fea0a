// Plans one single query: clause after clause.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/analysis.hpp"
#include "query/match_planner.hpp"

namespace diurna::cypher {

class PipelinePlanner {
 public:
  // `imported` are the variables of the first slots.
  PipelinePlanner(const PlanContext& context, const std::vector<std::string>& imported);

  [[nodiscard]] Pipeline plan(const ast::SingleQuery& query) &&;

 private:
  // Names of the frame that a projection fills: its columns, then what ORDER BY and WHERE still need.
  struct Target {
    Slots scope;  // for ORDER BY and WHERE
    Slots next;   // for the clauses that follow: columns alone have their names
    std::vector<std::size_t> kept;
  };

  void take(const ast::Match& match);
  void take(const ast::Unwind& unwind);
  void take(const ast::Create& create);
  void take(const ast::With& with);
  void take(const ast::Return& returned);

  void project(const ast::Projection& projection, const ast::ExpressionPtr& where);
  void project_columns(const ast::Projection& projection, const Target& target);
  // Ends the stage with a grouping; the items are left to be computed from its frame.
  [[nodiscard]] ast::Projection group(const ast::Projection& projection);
  [[nodiscard]] Target target_of(const ast::Projection& projection, const ast::ExpressionPtr& where) const;
  void order(const ast::Projection& projection, const Slots& scope);
  void cut(const ast::Projection& projection);

  void add(std::unique_ptr<const Step> step, std::string description);
  void begin_stage(Slots slots);
  [[nodiscard]] Evaluator evaluator(const ast::Expression& expression, const Slots& slots) const;
  [[nodiscard]] std::string words(const ast::ExpressionPtr& expression) const {
    return words_of(context_, *expression);
  }

  const PlanContext& context_;
  Pipeline pipeline_;
  Slots slots_;
  double rows_ = 1;
};

}  // namespace diurna::cypher
