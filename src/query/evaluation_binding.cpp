// Expressions that bind variables: comprehensions, quantifiers, reduce, map projections, subqueries.
#include <algorithm>

#include "query/evaluation.hpp"
#include "query/walk.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;
using Truth = std::optional<bool>;

// The local of one depth, set as long as this lives.
class Local {
 public:
  Local(Frame& frame, std::size_t depth) : frame_(frame), depth_(depth) {
    if (frame.locals.size() <= depth) frame.locals.resize(depth + 1);
  }
  void set(Value value) { frame_.locals[depth_] = std::move(value); }
  [[nodiscard]] const Value& value() const { return frame_.locals[depth_]; }

 private:
  Frame& frame_;
  std::size_t depth_;
};

const Value::List& items_of(const Value& value) {
  if (value.kind() != Kind::list) type_fault("expected a list, not " + std::string(kind_name(value.kind())));
  return value.as_list();
}

// How many elements satisfy the predicate, for how many it is null, for how many false.
struct Tally {
  std::size_t yes = 0;
  std::size_t unknown = 0;
  std::size_t no = 0;
};

Truth judge(ast::Quantifier::Kind kind, const Tally& tally) {
  using Quantifier = ast::Quantifier::Kind;
  const bool unknown = tally.unknown > 0;
  switch (kind) {
    case Quantifier::all:
      return tally.no > 0 ? Truth(false) : unknown ? Truth() : Truth(true);
    case Quantifier::any:
      return tally.yes > 0 ? Truth(true) : unknown ? Truth() : Truth(false);
    case Quantifier::none:
      return tally.yes > 0 ? Truth(false) : unknown ? Truth() : Truth(true);
    default:
      return tally.yes > 1 ? Truth(false) : unknown ? Truth() : Truth(tally.yes == 1);
  }
}

}  // namespace

NodePtr Compiler::node(const ast::ListComprehension& comprehension, Span source) {
  NodePtr list = compile(*comprehension.list);
  NodePtr where = compile_within(comprehension.variable, comprehension.where);
  NodePtr projection = compile_within(comprehension.variable, comprehension.projection);
  return make_node(source,
                   [list = std::move(list), where = std::move(where), projection = std::move(projection),
                    depth = locals_.size()](Frame& frame) -> Value {
                     const Value source_list = list->evaluate(frame);
                     if (source_list.is_null()) return {};
                     Value::List results;
                     Local local(frame, depth);
                     for (const Value& item : items_of(source_list)) {
                       local.set(item);
                       if (where && truth_of(where->evaluate(frame)) != Truth(true)) continue;
                       results.push_back(projection ? projection->evaluate(frame) : item);
                     }
                     return results;
                   });
}

NodePtr Compiler::node(const ast::Quantifier& quantifier, Span source) {
  NodePtr list = compile(*quantifier.list);
  NodePtr predicate = compile_within(quantifier.variable, quantifier.predicate);
  return make_node(source,
                   [list = std::move(list), predicate = std::move(predicate), kind = quantifier.kind,
                    depth = locals_.size()](Frame& frame) -> Value {
                     const Value source_list = list->evaluate(frame);
                     if (source_list.is_null()) return {};
                     Tally tally;
                     Local local(frame, depth);
                     for (const Value& item : items_of(source_list)) {
                       local.set(item);
                       const Truth truth = truth_of(predicate->evaluate(frame));
                       ++(!truth ? tally.unknown : *truth ? tally.yes : tally.no);
                     }
                     return to_value(judge(kind, tally));
                   });
}

NodePtr Compiler::node(const ast::Reduce& reduce, Span source) {
  NodePtr initial = compile(*reduce.initial);
  NodePtr list = compile(*reduce.list);
  const std::size_t depth = locals_.size();
  locals_.push_back(reduce.accumulator);
  NodePtr step = compile_within(reduce.variable, reduce.step);
  locals_.pop_back();
  return make_node(
      source,
      [initial = std::move(initial), list = std::move(list), step = std::move(step), depth](Frame& frame) -> Value {
        Value start = initial->evaluate(frame);
        const Value source_list = list->evaluate(frame);
        if (source_list.is_null()) return {};
        Local accumulator(frame, depth);
        Local item(frame, depth + 1);
        accumulator.set(std::move(start));
        for (const Value& each : items_of(source_list)) {
          item.set(each);
          accumulator.set(step->evaluate(frame));
        }
        return accumulator.value();
      });
}

NodePtr Compiler::node(const ast::MapProjection& projection, Span source) {
  struct Entry {
    std::string key;
    NodePtr value;
    bool all;
  };
  std::vector<Entry> entries;
  for (const auto& entry : projection.entries) entries.push_back({entry.key, compile_optional(entry.value), entry.all});
  return make_node(
      source, [subject = compile(*projection.subject), entries = std::move(entries)](Frame& frame) -> Value {
        const Value value = subject->evaluate(frame);
        if (value.is_null()) return {};
        Value::Map map;
        for (const Entry& entry : entries) {
          if (entry.all)
            for (auto& [key, property] : properties_of(frame.context.graph, value)) map.insert_or_assign(key, property);
          else
            map.insert_or_assign(entry.key, entry.value ? entry.value->evaluate(frame)
                                                        : property_of(frame.context.graph, value, entry.key));
        }
        return map;
      });
}

NodePtr Compiler::node(const ast::Subquery& subquery, Span source) {
  ast::Expression whole{subquery, source};
  std::vector<std::string> names;
  std::vector<NodePtr> values;
  for (const std::string& name : free_variables(whole)) {
    const bool known = slots_.find(name) || std::ranges::find(locals_, name) != locals_.end();
    if (!known) continue;
    names.push_back(name);
    values.push_back(variable(name, source));
  }
  return make_node(source,
                   [plan = planner_.plan(*subquery.query, names), values = std::move(values),
                    kind = subquery.kind](Frame& frame) -> Value {
                     std::vector<Value> imported;
                     imported.reserve(values.size());
                     for (const NodePtr& value : values) imported.push_back(value->evaluate(frame));
                     if (kind == ast::Subquery::Kind::exists) return plan->exists(frame.context, imported);
                     if (kind == ast::Subquery::Kind::count) return plan->count(frame.context, imported);
                     return plan->collect(frame.context, imported);
                   });
}

}  // namespace diurna::cypher
