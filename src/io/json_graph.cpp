// `json`: the whole graph, one node or edge a line, so that files can be compared line by line.
#include <ostream>
#include <set>
#include <tuple>

#include "io/graph_json.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

/// A list in the making: one item a line.
class List {
 public:
  List(std::ostream& out, std::string_view key) : out_(out) { out_ << ",\n\"" << key << "\":["; }
  void add(const OrderedJson& item) {
    out_ << separator_ << dumped(item);
    separator_ = ",\n";
  }
  void end() { out_ << "\n]"; }

 private:
  std::ostream& out_;
  const char* separator_ = "\n";
};

}  // namespace

void write_json(std::ostream& out, const Graph& graph) {
  const SentenceTable sentences(graph);
  out << "{\"format\":\"" << graph_format_name << "\",\"version\":" << graph_format_version;
  List texts(out, "sentences");
  sentences.for_each_row([&texts](const OrderedJson& row) { texts.add(row); });
  texts.end();
  List nodes(out, "nodes");
  graph.for_each_node([&](const Node& node) { nodes.add(node_json(node, sentences)); });
  nodes.end();
  List edges(out, "edges");
  graph.for_each_edge([&](const Edge& edge) { edges.add(edge_json(edge, sentences)); });
  edges.end();
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
