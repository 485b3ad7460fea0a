// `gexf`: GEXF 1.3 with a time line for Gephi. Attributes are scalars, lists are joined by " | "; what has a place in
// the calendar stands from its first day to its last, all else always.
#include <algorithm>
#include <array>
#include <ostream>

#include "core/joined.hpp"
#include "diurna/version.hpp"
#include "io/columns.hpp"
#include "io/graphml.hpp"
#include "io/markup.hpp"
#include "io/when.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

using graphml::list_separator;

/// Properties do not hide the attributes of every node and edge, nor what readers name in their own way.
void add_properties(Properties& out, const Properties& properties) {
  static constexpr std::array<std::string_view, 8> taken = {"id",    "key", "label",  "source",
                                                            "start", "end", "target", "weight"};
  for (const auto& [key, value] : properties) {
    const bool clash = out.contains(key) || std::find(taken.begin(), taken.end(), key) != taken.end();
    out.try_emplace(clash ? "property." + key : key, value);
  }
}

Properties attributes_of(const Node& node) {
  Properties out{{"kind", std::string(to_text(node.kind))},
                 {"documents", static_cast<std::int64_t>(documents_of(node.evidence).size())}};
  if (!node.type.empty()) out["type"] = node.type;
  if (!node.aliases.empty()) out["aliases"] = diurna::detail::joined(node.aliases, list_separator);
  add_properties(out, node.properties);
  return out;
}

Properties attributes_of(const Edge& edge) {
  Properties out{{"type", edge.type}};
  if (!edge.key.empty()) out["qualifiers"] = edge.key;
  if (!edge.evidence.empty()) out["sentence"] = edge.evidence.front().text;
  add_properties(out, edge.properties);
  return out;
}

class Attributes {
 public:
  void add(const Properties& properties) { types_.add(properties); }
  void number() {
    for (const auto& [name, type] : types_) ids_.emplace(name, std::to_string(ids_.size()));
  }
  void declare(std::ostream& out, std::string_view of) const {
    out << "    <attributes class=\"" << of << "\" mode=\"static\">\n";
    for (const auto& [name, type] : types_) {
      out << "      <attribute id=\"" << ids_.at(name) << "\" title=\"" << xml_escaped(name) << "\" type=\"" << type
          << "\"/>\n";
    }
    out << "    </attributes>\n";
  }
  void write(std::ostream& out, const Properties& properties) const {
    out << "<attvalues>";
    for (const auto& [name, value] : properties) {
      out << "<attvalue for=\"" << ids_.at(name) << "\" value=\"" << xml_escaped(to_text(value)) << "\"/>";
    }
    out << "</attvalues>";
  }

 private:
  ColumnTypes types_;
  std::map<std::string, std::string> ids_;
};

void write_days(std::ostream& out, const std::optional<DayInterval>& days) {
  if (days) out << " start=\"" << iso_date(days->first) << "\" end=\"" << iso_date(days->last) << '"';
}

}  // namespace

void write_gexf(std::ostream& out, const Graph& graph) {
  const When when(graph);
  Attributes of_nodes;
  Attributes of_edges;
  graph.for_each_node([&](const Node& node) { of_nodes.add(attributes_of(node)); });
  graph.for_each_edge([&](const Edge& edge) { of_edges.add(attributes_of(edge)); });
  of_nodes.number();
  of_edges.number();
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
         "  <meta><creator>Diurna " DIURNA_VERSION
         "</creator></meta>\n"
         "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n";
  of_nodes.declare(out, "node");
  of_edges.declare(out, "edge");
  out << "    <nodes>\n";
  graph.for_each_node([&](const Node& node) {
    out << "      <node id=\"" << graphml::node_id(node.id) << "\" label=\"" << xml_escaped(node.name) << '"';
    write_days(out, when.of(node.id));
    out << '>';
    of_nodes.write(out, attributes_of(node));
    out << "</node>\n";
  });
  out << "    </nodes>\n    <edges>\n";
  graph.for_each_edge([&](const Edge& edge) {
    const std::size_t documents = documents_of(edge.evidence).size();
    out << "      <edge id=\"" << graphml::edge_id(edge) << "\" source=\"" << graphml::node_id(edge.source)
        << "\" target=\"" << graphml::node_id(edge.target) << "\" kind=\"" << xml_escaped(edge.type) << "\" label=\""
        << xml_escaped(edge.type) << "\" weight=\"" << std::max<std::size_t>(documents, 1) << ".0\"";
    write_days(out, when.of(edge.source));
    out << '>';
    of_edges.write(out, attributes_of(edge));
    out << "</edge>\n";
  });
  out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace diurna::io::detail
