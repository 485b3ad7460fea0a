// Functions of nodes, relationships, paths, lists and maps.
#include <algorithm>
#include <array>
#include <limits>

#include "diurna/text/unicode.hpp"
#include "query/evaluation.hpp"
#include "query/functions.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using Nulls = Function::Nulls;

constexpr std::int64_t longest_range = 10000000;

std::int64_t length_of(const Value& value) {
  switch (value.kind()) {
    case Kind::string:
      return static_cast<std::int64_t>(CodePointIndex(value.as_string()).size());
    case Kind::list:
      return static_cast<std::int64_t>(value.as_list().size());
    case Kind::map:
      return static_cast<std::int64_t>(value.as_map().size());
    default:
      return static_cast<std::int64_t>(value.as_path().relationships.size());
  }
}

Value size(const Context&, Arguments arguments) { return length_of(arguments[0]); }
Value is_empty(const Context&, Arguments arguments) { return length_of(arguments[0]) == 0; }

Value id(const Context&, Arguments arguments) { return std::int64_t{arguments[0].index()}; }

Value type(const Context& context, Arguments arguments) {
  return context.graph.type_names()[context.graph.type_of(arguments[0].index())];
}

Value labels(const Context& context, Arguments arguments) {
  Value::List names;
  for (const std::uint32_t label : context.graph.labels(arguments[0].index()))
    names.emplace_back(context.graph.label_names()[label]);
  return names;
}

Value keys(const Context& context, Arguments arguments) {
  Value::List names;
  for (const auto& [key, value] : properties_of(context.graph, arguments[0])) names.emplace_back(key);
  return names;
}

Value properties(const Context& context, Arguments arguments) { return properties_of(context.graph, arguments[0]); }

Value nodes(const Context&, Arguments arguments) { return arguments[0].as_path().nodes; }
Value relationships(const Context&, Arguments arguments) { return arguments[0].as_path().relationships; }

Value start_node(const Context& context, Arguments arguments) {
  return Value::node(context.graph.source(arguments[0].index()));
}
Value end_node(const Context& context, Arguments arguments) {
  return Value::node(context.graph.target(arguments[0].index()));
}

Value exists(const Context&, Arguments arguments) { return !arguments[0].is_null(); }

Value coalesce(const Context&, Arguments arguments) {
  const auto found = std::ranges::find_if(arguments, [](const Value& value) { return !value.is_null(); });
  return found == arguments.end() ? Value() : *found;
}

Value null_if(const Context&, Arguments arguments) {
  return equals(arguments[0], arguments[1]).value_or(false) ? Value() : arguments[0];
}

Value head(const Context&, Arguments arguments) {
  const Value::List& list = arguments[0].as_list();
  return list.empty() ? Value() : list.front();
}
Value last(const Context&, Arguments arguments) {
  const Value::List& list = arguments[0].as_list();
  return list.empty() ? Value() : list.back();
}
Value tail(const Context&, Arguments arguments) {
  const Value::List& list = arguments[0].as_list();
  return Value::List(list.begin() + (list.empty() ? 0 : 1), list.end());
}

Value reverse(const Context&, Arguments arguments) {
  if (arguments[0].kind() == Kind::list) {
    const Value::List& list = arguments[0].as_list();
    return Value::List(list.rbegin(), list.rend());
  }
  const std::string& text = arguments[0].as_string();
  std::string out;
  out.reserve(text.size());
  const CodePointIndex index(text);
  for (std::size_t i = index.size(); i > 0; --i)
    out.append(text, index.byte_offset(i - 1), index.byte_offset(i) - index.byte_offset(i - 1));
  return out;
}

Value range(const Context&, Arguments arguments) {
  const std::int64_t from = arguments[0].as_integer();
  const std::int64_t to = arguments[1].as_integer();
  const std::int64_t step = arguments.size() > 2 ? arguments[2].as_integer() : 1;
  if (step == 0) argument_fault("the step of range() cannot be 0", "NumberOutOfRange");
  Value::List list;
  if (step > 0 ? from > to : from < to) return list;
  const auto distance = step > 0 ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                                 : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  const std::uint64_t stride = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
  const std::uint64_t count = distance / stride + 1;
  if (count == 0 || count > static_cast<std::uint64_t>(longest_range))
    argument_fault("range() makes at most " + std::to_string(longest_range) + " numbers", "NumberOutOfRange");
  list.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i)
    list.emplace_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + i * static_cast<std::uint64_t>(step)));
  return list;
}

constexpr std::array<Kinds, 3> one(Kinds kinds) { return {kinds, kinds, kinds}; }
constexpr Kinds keyed = kinds::map | kinds::entity;
constexpr Kinds sized = kinds::string | kinds::list;

constexpr std::array table = {
    Function{.name = "size", .arguments = one(sized), .result = kinds::integer, .call = size},
    Function{.name = "length", .arguments = one(kinds::path), .result = kinds::integer, .call = size},
    Function{.name = "isEmpty", .arguments = one(sized | kinds::map), .result = kinds::boolean, .call = is_empty},
    Function{.name = "id", .arguments = one(kinds::entity), .result = kinds::integer, .call = id},
    Function{.name = "type", .arguments = one(kinds::relationship), .result = kinds::string, .call = type},
    Function{.name = "labels", .arguments = one(kinds::node), .result = kinds::list, .call = labels},
    Function{.name = "keys", .arguments = one(keyed), .result = kinds::list, .call = keys},
    Function{.name = "properties", .arguments = one(keyed), .result = kinds::map, .call = properties},
    Function{.name = "nodes", .arguments = one(kinds::path), .result = kinds::list, .call = nodes},
    Function{.name = "relationships", .arguments = one(kinds::path), .result = kinds::list, .call = relationships},
    Function{.name = "startNode", .arguments = one(kinds::relationship), .result = kinds::node, .call = start_node},
    Function{.name = "endNode", .arguments = one(kinds::relationship), .result = kinds::node, .call = end_node},
    Function{.name = "exists", .result = kinds::boolean, .call = exists, .nulls = Nulls::are_arguments},
    Function{.name = "coalesce", .most = any_number, .call = coalesce, .nulls = Nulls::are_arguments},
    Function{.name = "nullIf", .least = 2, .most = 2, .call = null_if, .nulls = Nulls::are_arguments},
    Function{.name = "head", .arguments = one(kinds::list), .call = head},
    Function{.name = "last", .arguments = one(kinds::list), .call = last},
    Function{.name = "tail", .arguments = one(kinds::list), .result = kinds::list, .call = tail},
    Function{.name = "reverse", .arguments = one(sized), .result = sized, .call = reverse},
    Function{.name = "range",
             .least = 2,
             .most = 3,
             .arguments = one(kinds::integer),
             .result = kinds::list,
             .call = range,
             .check = Function::Check::late},
};

}  // namespace

std::span<const Function> graph_functions() { return table; }

}  // namespace diurna::cypher
