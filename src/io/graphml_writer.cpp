// `graphml`: typed keys and scalars only, so that Gephi, networkx, yEd and igraph open it. Lists are joined by " | ";
// what scalars cannot hold (evidence, who claims what) is kept as JSON in `record`, from which Diurna reads it back.
#include <map>
#include <ostream>
#include <set>

#include "core/hash.hpp"
#include "io/graph_json.hpp"
#include "io/graphml.hpp"
#include "io/markup.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

using Attributes = std::map<std::string, Property, std::less<>>;

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : std::string(graphml::list_separator)) + item;
  return out;
}

std::int64_t document_count(const std::vector<GraphEvidence>& evidence) {
  std::set<std::string_view> documents;
  for (const GraphEvidence& proof : evidence) documents.insert(proof.document);
  return static_cast<std::int64_t>(documents.size());
}

/// Properties do not hide the attributes of every node and edge.
void add_properties(Attributes& out, const Properties& properties) {
  for (const auto& [key, value] : properties) {
    if (!out.try_emplace(key, value).second) out["property." + key] = value;
  }
}

Attributes attributes_of(const Node& node, const SentenceTable& sentences) {
  Attributes out;
  out[std::string(graphml::attribute_label)] = node.name;
  out[std::string(graphml::attribute_kind)] = std::string(to_text(node.kind));
  out[std::string(graphml::attribute_type)] = node.type;
  out[std::string(graphml::attribute_record)] = dumped_ascii(node_json(node, sentences));
  out["documents"] = document_count(node.evidence);
  if (!node.aliases.empty()) out[std::string(graphml::attribute_aliases)] = joined(node.aliases);
  add_properties(out, node.properties);
  return out;
}

Attributes attributes_of(const Edge& edge, const SentenceTable& sentences) {
  Attributes out;
  out[std::string(graphml::attribute_label)] = edge.type;
  out[std::string(graphml::attribute_type)] = edge.type;
  out[std::string(graphml::attribute_weight)] = static_cast<double>(document_count(edge.evidence));
  out[std::string(graphml::attribute_record)] = dumped_ascii(edge_json(edge, sentences));
  if (!edge.evidence.empty()) out["sentence"] = edge.evidence.front().text;
  add_properties(out, edge.properties);
  return out;
}

/// Declared keys of one domain ("node", "edge"): every attribute has one type; a mixed one is text.
class Keys {
 public:
  explicit Keys(char prefix) : prefix_(prefix) {}

  void declare(const Attributes& attributes) {
    for (const auto& [name, value] : attributes) {
      const auto [slot, is_new] = types_.try_emplace(name, type_name(value));
      if (!is_new && slot->second != type_name(value)) slot->second = "string";
    }
  }
  void number() {
    int next = 0;
    for (const auto& [name, type] : types_) ids_[name] = prefix_ + std::to_string(next++);
  }
  void write(std::ostream& out, std::string_view domain) const {
    for (const auto& [name, type] : types_) {
      out << "  <key id=\"" << ids_.at(name) << "\" for=\"" << domain << "\" attr.name=\"" << xml_escaped(name)
          << "\" attr.type=\"" << type << "\"/>\n";
    }
  }
  void write(std::ostream& out, const Attributes& attributes) const {
    for (const auto& [name, value] : attributes) {
      out << "<data key=\"" << ids_.at(name) << "\">" << xml_escaped(to_text(value)) << "</data>";
    }
  }

 private:
  char prefix_;
  std::map<std::string, std::string_view, std::less<>> types_;
  std::map<std::string, std::string, std::less<>> ids_;
};

OrderedJson header_json(const SentenceTable& sentences) {
  OrderedJson rows = OrderedJson::array();
  sentences.for_each_row([&rows](const OrderedJson& row) { rows.push_back(row); });
  return {{"format", graph_format_name}, {"version", graph_format_version}, {"sentences", std::move(rows)}};
}

}  // namespace

namespace graphml {

std::string node_id(const std::string& id) {
  const std::string escaped = xml_escaped(id);
  const bool faithful = escaped.find("\xEF\xBF\xBD") == std::string::npos;
  return faithful ? escaped : "x:" + diurna::detail::hash128_hex(id);
}

std::string edge_id(const Edge& edge) {
  std::string bytes;
  for (const std::string* part : {&edge.source, &edge.type, &edge.target, &edge.key}) bytes += *part + '\0';
  return "r:" + diurna::detail::hash128_hex(bytes).substr(0, 20);
}

}  // namespace graphml

void write_graphml(std::ostream& out, const Graph& graph) {
  const SentenceTable sentences(graph);
  Keys node_keys('n');
  Keys edge_keys('e');
  graph.for_each_node([&](const Node& node) { node_keys.declare(attributes_of(node, sentences)); });
  graph.for_each_edge([&](const Edge& edge) { edge_keys.declare(attributes_of(edge, sentences)); });
  node_keys.number();
  edge_keys.number();
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
      << "  <key id=\"g0\" for=\"graph\" attr.name=\"" << graphml::attribute_header << "\" attr.type=\"string\"/>\n";
  node_keys.write(out, "node");
  edge_keys.write(out, "edge");
  out << "  <graph id=\"diurna\" edgedefault=\"directed\">\n    <data key=\"g0\">"
      << xml_escaped(dumped_ascii(header_json(sentences))) << "</data>\n";
  graph.for_each_node([&](const Node& node) {
    out << "    <node id=\"" << graphml::node_id(node.id) << "\">";
    node_keys.write(out, attributes_of(node, sentences));
    out << "</node>\n";
  });
  graph.for_each_edge([&](const Edge& edge) {
    out << "    <edge id=\"" << graphml::edge_id(edge) << "\" source=\"" << graphml::node_id(edge.source)
        << "\" target=\"" << graphml::node_id(edge.target) << "\">";
    edge_keys.write(out, attributes_of(edge, sentences));
    out << "</edge>\n";
  });
  out << "  </graph>\n</graphml>\n";
}

}  // namespace diurna::io::detail
