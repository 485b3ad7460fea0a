#include <algorithm>
#include <numeric>
#include <tuple>

#include "query/property_graph.hpp"

namespace diurna::cypher {
namespace {

template <class T>
std::vector<T> permuted(const std::vector<T>& values, const std::vector<std::uint32_t>& order) {
  std::vector<T> out;
  out.reserve(values.size());
  for (const std::uint32_t from : order) out.push_back(values[from]);
  return out;
}

PropertyColumn permuted(const PropertyColumn& column, const std::vector<std::uint32_t>& order) {
  PropertyColumn out;
  for (std::uint32_t to = 0; to < order.size(); ++to)
    if (const Value& value = column.value(order[to]); !value.is_null()) out.set(to, value);
  return out;
}

// Turns numbers of items per slot, counted at slot + 1, into where each slot begins.
std::vector<std::uint32_t> begins_of(std::vector<std::uint32_t> counts) {
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
  return counts;
}

}  // namespace

PropertyGraphBuilder::PropertyGraphBuilder(const PropertyGraph& graph) {
  for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
    std::vector<std::string> labels;
    for (const std::uint32_t label : graph.labels(node)) labels.push_back(graph.label_names()[label]);
    add_node(labels, graph.node_properties(node));
  }
  for (std::uint32_t r = 0; r < graph.relationship_count(); ++r)
    add_relationship(graph.source(r), graph.target(r), graph.type_names()[graph.type_of(r)],
                     graph.relationship_properties(r));
}

std::uint32_t PropertyGraphBuilder::add_node(std::span<const std::string> labels, const Value::Map& properties) {
  const std::uint32_t node = add_node(label_set(labels));
  for (const auto& [name, value] : properties)
    if (!value.is_null()) set_node_property(node, key(name), value);
  return node;
}

std::uint32_t PropertyGraphBuilder::add_relationship(std::uint32_t source, std::uint32_t target,
                                                     std::string_view type_name, const Value::Map& properties) {
  const std::uint32_t relationship = add_relationship(source, target, type(type_name));
  for (const auto& [name, value] : properties)
    if (!value.is_null()) set_relationship_property(relationship, key(name), value);
  return relationship;
}

std::uint32_t PropertyGraphBuilder::add_node(std::uint32_t label_set) {
  graph_.label_set_of_node_.push_back(label_set);
  return graph_.node_count() - 1;
}

std::uint32_t PropertyGraphBuilder::add_relationship(std::uint32_t source, std::uint32_t target, std::uint32_t type) {
  graph_.sources_.push_back(source);
  graph_.targets_.push_back(target);
  graph_.types_.push_back(type);
  return graph_.relationship_count() - 1;
}

std::uint32_t PropertyGraphBuilder::label_set(std::span<const std::string> labels) {
  std::vector<std::uint32_t> set;
  for (const std::string& label : labels) set.push_back(graph_.label_names_.add(label));
  std::ranges::sort(set, {}, [this](std::uint32_t label) -> const std::string& { return graph_.label_names_[label]; });
  set.erase(std::unique(set.begin(), set.end()), set.end());
  const auto [found, fresh] = label_set_numbers_.try_emplace(set, graph_.label_sets_.size());
  if (fresh) graph_.label_sets_.push_back({.labels = std::move(set), .has = {}});
  return found->second;
}

std::uint32_t PropertyGraphBuilder::key(std::string_view name) {
  const std::uint32_t number = graph_.key_names_.add(name);
  if (number >= graph_.node_columns_.edit().size()) {
    graph_.node_columns_.edit().emplace_back();
    graph_.relationship_columns_.edit().emplace_back();
  }
  return number;
}

void PropertyGraphBuilder::set_node_property(std::uint32_t node, std::uint32_t key, const Value& value) {
  graph_.node_columns_.edit()[key].set(node, value);
}

void PropertyGraphBuilder::set_relationship_property(std::uint32_t relationship, std::uint32_t key,
                                                     const Value& value) {
  graph_.relationship_columns_.edit()[key].set(relationship, value);
}

PropertyGraph PropertyGraphBuilder::build() && {
  index_labels();
  sort_relationships();
  index_incoming();
  count_by_label();
  return std::move(graph_);
}

void PropertyGraphBuilder::index_labels() {
  const std::uint32_t labels = graph_.label_names_.size();
  for (PropertyGraph::LabelSet& set : graph_.label_sets_) {
    set.has.assign(labels, 0);
    for (const std::uint32_t label : set.labels) set.has[label] = 1;
  }
  graph_.nodes_by_label_.resize(labels);
  for (std::uint32_t node = 0; node < graph_.node_count(); ++node)
    for (const std::uint32_t label : graph_.labels(node)) graph_.nodes_by_label_[label].push_back(node);
}

void PropertyGraphBuilder::sort_relationships() {
  const auto place = [this](std::uint32_t r) {
    return std::tuple(graph_.sources_[r], graph_.types_[r], graph_.targets_[r]);
  };
  std::vector<std::uint32_t> order(graph_.relationship_count());
  std::iota(order.begin(), order.end(), 0U);
  if (!std::ranges::is_sorted(order, {}, place)) {
    std::ranges::stable_sort(order, {}, place);
    graph_.sources_ = permuted(graph_.sources_, order);
    graph_.targets_ = permuted(graph_.targets_, order);
    graph_.types_ = permuted(graph_.types_, order);
    for (PropertyColumn& column : graph_.relationship_columns_.edit())
      if (column.size() > 0) column = permuted(column, order);
  }
  std::vector<std::uint32_t> counts(graph_.node_count() + 1);
  for (const std::uint32_t source : graph_.sources_) ++counts[source + 1];
  graph_.out_begin_ = begins_of(std::move(counts));
  graph_.relationships_by_type_.resize(graph_.type_names_.size());
  for (std::uint32_t r = 0; r < graph_.relationship_count(); ++r)
    graph_.relationships_by_type_[graph_.types_[r]].push_back(r);
}

void PropertyGraphBuilder::index_incoming() {
  std::vector<std::uint32_t> counts(graph_.node_count() + 1);
  for (const std::uint32_t target : graph_.targets_) ++counts[target + 1];
  graph_.in_begin_ = begins_of(std::move(counts));
  graph_.in_.resize(graph_.relationship_count());
  std::vector<std::uint32_t> next = graph_.in_begin_;
  // Type by type, so that those of a node come sorted by type, then by source.
  for (const std::vector<std::uint32_t>& of_type : graph_.relationships_by_type_)
    for (const std::uint32_t r : of_type) graph_.in_[next[graph_.targets_[r]]++] = {r, graph_.sources_[r]};
}

void PropertyGraphBuilder::count_by_label() {
  const std::size_t types = graph_.type_names_.size();
  graph_.from_counts_.assign(graph_.label_names_.size() * types, 0);
  graph_.to_counts_.assign(graph_.label_names_.size() * types, 0);
  for (std::uint32_t r = 0; r < graph_.relationship_count(); ++r) {
    for (const std::uint32_t label : graph_.labels(graph_.sources_[r]))
      ++graph_.from_counts_[label * types + graph_.types_[r]];
    for (const std::uint32_t label : graph_.labels(graph_.targets_[r]))
      ++graph_.to_counts_[label * types + graph_.types_[r]];
  }
}

}  // namespace diurna::cypher
