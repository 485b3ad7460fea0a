// `json`: the whole graph, one node or edge a line, so that files can be compared line by line.
#include <ostream>
#include <set>
#include <tuple>

#include "io/graph_json.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

template <class Items, class ToJson>
void write_list(std::ostream& out, std::string_view key, const Items& items, ToJson to_json) {
  out << ",\n\"" << key << "\":[";
  const char* separator = "\n";
  for (const auto& item : items) {
    out << separator << to_json(item).dump();
    separator = ",\n";
  }
  out << "\n]";
}

}  // namespace

void write_json(std::ostream& out, const Graph& graph) {
  const std::vector<Node> nodes = graph.nodes();
  const std::vector<Edge> edges = graph.edges();
  SentenceTable sentences;
  for (const Node& node : nodes) sentences.add(node.evidence);
  for (const Edge& edge : edges) sentences.add(edge.evidence);
  out << "{\"format\":\"" << graph_format_name << "\",\"version\":" << graph_format_version;
  write_list(out, "sentences", sentences.rows(), [](const OrderedJson& row) -> const OrderedJson& { return row; });
  write_list(out, "nodes", nodes, [&](const Node& node) { return node_json(node, sentences); });
  write_list(out, "edges", edges, [&](const Edge& edge) { return edge_json(edge, sentences); });
  out << "}\n";
}

Graph read_json(std::string_view bytes, std::string_view name) {
  const nlohmann::json file = parse_json(bytes, name);
  const Cursor root(file, std::string(name) + ": ");
  check_version(root);
  root.only({"format", "version", "sentences", "nodes", "edges"});
  const SentenceTable sentences = sentences_from(root.at("sentences"));
  Graph graph;
  for (const Cursor& item : root.at("nodes").items()) {
    const Node node = node_from(item, sentences);
    if (graph.contains(node.id)) item.fail("json.duplicate", "node '" + node.id + "' is given already", "keep one");
    graph.add(node);
  }
  std::set<std::tuple<std::string, std::string, std::string, std::string>> known;
  for (const Cursor& item : root.at("edges").items()) {
    const Edge edge = edge_from(item, sentences);
    for (const auto& [end, id] : {std::pair("source", &edge.source), std::pair("target", &edge.target)}) {
      if (!graph.contains(*id))
        item.at(end).fail("json.dangling", "there is no node '" + *id + "'", "add it to 'nodes'");
    }
    if (!known.emplace(edge.source, edge.type, edge.target, edge.key).second) {
      item.fail("json.duplicate", "this edge is given already", "keep one, or tell them apart by 'key'");
    }
    graph.add(edge);
  }
  return graph;
}

}  // namespace diurna::io::detail
