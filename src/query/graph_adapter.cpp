#include "query/graph_adapter.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diurna/graph/digest.hpp"

namespace diurna::cypher {
namespace {

std::string without_dots(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '.', '_');
  return out;
}

// event, justice_detain, justice: the kind, the type and, of an event, the root of its type.
std::vector<std::string> labels_of(NodeKind kind, std::string_view type) {
  std::vector<std::string> labels{std::string(to_text(kind))};
  if (!type.empty()) labels.push_back(without_dots(type));
  if (kind == NodeKind::event) labels.emplace_back(type.substr(0, type.find('.')));
  std::erase(labels, "");
  return labels;
}

// The keys that every graph has, beside the properties of its nodes and edges.
struct StandardKeys {
  std::uint32_t id, name, aliases, kind, type, documents, n_documents, n_mentions, score;

  explicit StandardKeys(PropertyGraphBuilder& builder)
      : id(builder.key("id")),
        name(builder.key("name")),
        aliases(builder.key("aliases")),
        kind(builder.key("kind")),
        type(builder.key("type")),
        documents(builder.key("documents")),
        n_documents(builder.key("n_documents")),
        n_mentions(builder.key("n_mentions")),
        score(builder.key("score")) {}
};

// What the loaders of columns share: what each statement stands for.
class Content {
 public:
  Content(const Graph& graph, PropertyGraphBuilder& builder) : digest_(graph), keys_(builder) {
    std::map<std::string_view, std::uint32_t> known;
    statement_keys_.resize(digest_.statement_count());
    for (std::uint32_t statement = 0; statement < statement_keys_.size(); ++statement) {
      if (!digest_.is_property(statement)) continue;
      const std::string_view name = digest_.key(statement);
      const auto [found, fresh] = known.try_emplace(name, 0);
      if (fresh) found->second = builder.key(name);
      statement_keys_[statement] = found->second;
    }
  }

  void load_nodes(std::vector<PropertyColumn>& columns) const {
    std::uint32_t number = 0;
    digest_.for_each_node([&](const NodeDigest& node) { load_node(columns, number++, node); });
  }
  void load_edges(std::vector<PropertyColumn>& columns) const {
    std::uint32_t number = 0;
    digest_.for_each_edge([&](const EdgeDigest& edge) { load_content(columns, number++, edge); });
  }

 private:
  void load_node(std::vector<PropertyColumn>& columns, std::uint32_t number, const NodeDigest& node) const {
    load_content(columns, number, node);
    columns[keys_.id].set(number, Value(node.id));
    columns[keys_.kind].set(number, Value(to_text(node.kind)));
    if (!node.type.empty()) columns[keys_.type].set(number, Value(node.type));
    if (!node.name.empty()) columns[keys_.name].set(number, Value(node.name));
    if (!node.aliases.empty())
      columns[keys_.aliases].set(number, Value(Value::List(node.aliases.begin(), node.aliases.end())));
  }

  void load_content(std::vector<PropertyColumn>& columns, std::uint32_t number, const ShownContent& content) const {
    for (const std::uint32_t statement : content.statements)
      columns[statement_keys_[statement]].set(number, Value(digest_.value(statement)));
    columns[keys_.n_documents].set(number, Value(static_cast<std::int64_t>(content.documents.size())));
    columns[keys_.n_mentions].set(number, Value(static_cast<std::int64_t>(content.mentions)));
    if (content.mentions > 0) columns[keys_.score].set(number, Value(content.score));
    Value::List documents;
    for (const std::uint32_t document : content.documents) documents.emplace_back(digest_.document(document));
    if (!documents.empty()) columns[keys_.documents].set(number, Value(std::move(documents)));
  }

  GraphDigest digest_;
  StandardKeys keys_;
  std::vector<std::uint32_t> statement_keys_;  // by statement
};

void add_nodes(PropertyGraphBuilder& builder, const GraphDigest& digest) {
  std::map<std::pair<NodeKind, std::string_view>, std::uint32_t> label_sets;
  digest.for_each_node_outline([&](const NodeOutline& node) {
    const auto [found, fresh] = label_sets.try_emplace({node.kind, node.type}, 0);
    if (fresh) found->second = builder.label_set(labels_of(node.kind, node.type));
    builder.add_node(found->second);
  });
}

// Types are numbered in the order of their names, so that edges come in the order in which the builder keeps them.
void add_relationships(PropertyGraphBuilder& builder, const GraphDigest& digest) {
  std::map<std::string_view, std::uint32_t> types;
  digest.for_each_edge_outline([&](const EdgeOutline& edge) { types.try_emplace(edge.type, 0); });
  std::set<std::string> taken;
  for (auto& [type, number] : types) {
    const std::string plain = without_dots(type);
    number = builder.type(taken.insert(plain).second ? plain : std::string(type));
  }
  digest.for_each_edge_outline(
      [&](const EdgeOutline& edge) { builder.add_relationship(edge.source, edge.target, types.at(edge.type)); });
}

}  // namespace

PropertyGraph property_graph_of(const Graph& graph) {
  const GraphDigest digest(graph);
  PropertyGraphBuilder builder;
  add_nodes(builder, digest);
  add_relationships(builder, digest);
  const auto content = std::make_shared<const Content>(graph, builder);
  builder.load_nodes_later([content](std::vector<PropertyColumn>& columns) { content->load_nodes(columns); });
  builder.load_relationships_later([content](std::vector<PropertyColumn>& columns) { content->load_edges(columns); });
  return std::move(builder).build();
}

}  // namespace diurna::cypher
