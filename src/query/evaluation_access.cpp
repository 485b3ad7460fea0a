// Leaves, lists, maps, and what is taken out of values: properties, elements, labels.
#include <algorithm>
#include <chrono>
#include <tuple>

#include "query/evaluation.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;

std::string named(const Value& value) { return std::string(kind_name(value.kind())); }

Value literal_value(const ast::Literal& literal) {
  return std::visit(
      [](const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
          return Value();
        else
          return Value(value);
      },
      literal.value);
}

Value date_field(Value::Date date, std::string_view key) {
  const std::chrono::year_month_day day(date);
  const auto month = static_cast<std::int64_t>(static_cast<unsigned>(day.month()));
  const auto january = std::chrono::sys_days(day.year() / std::chrono::January / 1);
  if (key == "year") return std::int64_t{static_cast<int>(day.year())};
  if (key == "month") return month;
  if (key == "day") return static_cast<std::int64_t>(static_cast<unsigned>(day.day()));
  if (key == "quarter") return (month + 2) / 3;
  if (key == "ordinalDay") return std::int64_t{(date - january).count() + 1};
  if (key == "dayOfWeek" || key == "weekDay")
    return static_cast<std::int64_t>(std::chrono::weekday(date).iso_encoding());
  return {};
}

Value moment_field(const Moment& moment, std::string_view key) {
  const std::chrono::sys_seconds local{std::chrono::seconds(moment.local_seconds())};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::int64_t second = (local - day).count();
  if (key == "hour") return second / 3600;
  if (key == "minute") return second / 60 % 60;
  if (key == "second") return second % 60;
  if (key == "millisecond") return std::int64_t{moment.nanosecond / 1000000};
  if (key == "microsecond") return std::int64_t{moment.nanosecond / 1000};
  if (key == "nanosecond") return std::int64_t{moment.nanosecond};
  if (key == "offsetSeconds" && moment.has_offset()) return std::int64_t{moment.offset};
  return moment.has_date() ? date_field(day, key) : Value();
}

Value element(const Value& list, const Value& index) {
  if (index.kind() != Kind::integer)
    type_fault("a list is indexed by an integer, not " + named(index), "ListElementAccessByNonInteger");
  const Value::List& items = list.as_list();
  const auto size = static_cast<std::int64_t>(items.size());
  const std::int64_t at = index.as_integer() < 0 ? index.as_integer() + size : index.as_integer();
  return at >= 0 && at < size ? items[static_cast<std::size_t>(at)] : Value();
}

Value at_index(const PropertyGraph& graph, const Value& subject, const Value& index) {
  if (subject.is_null() || index.is_null()) return {};
  if (subject.kind() == Kind::list) return element(subject, index);
  const bool keyed =
      subject.kind() == Kind::map || subject.kind() == Kind::node || subject.kind() == Kind::relationship;
  if (!keyed) type_fault("[…] needs a list or a map, not " + named(subject));
  if (index.kind() != Kind::string)
    type_fault("a map is indexed by a string, not " + named(index), "MapElementAccessByNonString");
  return property_of(graph, subject, index.as_string());
}

// An end of a slice as a position from 0 to size.
std::size_t position(const Value& end, std::size_t size) {
  if (end.kind() != Kind::integer) type_fault("the ends of a slice are integers, not " + named(end));
  const auto length = static_cast<std::int64_t>(size);
  const std::int64_t at = end.as_integer() < 0 ? end.as_integer() + length : end.as_integer();
  return static_cast<std::size_t>(std::clamp(at, std::int64_t{0}, length));
}

