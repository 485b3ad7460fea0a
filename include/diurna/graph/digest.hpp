/// What nodes and edges show, as numbers and views: to build indexes over large graphs without a Node or an Edge of
/// each.
///
///     const diurna::GraphDigest digest(graph);
///     digest.for_each_edge([&](const diurna::EdgeDigest& edge) {
///       for (const std::uint32_t statement : edge.statements) digest.key(statement);     // "words"
///     });
///
/// A statement is one value of one property; the same statement of many nodes has one number, so that what it stands
/// for need be looked at only once. Views live as long as the graph is not changed. Const calls may run in several
/// threads.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna {

/// What a node or an edge shows.
struct ShownContent {
  std::span<const std::uint32_t> statements;  ///< One for each property, sorted by key.
  std::span<const std::uint32_t> documents;   ///< Numbers of those that say anything here, sorted by id.
  std::size_t mentions = 0;                   ///< Pieces of evidence.
  double score = 0;                           ///< The highest of the evidence; 0 without.
};

struct NodeOutline {
  std::string_view id;
  NodeKind kind = NodeKind::entity;
  std::string_view type;
  std::string_view name;
};
struct NodeDigest : NodeOutline, ShownContent {
  std::span<const std::string_view> aliases;  ///< Sorted.
};

struct EdgeOutline {
  std::uint32_t source = 0;  ///< Numbers of nodes in the order of `for_each_node`.
  std::uint32_t target = 0;
  std::string_view type;
};
struct EdgeDigest : EdgeOutline, ShownContent {};

class GraphDigest {
 public:
  explicit GraphDigest(const Graph& graph);

  /// In the order of ids, as Graph::for_each_node.
  void for_each_node(const std::function<void(const NodeDigest&)>& visit) const;
  /// In the order of source, type, target and key, as Graph::for_each_edge.
  void for_each_edge(const std::function<void(const EdgeDigest&)>& visit) const;
  /// The same without what is said of them: several times faster.
  void for_each_node_outline(const std::function<void(const NodeOutline&)>& visit) const;
  void for_each_edge_outline(const std::function<void(const EdgeOutline&)>& visit) const;

  /// Property that a statement is about, and its value.
  [[nodiscard]] std::string_view key(std::uint32_t statement) const;
  [[nodiscard]] Property value(std::uint32_t statement) const;
  [[nodiscard]] std::size_t statement_count() const;
  /// Whether a statement is about a property, and not about a name or type.
  [[nodiscard]] bool is_property(std::uint32_t statement) const;
  [[nodiscard]] std::string_view document(std::uint32_t number) const;
  [[nodiscard]] std::size_t document_count() const;

 private:
  const Graph& graph_;
};

}  // namespace diurna
