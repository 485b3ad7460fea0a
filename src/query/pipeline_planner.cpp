#include "query/pipeline_planner.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/joined.hpp"
#include "query/create_step.hpp"
#include "query/filter_choice.hpp"
#include "query/pattern.hpp"
#include "query/row_steps.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

constexpr double list_length = 10;  // what UNWIND is taken to give

ast::ExpressionPtr variable(std::string name, Span source) {
  return std::make_shared<const ast::Expression>(ast::Expression{ast::Variable{std::move(name)}, source});
}

// The name of slot `number` that no query can spell.
std::string hidden_name(std::string_view kind, std::size_t number) {
  return " " + std::string(kind) + " " + std::to_string(number);
}

std::string described(const ast::ProjectionItem& item, const std::string& words) {
  return words.empty() || words == item.name ? item.name : words + " AS " + item.name;
}

}  // namespace

PipelinePlanner::PipelinePlanner(const PlanContext& context, const std::vector<std::string>& imported)
    : context_(context) {
  for (const std::string& name : imported) slots_.add(name);
  pipeline_.stages.emplace_back();
}

Pipeline PipelinePlanner::plan(const ast::SingleQuery& query) && {
  for (const ast::Clause& clause : query.clauses) std::visit([this](const auto& node) { take(node); }, clause.node);
  pipeline_.stages.back().frame_size = slots_.size();
  return std::move(pipeline_);
}

void PipelinePlanner::take(const ast::Match& match) {
  const Pattern pattern = pattern_of(match);
  const std::size_t known = slots_.size();
  PlannedMatch planned = plan_match(context_, pattern, slots_, rows_);
  if (!match.optional) {
    rows_ = planned.rows;
    std::ranges::move(planned.chain.steps, std::back_inserter(pipeline_.stages.back().chain.steps));
    return;
  }
  std::vector<std::size_t> added;
  for (std::size_t slot = known; slot < slots_.size(); ++slot) added.push_back(slot);
  rows_ = std::max(rows_, planned.rows);
  add(optional(std::move(planned.chain), std::move(added)), "Optional");
}

void PipelinePlanner::take(const ast::Unwind& unwind) {
  Evaluator list = evaluator(*unwind.list, slots_);
  rows_ *= list_length;
  add(cypher::unwind(std::move(list), slots_.add(unwind.variable)),
      "Unwind  " + words(unwind.list) + " AS " + unwind.variable);
}

void PipelinePlanner::take(const ast::Create& create) {
  add(cypher::create_step(create, slots_, context_.subqueries), "Create");
}

void PipelinePlanner::take(const ast::With& with) { project(with.projection, with.where); }

void PipelinePlanner::take(const ast::Return& returned) {
  project(returned.projection, nullptr);
  pipeline_.columns = returned.projection.items.size();
}

void PipelinePlanner::project(const ast::Projection& projection, const ast::ExpressionPtr& where) {
  if (is_aggregating(projection)) return project(group(projection), where);
  const Target target = target_of(projection, where);
  project_columns(projection, target);
  begin_stage(target.next);
  if (projection.distinct) {
    rows_ = std::max(1.0, rows_ / 2);
    add(distinct(projection.items.size()), "Distinct");
  }
  order(projection, target.scope);
  cut(projection);
  for (const ast::ExpressionPtr& conjunct : conjuncts(where)) {
    const double before = rows_;
    rows_ *= Estimates(context_.graph).selectivity(*conjunct);
    add(choose_filter(context_, *conjunct, target.scope, before), "Filter  " + words(conjunct));
  }
}

PipelinePlanner::Target PipelinePlanner::target_of(const ast::Projection& projection,
                                                   const ast::ExpressionPtr& where) const {
  std::set<std::string> needed;
  if (where != nullptr) needed = free_variables(*where);
  for (const ast::SortItem& item : projection.order_by) needed.merge(free_variables(*item.expression));
  Target target;
  for (const ast::ProjectionItem& item : projection.items) {
    target.scope.add(item.name);
    target.next.add(item.name);
  }
  for (const std::string& name : needed) {
    const auto slot = slots_.find(name);
    if (!slot || target.scope.find(name)) continue;
    target.scope.add(name);
    target.next.add(hidden_name("kept", target.kept.size()));
    target.kept.push_back(*slot);
  }
  return target;
}

