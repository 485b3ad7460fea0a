// count, sum, avg, min, max, collect, stDev, percentileDisc, percentileCont: one accumulator each.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "query/evaluation.hpp"
#include "query/functions.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;

class Count final : public Accumulator {
 public:
  void add(const Value&, const Value&) override { ++count_; }
  [[nodiscard]] Value result() const override { return count_; }

 private:
  std::int64_t count_ = 0;
};

// Integers are added exactly as long as they fit; the first real makes the sum real.
class Sum final : public Accumulator {
 public:
  void add(const Value& argument, const Value&) override {
    if (argument.kind() == Kind::real || real_) {
      if (!real_) sum_ = static_cast<double>(whole_);
      real_ = true;
      sum_ += argument.as_number();
    } else if (__builtin_add_overflow(whole_, argument.as_integer(), &whole_)) {
      arithmetic_fault("the sum is too large for an integer", "IntegerOverflow");
    }
  }
  [[nodiscard]] Value result() const override { return real_ ? Value(sum_) : Value(whole_); }

 private:
  std::int64_t whole_ = 0;
  double sum_ = 0;
  bool real_ = false;
};

class Average final : public Accumulator {
 public:
  void add(const Value& argument, const Value&) override {
    ++count_;
    mean_ += (argument.as_number() - mean_) / static_cast<double>(count_);
  }
  [[nodiscard]] Value result() const override { return count_ == 0 ? Value() : Value(mean_); }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0;
};

// min and max compare as ORDER BY does, so that every two values compare.
class Extreme final : public Accumulator {
 public:
  explicit Extreme(bool greatest) : greatest_(greatest) {}
  void add(const Value& argument, const Value&) override {
    if (best_.is_null() || (greatest_ ? order(argument, best_) > 0 : order(argument, best_) < 0)) best_ = argument;
  }
  [[nodiscard]] Value result() const override { return best_; }

 private:
  bool greatest_;
  Value best_;
};

class Collect final : public Accumulator {
 public:
  void add(const Value& argument, const Value&) override { values_.push_back(argument); }
  [[nodiscard]] Value result() const override { return values_; }

 private:
  Value::List values_;
};

// Welford's running variance (1962).
class Deviation final : public Accumulator {
 public:
  explicit Deviation(bool of_sample) : of_sample_(of_sample) {}
  void add(const Value& argument, const Value&) override {
    ++count_;
    const double difference = argument.as_number() - mean_;
    mean_ += difference / count_;
    squares_ += difference * (argument.as_number() - mean_);
  }
  [[nodiscard]] Value result() const override {
    const double divisor = of_sample_ ? count_ - 1 : count_;
    return divisor > 0 ? std::sqrt(squares_ / divisor) : 0.0;
  }

 private:
  bool of_sample_;
  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

class Percentile final : public Accumulator {
 public:
  explicit Percentile(bool interpolated) : interpolated_(interpolated) {}
  void add(const Value& argument, const Value& parameter) override {
    if (values_.empty()) fraction_ = fraction(parameter);
    values_.push_back(argument);
  }
  [[nodiscard]] Value result() const override {
    if (values_.empty()) return {};
    Value::List sorted = values_;
    std::ranges::sort(sorted, [](const Value& a, const Value& b) { return order(a, b) < 0; });
    const auto size = static_cast<double>(sorted.size());
    if (!interpolated_) return sorted[static_cast<std::size_t>(std::max(std::ceil(fraction_ * size) - 1, 0.0))];
    const double at = fraction_ * (size - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double low = sorted[below].as_number();
    return low + (sorted[above].as_number() - low) * (at - std::floor(at));
  }

 private:
  static double fraction(const Value& parameter) {
    const double value = parameter.is_number() ? parameter.as_number() : -1;
    if (!(value >= 0 && value <= 1)) argument_fault("a percentile lies between 0 and 1", "NumberOutOfRange");
    return value;
  }
  bool interpolated_;
  double fraction_ = 0;
  Value::List values_;
};

// Hands on what it has not met before.
class Distinct final : public Accumulator {
 public:
  explicit Distinct(std::unique_ptr<Accumulator> inner) : inner_(std::move(inner)) {}
  void add(const Value& argument, const Value& parameter) override {
    if (met_.insert(argument).second) inner_->add(argument, parameter);
  }
  [[nodiscard]] Value result() const override { return inner_->result(); }

