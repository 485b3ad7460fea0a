// `csv`: nodes.csv and relationships.csv with the header rows of `neo4j-admin database import`. Labels and relationship
// types are words ("justice_detain"), lists are parted by ";", a missing value is an empty cell.
#include <set>

#include "io/columns.hpp"
#include "io/csv.hpp"
#include "io/when.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

/// A name that Cypher reads without backquotes.
std::string word(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    out += plain ? c : '_';
  }
  if (out.empty() || (out.front() >= '0' && out.front() <= '9')) out.insert(0, "_");
  return out;
}

std::string kind_label(NodeKind kind) {
  std::string out(to_text(kind));
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string labels_of(const Node& node) {
  const std::string kind = kind_label(node.kind);
  if (node.type.empty() || word(node.type) == kind) return kind;
  if (node.type == to_text(node.kind)) return kind;
  return kind + ";" + word(node.type);
}

/// The property columns of one table, told apart from those that every row has.
class PropertyColumns {
 public:
  PropertyColumns(ColumnTypes types, std::initializer_list<std::string_view> taken) : types_(std::move(types)) {
    std::set<std::string> known(taken.begin(), taken.end());
    for (const auto& [name, type] : types_) {
      std::string column = word(name);
      while (!known.insert(column).second) column.insert(0, "property_");
      header_ += "," + column + ":" + std::string(type);
    }
  }
  [[nodiscard]] const std::string& header() const { return header_; }
  void write(CsvRow& row, const Properties& properties) const {
    for (const auto& [name, type] : types_) {
      const auto found = properties.find(name);
      if (found == properties.end()) {
        row.none();
      } else if (type == "string") {
        row.text(to_text(found->second));
      } else {
        row.plain(to_text(found->second));
      }
    }
  }

 private:
  ColumnTypes types_;
  std::string header_;
};

void write_days(CsvRow& row, const std::optional<DayInterval>& days) {
  row.plain(days ? iso_date(days->first) : "").plain(days ? iso_date(days->last) : "");
}

void write_sentence(CsvRow& row, const std::vector<GraphEvidence>& evidence) {
  if (evidence.empty()) {
    row.none();
  } else {
    row.text(evidence.front().text);
  }
}

std::string nodes_csv(const Graph& graph, const When& when) {
  ColumnTypes types;
  graph.for_each_node([&types](const Node& node) { types.add(node.properties); });
  const PropertyColumns columns(
      std::move(types), {"id", "kind", "type", "name", "aliases", "documents", "mentions", "start", "end", "sentence"});
  std::string out =
      "id:ID(Entity),:LABEL,kind,type,name,aliases:string[],documents:string[],mentions:long,start:date,end:date,"
      "sentence" +
      columns.header() + "\n";
  graph.for_each_node([&](const Node& node) {
    CsvRow row;
    row.text(node.id).text(labels_of(node)).plain(to_text(node.kind)).text(node.type).text(node.name);
    row.list(node.aliases).list(documents_of(node.evidence)).plain(std::to_string(node.evidence.size()));
    write_days(row, when.of(node.id));
    write_sentence(row, node.evidence);
    columns.write(row, node.properties);
    out += row.line();
  });
  return out;
}

std::string relationships_csv(const Graph& graph, const When& when) {
  ColumnTypes types;
  graph.for_each_edge([&types](const Edge& edge) { types.add(edge.properties); });
  const PropertyColumns columns(std::move(types), {"type", "key", "documents", "mentions", "start", "end", "sentence"});
  std::string out =
      ":START_ID(Entity),:END_ID(Entity),:TYPE,type,key,documents:string[],mentions:long,start:date,end:date,sentence" +
      columns.header() + "\n";
  graph.for_each_edge([&](const Edge& edge) {
    CsvRow row;
    row.text(edge.source).text(edge.target).text(word(edge.type)).text(edge.type);
    if (edge.key.empty()) {
      row.none();
    } else {
      row.text(edge.key);
    }
    row.list(documents_of(edge.evidence)).plain(std::to_string(edge.evidence.size()));
    write_days(row, when.of(edge.source));
    write_sentence(row, edge.evidence);
    columns.write(row, edge.properties);
    out += row.line();
  });
  return out;
}

}  // namespace

std::vector<Table> neo4j_tables(const Graph& graph) {
  const When when(graph);
  return {{"nodes.csv", nodes_csv(graph, when)}, {"relationships.csv", relationships_csv(graph, when)}};
}

}  // namespace diurna::io::detail
