// `json`: the whole graph, one node or edge a line, so that files can be compared line by line.
#include <ostream>

#include "io/graph_json.hpp"
#include "io/json_stream.hpp"
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

/// Reads the lists as they come when they come in the order in which they are written, which needs no more memory than
/// the graph itself; a file with another order is read as a whole.
class GraphReader {
 public:
  GraphReader(std::string_view bytes, std::string_view name)
      : bytes_(bytes), name_(name), place_(std::string(name) + ": ") {}

  Graph read() {
    const ListVisitor visitor{
        .begin_list = [this](const nlohmann::json& root, const std::string& key) { return begins(root, key); },
        .item = [this](const std::string& key, std::size_t number,
                       const nlohmann::json& item) { take(key, Cursor(item, item_place(key, number))); }};
    const nlohmann::json file = parse_lists(bytes_, name_, visitor);
    const Cursor root(file, place_);
    check_version(root);
    root.only({"format", "version", "sentences", "nodes", "edges"});
    for (const char* key : {"sentences", "nodes", "edges"}) {
      const Cursor list = root.at(key);
      for (const Cursor& item : list.items()) take(key, item);  // those that did not come in order
    }
    return std::move(graph_);
  }

 private:
  /// Whether the items of a list can be taken at once: all that they refer to has come before.
  bool begins(const nlohmann::json& root, const std::string& key) {
    if (root.contains(key)) {
      Cursor(root, place_).at(key.c_str()).fail("json.duplicate", "'" + key + "' is given already", "keep one");
    }
    if (!root.contains("format") || !root.contains("version")) return false;
    check_version(Cursor(root, place_));
    if (key == "sentences") return in_order_ = true;
    if (key == "nodes") return in_order_ = in_order_ && root.contains("sentences");
    return key == "edges" && in_order_ && root.contains("nodes");
  }

  [[nodiscard]] std::string item_place(const std::string& key, std::size_t number) const {
    return place_ + "/" + key + "/" + std::to_string(number);
  }

  void take(std::string_view key, const Cursor& item) {
    if (key == "sentences") {
      add_sentence(sentences_, item);
    } else if (key == "nodes") {
      take_node(item);
    } else {
      take_edge(item);
    }
  }

  void take_node(const Cursor& item) {
    const Node node = node_from(item, sentences_);
    if (graph_.contains(node.id)) item.fail("json.duplicate", "node '" + node.id + "' is given already", "keep one");
    graph_.add(node);
  }

  void take_edge(const Cursor& item) {
    const Edge edge = edge_from(item, sentences_);
    for (const auto& [end, id] : {std::pair("source", &edge.source), std::pair("target", &edge.target)}) {
      if (!graph_.contains(*id))
        item.at(end).fail("json.dangling", "there is no node '" + *id + "'", "add it to 'nodes'");
    }
    const std::size_t known = graph_.edge_count();
    graph_.add(edge);
    if (graph_.edge_count() == known) {
      item.fail("json.duplicate", "this edge is given already", "keep one, or tell them apart by 'key'");
    }
  }

  std::string_view bytes_;
  std::string_view name_;
  std::string place_;
  SentenceTable sentences_;
  Graph graph_;
  bool in_order_ = false;
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

Graph read_json(std::string_view bytes, std::string_view name) { return GraphReader(bytes, name).read(); }

}  // namespace diurna::io::detail