 private:
  std::unique_ptr<Accumulator> inner_;
  std::unordered_set<Value, ValueHash> met_;
};

template <typename Kind, auto... Arguments>
std::unique_ptr<Accumulator> make() {
  return std::make_unique<Kind>(Arguments...);
}

struct Entry {
  AggregateFunction function;
  std::unique_ptr<Accumulator> (*start)();
};

constexpr std::array<Entry, 10> table = {{
    {{"count", 1, kinds::any, kinds::integer}, make<Count>},
    {{"sum", 1, kinds::number, kinds::number}, make<Sum>},
    {{"avg", 1, kinds::number, kinds::real}, make<Average>},
    {{"min", 1, kinds::any, kinds::any}, make<Extreme, false>},
    {{"max", 1, kinds::any, kinds::any}, make<Extreme, true>},
    {{"collect", 1, kinds::any, kinds::list}, make<Collect>},
    {{"stDev", 1, kinds::number, kinds::real}, make<Deviation, true>},
    {{"stDevP", 1, kinds::number, kinds::real}, make<Deviation, false>},
    {{"percentileDisc", 2, kinds::number, kinds::number}, make<Percentile, false>},
    {{"percentileCont", 2, kinds::number, kinds::real}, make<Percentile, true>},
}};

constexpr auto functions_of_table = [] {
  std::array<AggregateFunction, table.size()> functions;
  for (std::size_t i = 0; i < table.size(); ++i) functions[i] = table[i].function;
  return functions;
}();

const Entry& entry_of(std::string_view name) {
  const auto found =
      std::ranges::find_if(table, [&](const Entry& each) { return equal_ignoring_case(each.function.name, name); });
  if (found == table.end())
    throw QueryError(
        {.detail = "UnknownFunction", .message = "there is no aggregate " + std::string(name) + "()", .hint = ""});
  return *found;
}

}  // namespace

std::span<const AggregateFunction> aggregate_functions() { return functions_of_table; }

Aggregate::Aggregate(const ast::Expression& call, const Slots& slots, SubqueryPlanner& subqueries)
    : name_("count"), source_(call.source) {
  const auto* function = std::get_if<ast::FunctionCall>(&call.node);
  if (function == nullptr) return;  // count(*)
  name_ = entry_of(function->name).function.name;
  distinct_ = function->distinct;
  for (const ast::ExpressionPtr& argument : function->arguments) arguments_.emplace_back(*argument, slots, subqueries);
}

std::unique_ptr<Accumulator> Aggregate::start() const {
  std::unique_ptr<Accumulator> state = entry_of(name_).start();
  return distinct_ ? std::make_unique<Distinct>(std::move(state)) : std::move(state);
}

void Aggregate::add(Accumulator& state, const Context& context, std::span<const Value> row) const {
  if (arguments_.empty()) return state.add({}, {});
  const Value argument = arguments_[0].evaluate(context, row);
  if (argument.is_null()) return;
  const Value parameter = arguments_.size() > 1 ? arguments_[1].evaluate(context, row) : Value();
  try {
    const Kinds takes = entry_of(name_).function.argument;
    if (!takes.has(argument.kind()))
      type_fault(name_ + "() needs " + to_text(takes) + ", not " + std::string(kind_name(argument.kind())),
                 "InvalidArgumentValue");
    state.add(argument, parameter);
  } catch (const Fault& fault) {
    if (context.text.empty()) throw QueryError(fault.report);
    throw QueryError(fault.report, context.text, source_);
  }
}

}  // namespace diurna::cypher
