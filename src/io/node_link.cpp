// `node-link`: what networkx.node_link_graph reads into a MultiDiGraph, one node or edge a line.
#include <ostream>

#include "io/columns.hpp"
#include "io/json_values.hpp"
#include "io/when.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

/// Properties do not hide the members of every node and edge.
void add_properties(OrderedJson& out, const Properties& properties) {
  for (const auto& [key, value] : properties) {
    const std::string name = out.contains(key) || key == "key" ? "property." + key : key;
    std::visit([&](const auto& scalar) { out[name] = scalar; }, value);
  }
}

void add_days(OrderedJson& out, const std::optional<DayInterval>& days) {
  if (!days) return;
  out["start"] = iso_date(days->first);
  out["end"] = iso_date(days->last);
}

/// The words are text between start and end; `text` is their sentence.
OrderedJson evidence_json(const std::vector<GraphEvidence>& evidence) {
  OrderedJson out = OrderedJson::array();
  for (const GraphEvidence& proof : evidence) {
    out.push_back({{"document", proof.document}, {"start", proof.begin}, {"end", proof.end}, {"text", proof.text}});
  }
  return out;
}

/// What nodes and edges have in common.
template <class Item>
void add_content(OrderedJson& out, const Item& item, const std::optional<DayInterval>& days) {
  out["documents"] = documents_of(item.evidence);
  add_days(out, days);
  out["evidence"] = evidence_json(item.evidence);
  add_properties(out, item.properties);
}

OrderedJson node_json(const Node& node, const When& when) {
  OrderedJson out{{"id", node.id}, {"kind", to_text(node.kind)}, {"type", node.type}, {"name", node.name}};
  out["aliases"] = node.aliases;
  add_content(out, node, when.of(node.id));
  return out;
}

OrderedJson edge_json(const Edge& edge, const When& when) {
  OrderedJson out{{"source", edge.source}, {"target", edge.target}};
  out["key"] = edge.key.empty() ? edge.type : edge.type + " " + edge.key;
  out["type"] = edge.type;
  add_content(out, edge, when.of(edge.source));
  return out;
}

}  // namespace

void write_node_link(std::ostream& out, const Graph& graph) {
  const When when(graph);
  out << "{\"directed\":true,\"multigraph\":true,\"graph\":{\"name\":\"diurna\"},\n\"nodes\":[";
  const char* separator = "\n";
  graph.for_each_node([&](const Node& node) {
    out << separator << dumped(node_json(node, when));
    separator = ",\n";
  });
  out << "\n],\n\"edges\":[";
  separator = "\n";
  graph.for_each_edge([&](const Edge& edge) {
    out << separator << dumped(edge_json(edge, when));
    separator = ",\n";
  });
  out << "\n]}\n";
}

}  // namespace diurna::io::detail
