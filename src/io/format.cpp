#include "diurna/io/format.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "diurna/core/error.hpp"
#include "diurna/graph/snapshot.hpp"
#include "diurna/io/input.hpp"
#include "io/writers.hpp"

namespace diurna::io {
namespace {

void write_syntax(std::ostream& out, const Reading& reading) { write_conllu(out, reading.document, reading.syntax); }

/// A format with the functions behind it; those that it does not have are null.
struct Entry {
  Format format;
  void (*write_reading)(std::ostream&, const Reading&) = nullptr;
  void (*write_header)(std::ostream&) = nullptr;
  void (*write_graph)(std::ostream&, const Graph&, const WriteOptions&) = nullptr;
  std::vector<Table> (*graph_tables)(const Graph&) = nullptr;
  Graph (*read_graph)(std::string_view, std::string_view) = nullptr;
};

constexpr Entry of_readings(std::string_view name, std::string_view extension, std::string_view media_type,
                            std::string_view description, void (*write)(std::ostream&, const Reading&)) {
  return {.format = {name, extension, media_type, description, true}, .write_reading = write};
}

constexpr Entry of_graphs(std::string_view name, std::string_view extension, std::string_view media_type,
                          std::string_view description,
                          void (*write)(std::ostream&, const Graph&, const WriteOptions&)) {
  return {.format = {name, extension, media_type, description}, .write_graph = write};
}

constexpr Entry with_header(Entry entry, void (*write)(std::ostream&)) {
  entry.write_header = write;
  return entry;
}

/// A writer without options.
template <auto Write>
void plain(std::ostream& out, const Graph& graph, const WriteOptions&) {
  Write(out, graph);
}

/// All tables in one text.
template <auto Tables>
void one_after_the_other(std::ostream& out, const Graph& graph, const WriteOptions&) {
  for (const Table& table : Tables(graph)) out << "# " << table.name << '\n' << table.bytes;
}

template <auto Tables>
constexpr Entry of_tables(std::string_view name, std::string_view extension, std::string_view description) {
  return {.format = {name, extension, "text/csv", description, false, false, true},
          .write_graph = one_after_the_other<Tables>,
          .graph_tables = Tables};
}

constexpr Entry read_back(Entry entry, Graph (*read)(std::string_view, std::string_view)) {
  entry.format.readable = true;
  entry.read_graph = read;
  return entry;
}

constexpr Entry binary(Entry entry) {
  entry.format.binary = true;
  return entry;
}

constexpr std::array entries = {
    of_readings("facts", ".jsonl", "application/jsonl",
                "JSON lines: entities, times, events and relations with their words", detail::write_facts),
    of_readings("triples", ".triples.jsonl", "application/jsonl",
                "JSON lines: subject, predicate, object, qualifiers, evidence", detail::write_triples),
    of_readings("triples-tsv", ".triples.tsv", "text/tab-separated-values",
                "table: document, subject, predicate, object", detail::write_triples_tsv),
    of_readings("open", ".tsv", "text/tab-separated-values",
                "table of the open layer: sentence, subject, relation, object", detail::write_open),
    of_readings("open-json", ".open.jsonl", "application/jsonl",
                "JSON lines of the open layer, with polarity, modality, sources and evidence", detail::write_open_json),
    of_readings("plover", ".plover.jsonl", "application/jsonl",
                "JSON lines: political events in PLOVER 0.8, actors and recipients as lists", detail::write_plover),
    with_header(of_readings("cameo", ".cameo.tsv", "text/tab-separated-values",
                            "table: political events with CAMEO codes, the columns of ICEWS", detail::write_cameo),
                detail::write_cameo_header),
    of_readings("conllu", ".conllu", "text/x-conllu", "CoNLL-U: sentences, tags, lemmas and trees", write_syntax),
    read_back(of_graphs("json", ".json", "application/json", "the graph, complete; the format to keep",
                        plain<detail::write_json>),
              detail::read_json),
    binary(read_back(of_graphs("snapshot", ".dg", "application/vnd.diurna.graph",
                               "the graph, complete, in binary: read in seconds however large", plain<write_snapshot>),
                     read_snapshot)),
    of_graphs("dot", ".dot", "text/vnd.graphviz", "the graph for Graphviz, to look at", plain<detail::write_dot>),
    read_back(of_graphs("graphml", ".graphml", "application/graphml+xml", "the graph for Gephi, networkx, yEd, igraph",
                        plain<detail::write_graphml>),
              detail::read_graphml),
    of_graphs("gexf", ".gexf", "application/gexf+xml", "the graph with its time line for Gephi",
              plain<detail::write_gexf>),
    of_graphs("node-link", ".node-link.json", "application/json", "the graph for networkx.node_link_graph and D3",
              plain<detail::write_node_link>),
    of_tables<detail::neo4j_tables>("csv", ".csv", "tables of nodes and relationships for neo4j-admin and Kùzu"),
    of_tables<detail::graphrag_tables>("graphrag", "", "tables for GraphRAG: entities, relationships, text units"),
    read_back(
        of_graphs("turtle", ".ttl", "text/turtle", "RDF: SEM, schema.org, PROV-O, OWL-Time, NIF", detail::write_turtle),
        detail::read_turtle),
    read_back(of_graphs("ntriples", ".nt", "application/n-triples", "the same RDF, one triple a line",
                        detail::write_ntriples),
              detail::read_ntriples),
    of_graphs("jsonld", ".jsonld", "application/ld+json", "the same RDF as JSON-LD with its context inside",
              detail::write_jsonld),
    read_back(of_graphs("nquads", ".nq", "application/n-quads",
                        "RDF with a named graph for each document, line by line", detail::write_nquads),
              detail::read_nquads),
    read_back(
        of_graphs("trig", ".trig", "application/trig", "RDF with a named graph for each document", detail::write_trig),
        detail::read_trig),
};

constexpr auto table = [] {
  std::array<Format, entries.size()> out{};
  for (std::size_t i = 0; i < entries.size(); ++i) out[i] = entries[i].format;
  return out;
}();

const Entry* find_entry(std::string_view name) {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [=](const Entry& e) { return e.format.name == name; });
  return found == entries.end() ? nullptr : &*found;
}

/// The entry, if it can what is asked for; else an Error that lists those that can.
template <class Member>
const Entry& capable(std::string_view name, Member member, std::string_view what) {
  const Entry* entry = find_entry(name);
  if (entry != nullptr && entry->*member != nullptr) return *entry;
  std::string others;
  for (const Entry& other : entries) {
    if (other.*member != nullptr) others += (others.empty() ? "" : ", ") + std::string(other.format.name);
  }
  throw Error({.code = "io.format",
               .place = {},
               .message = "there is no format '" + std::string(name) + "' " + std::string(what),
               .hint = "choose one of " + others});
}

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  const Entry* entry = find_entry(name);
  return entry == nullptr ? nullptr : &entry->format;
}

void write_reading(std::ostream& out, const Reading& reading, std::string_view format) {
  capable(format, &Entry::write_reading, "for the facts of an article").write_reading(out, reading);
}

void write_header(std::ostream& out, std::string_view format) {
  const Entry* entry = find_entry(format);
  if (entry != nullptr && entry->write_header != nullptr) entry->write_header(out);
}

void write_graph(std::ostream& out, const Graph& graph, std::string_view format, const WriteOptions& options) {
  capable(format, &Entry::write_graph, "to write a graph in").write_graph(out, graph, options);
}

std::vector<Table> graph_tables(const Graph& graph, std::string_view format) {
  return capable(format, &Entry::graph_tables, "of several tables").graph_tables(graph);
}

Graph read_graph(std::string_view bytes, std::string_view format, std::string_view name) {
  return capable(format, &Entry::read_graph, "to read a graph from").read_graph(bytes, name);
}

}  // namespace diurna::io