void PipelinePlanner::project_columns(const ast::Projection& projection, const Target& target) {
  Project description{.columns = {}, .kept = target.kept};
  std::vector<std::string> shown;
  for (const ast::ProjectionItem& item : projection.items) {
    description.columns.push_back(evaluator(*item.expression, slots_));
    shown.push_back(described(item, words(item.expression)));
  }
  add(cypher::project(std::move(description)), "Project  " + detail::joined(shown, ", "));
}

ast::Projection PipelinePlanner::group(const ast::Projection& projection) {
  Grouping grouping;
  AggregateExtraction aggregates;
  ast::Projection rest = projection;
  std::vector<std::string> shown;
  Slots next;
  std::set<std::string> needed;
  for (ast::ProjectionItem& item : rest.items) {
    shown.push_back(words(item.expression));
    if (is_aggregating(*item.expression)) {
      item.expression = aggregates.extract(item.expression);
      needed.merge(free_variables(*item.expression));
      continue;
    }
    const std::string name = hidden_name("key", grouping.keys.size());
    next.add(name);
    // Codes are remembered by position; a plan that is run for each row would have to forget them each time.
    const auto use = context_.repeated ? std::nullopt : property_of(*item.expression);
    grouping.keys.push_back(
        {evaluator(*item.expression, slots_), use ? resolved(*use, context_.graph, slots_) : std::nullopt});
    item.expression = variable(name, item.expression->source);
  }
  for (std::size_t i = 0; i < aggregates.calls().size(); ++i) {
    next.add(AggregateExtraction::name(i));
    const ast::Expression& call = *aggregates.calls()[i];
    if (std::holds_alternative<ast::CountStar>(call.node)) {
      grouping.aggregates.emplace_back();
    } else {
      grouping.aggregates.emplace_back(Aggregate(call, slots_, context_.subqueries));
    }
  }
  for (const std::string& name : needed) {
    const auto slot = slots_.find(name);
    if (!slot) continue;
    next.add(name);
    grouping.kept.push_back(*slot);
  }
  rows_ = grouping.keys.empty() ? 1 : std::max(1.0, std::sqrt(rows_));
  add(cypher::group(std::move(grouping)), "Group  " + detail::joined(shown, ", "));
  begin_stage(std::move(next));
  return rest;
}

void PipelinePlanner::order(const ast::Projection& projection, const Slots& scope) {
  if (projection.order_by.empty()) return;
  Sort description{.keys = {}, .width = scope.size(), .skip = {}, .limit = {}};
  std::vector<std::string> shown;
  for (const ast::SortItem& item : projection.order_by) {
    description.keys.push_back({evaluator(*item.expression, scope), item.descending});
    shown.push_back(words(item.expression) + (item.descending ? " DESC" : ""));
  }
  if (projection.limit != nullptr) description.limit = evaluator(*projection.limit, {});
  if (projection.skip != nullptr) description.skip = evaluator(*projection.skip, {});
  const bool top = description.limit.has_value();
  add(sort(std::move(description)), (top ? "TopRows  " : "Sort  ") + detail::joined(shown, ", "));
}

void PipelinePlanner::cut(const ast::Projection& projection) {
  if (projection.skip != nullptr) add(skip(evaluator(*projection.skip, {})), "Skip  " + words(projection.skip));
  if (projection.limit == nullptr) return;
  if (const auto* literal = std::get_if<ast::Literal>(&projection.limit->node))
    if (const auto* count = std::get_if<std::int64_t>(&literal->value))
      rows_ = std::min(rows_, static_cast<double>(*count));
  add(limit(evaluator(*projection.limit, {})), "Limit  " + words(projection.limit));
}

void PipelinePlanner::add(std::unique_ptr<const Step> step, std::string description) {
  pipeline_.stages.back().chain.steps.push_back({std::move(step), std::move(description), rows_});
}

void PipelinePlanner::begin_stage(Slots slots) {
  pipeline_.stages.back().frame_size = slots_.size();
  slots_ = std::move(slots);
  pipeline_.stages.emplace_back();
}

Evaluator PipelinePlanner::evaluator(const ast::Expression& expression, const Slots& slots) const {
  return Evaluator(expression, slots, context_.subqueries);
}

}  // namespace diurna::cypher