// Labels as numbers; nothing when the graph does not know one of them.
std::optional<std::vector<std::uint32_t>> label_numbers(const PropertyGraph& graph,
                                                        const std::vector<std::string>& labels) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& label : labels) {
    const auto number = graph.label(label);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

Value property_of(const PropertyGraph& graph, const Value& subject, std::string_view key) {
  switch (subject.kind()) {
    case Kind::null:
      return {};
    case Kind::node: {
      const auto number = graph.key(key);
      return number ? graph.node_property(subject.index(), *number) : Value();
    }
    case Kind::relationship: {
      const auto number = graph.key(key);
      return number ? graph.relationship_property(subject.index(), *number) : Value();
    }
    case Kind::map: {
      const auto found = subject.as_map().find(key);
      return found == subject.as_map().end() ? Value() : found->second;
    }
    case Kind::date:
      return date_field(subject.as_date(), key);
    case Kind::moment:
      return moment_field(subject.as_moment(), key);
    default:
      type_fault(named(subject) + " has no properties");
  }
}

Value::Map properties_of(const PropertyGraph& graph, const Value& subject) {
  if (subject.kind() == Kind::node) return graph.node_properties(subject.index());
  if (subject.kind() == Kind::relationship) return graph.relationship_properties(subject.index());
  if (subject.kind() == Kind::map) return subject.as_map();
  type_fault(named(subject) + " has no properties", "InvalidArgumentValue");
}

NodePtr Compiler::node(const ast::Literal& literal, Span source) {
  return make_node(source, [value = literal_value(literal)](Frame&) { return value; });
}

NodePtr Compiler::node(const ast::Parameter& parameter, Span source) {
  return make_node(source, [name = parameter.name](Frame& frame) -> Value {
    const auto found = frame.context.parameters.find(name);
    if (found == frame.context.parameters.end())
      argument_fault("the parameter $" + name + " was not given", "MissingParameter");
    return found->second;
  });
}

NodePtr Compiler::node(const ast::Variable& name, Span source) { return variable(name.name, source); }

NodePtr Compiler::node(const ast::ListLiteral& list, Span source) {
  return make_node(source, [items = compile_all(list.items)](Frame& frame) {
    Value::List values;
    values.reserve(items.size());
    for (const NodePtr& item : items) values.push_back(item->evaluate(frame));
    return Value(std::move(values));
  });
}

NodePtr Compiler::node(const ast::MapLiteral& map, Span source) {
  std::vector<std::pair<std::string, NodePtr>> entries;
  for (const auto& [key, value] : map.entries) entries.emplace_back(key, compile(*value));
  return make_node(source, [entries = std::move(entries)](Frame& frame) {
    Value::Map values;
    for (const auto& [key, value] : entries) values.insert_or_assign(key, value->evaluate(frame));
    return Value(std::move(values));
  });
}

NodePtr Compiler::node(const ast::PropertyAccess& access, Span source) {
  const std::optional<std::uint32_t> number = planner_.graph().key(access.key);
  return make_node(source, [subject = compile(*access.subject), key = access.key, number](Frame& frame) -> Value {
    const Value value = subject->evaluate(frame);
    if (value.kind() == Kind::node) return number ? frame.context.graph.node_property(value.index(), *number) : Value();
    return property_of(frame.context.graph, value, key);
  });
}

NodePtr Compiler::node(const ast::LabelPredicate& predicate, Span source) {
  auto labels = label_numbers(planner_.graph(), predicate.labels);
  return make_node(source,
                   [subject = compile(*predicate.subject), labels = std::move(labels),
                    names = predicate.labels](Frame& frame) -> Value {
                     const Value value = subject->evaluate(frame);
                     const PropertyGraph& graph = frame.context.graph;
                     if (value.is_null()) return {};
                     if (value.kind() == Kind::node)
                       return labels && std::ranges::all_of(*labels, [&](std::uint32_t label) {
                                return graph.has_label(value.index(), label);
                              });
                     if (value.kind() != Kind::relationship)
                       type_fault("only nodes and relationships have labels, not " + named(value));
                     const std::string_view type = graph.type_names()[graph.type_of(value.index())];
                     return std::ranges::all_of(names, [&](const std::string& name) { return name == type; });
                   });
}

NodePtr Compiler::node(const ast::Index& index, Span source) {
  return make_node(source, [subject = compile(*index.subject), at = compile(*index.index)](Frame& frame) {
    const Value value = subject->evaluate(frame);
    return at_index(frame.context.graph, value, at->evaluate(frame));
  });
}

NodePtr Compiler::node(const ast::Slice& slice, Span source) {
  return make_node(source,
                   [subject = compile(*slice.subject), from = compile_optional(slice.from),
                    to = compile_optional(slice.to)](Frame& frame) -> Value {
                     const Value value = subject->evaluate(frame);
                     const Value begin = from ? from->evaluate(frame) : Value(0);
                     if (value.is_null() || begin.is_null()) return {};
                     if (value.kind() != Kind::list) type_fault("[..] needs a list, not " + named(value));
                     const Value::List& items = value.as_list();
                     const Value end = to ? to->evaluate(frame) : Value(static_cast<std::int64_t>(items.size()));
                     if (end.is_null()) return {};
                     const std::size_t first = position(begin, items.size());
                     const std::size_t last = std::max(first, position(end, items.size()));
                     return Value::List(items.begin() + static_cast<std::ptrdiff_t>(first),
                                        items.begin() + static_cast<std::ptrdiff_t>(last));
                   });
}

}  // namespace diurna::cypher
