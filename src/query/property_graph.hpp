// The graph as queries see it: nodes with labels and properties, relationships with a type and properties, all numbered
// from 0, and indexes over them.
//
//     PropertyGraphBuilder builder;
//     const auto ana = builder.add_node({"PERSON"}, {{"name", "Ana"}});
//     builder.add_relationship(ana, ana, "KNOWS", {});
//     const PropertyGraph graph = std::move(builder).build();
//     graph.nodes_with_label(*graph.label("PERSON"));       // [0]
//
// Relationships are numbered by source, type, target and order of arrival, so that those which leave a node stand side
// by side, those of a type too; for those which reach a node there is one more array. Immutable; safe to share between
// threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/query/value.hpp"
#include "query/names.hpp"
#include "query/property_column.hpp"

namespace diurna::cypher {

// A relationship and the node at its other end.
struct Incidence {
  std::uint32_t relationship = 0;
  std::uint32_t node = 0;
};

// Consecutive numbers, begin to end - 1.
struct NumberRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

// Columns that may be filled when they are first asked for.
class LateColumns {
 public:
  using Loader = std::function<void(std::vector<PropertyColumn>&)>;

  LateColumns() : state_(std::make_unique<State>()) {}
  [[nodiscard]] std::vector<PropertyColumn>& edit() { return state_->columns; }
  void load_later(Loader load) { state_->load = std::move(load); }
  [[nodiscard]] const std::vector<PropertyColumn>& get() const {
    if (!state_->ready.load(std::memory_order_acquire)) load();
    return state_->columns;
  }

 private:
  struct State {
    std::vector<PropertyColumn> columns;
    Loader load;
    std::once_flag once;
    std::atomic<bool> ready{false};
  };
  void load() const {
    std::call_once(state_->once, [this] {
      if (state_->load) state_->load(state_->columns);
      state_->ready.store(true, std::memory_order_release);
    });
  }

  std::unique_ptr<State> state_;
};

class PropertyGraph {
 public:
  [[nodiscard]] std::uint32_t node_count() const { return static_cast<std::uint32_t>(label_set_of_node_.size()); }
  [[nodiscard]] std::uint32_t relationship_count() const { return static_cast<std::uint32_t>(types_.size()); }

  // Numbers of names; nothing when no node or relationship has it. A label or type with dots, as an ontology has them
  // (justice.detain), is known by its name with underscores.
  [[nodiscard]] std::optional<std::uint32_t> label(std::string_view name) const { return find(label_names_, name); }
  [[nodiscard]] std::optional<std::uint32_t> type(std::string_view name) const { return find(type_names_, name); }
  [[nodiscard]] std::optional<std::uint32_t> key(std::string_view name) const { return key_names_.find(name); }
  [[nodiscard]] const Names& label_names() const { return label_names_; }
  [[nodiscard]] const Names& type_names() const { return type_names_; }
  [[nodiscard]] const Names& key_names() const { return key_names_; }

  // Sorted by name.
  [[nodiscard]] std::span<const std::uint32_t> labels(std::uint32_t node) const {
    return label_sets_[label_set_of_node_[node]].labels;
  }
  [[nodiscard]] bool has_label(std::uint32_t node, std::uint32_t label) const {
    return label_sets_[label_set_of_node_[node]].has[label] != 0;
  }
  // Sorted.
  [[nodiscard]] std::span<const std::uint32_t> nodes_with_label(std::uint32_t label) const {
    return nodes_by_label_[label];
  }

  [[nodiscard]] std::uint32_t type_of(std::uint32_t relationship) const { return types_[relationship]; }
  [[nodiscard]] std::uint32_t source(std::uint32_t relationship) const { return sources_[relationship]; }
  [[nodiscard]] std::uint32_t target(std::uint32_t relationship) const { return targets_[relationship]; }
  // Sorted.
  [[nodiscard]] std::span<const std::uint32_t> relationships_of_type(std::uint32_t type) const {
    return relationships_by_type_[type];
  }

  // Relationships that leave a node, by type, then target.
  [[nodiscard]] NumberRange outgoing(std::uint32_t node) const { return {out_begin_[node], out_begin_[node + 1]}; }
  [[nodiscard]] NumberRange outgoing(std::uint32_t node, std::uint32_t type) const;
  // Those that reach it, by type, then source.
  [[nodiscard]] std::span<const Incidence> incoming(std::uint32_t node) const {
    return std::span(in_).subspan(in_begin_[node], in_begin_[node + 1] - in_begin_[node]);
  }
  [[nodiscard]] std::span<const Incidence> incoming(std::uint32_t node, std::uint32_t type) const;

