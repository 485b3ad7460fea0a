/// The registry of output formats, from which the command's help is generated.
///
///     diurna::io::formats();      // facts, triples, open, conllu, json, turtle, graphml, gexf, csv …
///     diurna::io::write_graph(std::cout, graph, "turtle", {.base = "https://example.org/news/"});
#pragma once

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/reading.hpp"
#include "diurna/graph/graph.hpp"

namespace diurna::io {

/// What a format needs and can.
struct Format {
  std::string_view name;       ///< "graphml"
  std::string_view extension;  ///< ".graphml"
  std::string_view media_type;
  std::string_view description;  ///< One line for the help.
  bool of_readings = false;      ///< Written article by article (facts, triples, open, conllu); else the whole graph.
  bool readable = false;         ///< read_graph understands it.
  bool in_tables = false;        ///< Several tables (csv, graphrag): `graph_tables` has them one by one.
  bool binary = false;           ///< Not text.
};
struct WriteOptions {
  std::string base;  ///< What the IRIs of the RDF formats are below; "" is https://diurna.example/.
};
/// One file of a format that needs several.
struct Table {
  std::string name;  ///< "nodes.csv"
  std::string bytes;
};
/// All formats in the order of the help.
[[nodiscard]] std::span<const Format> formats();
/// nullptr when there is none of this name.
[[nodiscard]] const Format* find_format(std::string_view name);

/// Writes one reading in a format with `of_readings`.
void write_reading(std::ostream& out, const Reading& reading, std::string_view format);
/// What stands once before the readings of a file: the column names of `cameo`; nothing for the others.
void write_header(std::ostream& out, std::string_view format);
/// Writes a graph in any other format. Sorted and byte-stable. Tables come one after the other, each below a line with
/// its name ("# nodes.csv"). Throws Error "rdf.base" for a base that is not an absolute IRI.
void write_graph(std::ostream& out, const Graph& graph, std::string_view format, const WriteOptions& options = {});
/// The files of a format with `in_tables`.
[[nodiscard]] std::vector<Table> graph_tables(const Graph& graph, std::string_view format);
/// Reads a graph; `name` is for messages. Throws ParseError with line and column.
[[nodiscard]] Graph read_graph(std::string_view bytes, std::string_view format, std::string_view name);

}  // namespace diurna::io
