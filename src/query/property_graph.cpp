#include "query/property_graph.hpp"

#include <algorithm>

namespace diurna::cypher {

std::optional<std::uint32_t> PropertyGraph::find(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  if (found || name.find('.') == std::string_view::npos) return found;
  std::string plain(name);
  std::ranges::replace(plain, '.', '_');
  return names.find(plain);
}

NumberRange PropertyGraph::outgoing(std::uint32_t node, std::uint32_t type) const {
  const auto first = types_.begin() + out_begin_[node];
  const auto last = types_.begin() + out_begin_[node + 1];
  const auto [begin, end] = std::equal_range(first, last, type);
  return {static_cast<std::uint32_t>(begin - types_.begin()), static_cast<std::uint32_t>(end - types_.begin())};
}

std::span<const Incidence> PropertyGraph::incoming(std::uint32_t node, std::uint32_t type) const {
  const auto all = incoming(node);
  const auto found = std::ranges::equal_range(all, type, {}, [this](Incidence in) { return types_[in.relationship]; });
  return {found.begin(), found.end()};
}

Value::Map PropertyGraph::node_properties(std::uint32_t node) const {
  Value::Map properties;
  for (std::uint32_t key = 0; key < key_names_.size(); ++key)
    if (const Value& value = node_property(node, key); !value.is_null()) properties.emplace(key_names_[key], value);
  return properties;
}

Value::Map PropertyGraph::relationship_properties(std::uint32_t relationship) const {
  Value::Map properties;
  for (std::uint32_t key = 0; key < key_names_.size(); ++key)
    if (const Value& value = relationship_property(relationship, key); !value.is_null())
      properties.emplace(key_names_[key], value);
  return properties;
}

std::string PropertyGraph::id_text(std::uint32_t node) const {
  const auto id = key("id");
  if (!id) return {};
  const Value& value = node_property(node, *id);
  return value.is_null() ? std::string() : to_text(value);
}

Value PropertyGraph::node_value(std::uint32_t node) const {
  NodeRecord record{.labels = {}, .properties = node_properties(node)};
  for (const std::uint32_t label : labels(node)) record.labels.push_back(label_names_[label]);
  return Value::node(node, std::move(record));
}

Value PropertyGraph::relationship_value(std::uint32_t relationship) const {
  return Value::relationship(relationship, {.type = type_names_[types_[relationship]],
                                            .source = sources_[relationship],
                                            .target = targets_[relationship],
                                            .source_id = id_text(sources_[relationship]),
                                            .target_id = id_text(targets_[relationship]),
                                            .properties = relationship_properties(relationship)});
}

}  // namespace diurna::cypher