  // Null when it has no such property; `key` comes from key().
  [[nodiscard]] const Value& node_property(std::uint32_t node, std::uint32_t key) const {
    return node_column(key).value(node);
  }
  [[nodiscard]] const Value& relationship_property(std::uint32_t relationship, std::uint32_t key) const {
    return relationship_column(key).value(relationship);
  }
  [[nodiscard]] const PropertyColumn& node_column(std::uint32_t key) const { return node_columns_.get()[key]; }
  [[nodiscard]] const PropertyColumn& relationship_column(std::uint32_t key) const {
    return relationship_columns_.get()[key];
  }
  // All that are not null.
  [[nodiscard]] Value::Map node_properties(std::uint32_t node) const;
  [[nodiscard]] Value::Map relationship_properties(std::uint32_t relationship) const;
  // The node or relationship with its record, as it goes into a result.
  [[nodiscard]] Value node_value(std::uint32_t node) const;
  [[nodiscard]] Value relationship_value(std::uint32_t relationship) const;

  // How many relationships of the type leave, or reach, nodes with the label.
  [[nodiscard]] std::uint32_t count_from(std::uint32_t label, std::uint32_t type) const {
    return from_counts_[label * type_names_.size() + type];
  }
  [[nodiscard]] std::uint32_t count_to(std::uint32_t label, std::uint32_t type) const {
    return to_counts_[label * type_names_.size() + type];
  }

 private:
  friend class PropertyGraphBuilder;
  struct LabelSet {
    std::vector<std::uint32_t> labels;  // sorted by name
    std::vector<std::uint8_t> has;      // by label
  };

  [[nodiscard]] static std::optional<std::uint32_t> find(const Names& names, std::string_view name);
  [[nodiscard]] std::string id_text(std::uint32_t node) const;

  Names label_names_;
  Names type_names_;
  Names key_names_;
  std::vector<LabelSet> label_sets_;
  std::vector<std::uint32_t> label_set_of_node_;
  std::vector<std::vector<std::uint32_t>> nodes_by_label_;
  std::vector<std::uint32_t> types_;
  std::vector<std::uint32_t> sources_;
  std::vector<std::uint32_t> targets_;
  std::vector<std::vector<std::uint32_t>> relationships_by_type_;
  std::vector<std::uint32_t> out_begin_;
  std::vector<std::uint32_t> in_begin_;
  std::vector<Incidence> in_;
  LateColumns node_columns_;          // by key
  LateColumns relationship_columns_;  // by key
  std::vector<std::uint32_t> from_counts_;
  std::vector<std::uint32_t> to_counts_;
};

// Collects a graph, then makes it.
class PropertyGraphBuilder {
 public:
  PropertyGraphBuilder() = default;
  // All of `graph`, to add to.
  explicit PropertyGraphBuilder(const PropertyGraph& graph);

  // Properties that are null are left out.
  std::uint32_t add_node(std::span<const std::string> labels, const Value::Map& properties);
  // The number holds until build(), which sorts relationships.
  std::uint32_t add_relationship(std::uint32_t source, std::uint32_t target, std::string_view type,
                                 const Value::Map& properties);
  // The same by numbers of names, one property at a time: for large graphs.
  std::uint32_t add_node(std::uint32_t label_set);
  std::uint32_t add_relationship(std::uint32_t source, std::uint32_t target, std::uint32_t type);
  std::uint32_t label_set(std::span<const std::string> labels);
  std::uint32_t type(std::string_view name) { return graph_.type_names_.add(name); }
  std::uint32_t key(std::string_view name);
  void set_node_property(std::uint32_t node, std::uint32_t key, const Value& value);
  void set_relationship_property(std::uint32_t relationship, std::uint32_t key, const Value& value);
  // Fills columns, all keys of which are known, when one is first asked for. The loader must see relationships in the
  // order of the finished graph.
  void load_nodes_later(LateColumns::Loader load) { graph_.node_columns_.load_later(std::move(load)); }
  void load_relationships_later(LateColumns::Loader load) { graph_.relationship_columns_.load_later(std::move(load)); }

  [[nodiscard]] PropertyGraph build() &&;

 private:
  void sort_relationships();
  void index_labels();
  void index_incoming();
  void count_by_label();

  PropertyGraph graph_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> label_set_numbers_;
};

}  // namespace diurna::cypher
