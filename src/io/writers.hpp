// One function a format; format.cpp has the table of them.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "diurna/events/reading.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/io/format.hpp"

namespace diurna::io::detail {

void write_facts(std::ostream& out, const Reading& reading);
void write_triples(std::ostream& out, const Reading& reading);
void write_triples_tsv(std::ostream& out, const Reading& reading);
void write_open(std::ostream& out, const Reading& reading);
void write_open_json(std::ostream& out, const Reading& reading);
void write_plover(std::ostream& out, const Reading& reading);
void write_cameo(std::ostream& out, const Reading& reading);
void write_cameo_header(std::ostream& out);

void write_json(std::ostream& out, const Graph& graph);
void write_dot(std::ostream& out, const Graph& graph);
void write_graphml(std::ostream& out, const Graph& graph);
void write_gexf(std::ostream& out, const Graph& graph);
void write_node_link(std::ostream& out, const Graph& graph);
[[nodiscard]] std::vector<Table> neo4j_tables(const Graph& graph);
[[nodiscard]] std::vector<Table> graphrag_tables(const Graph& graph);
void write_turtle(std::ostream& out, const Graph& graph, const WriteOptions& options);
void write_ntriples(std::ostream& out, const Graph& graph, const WriteOptions& options);
void write_jsonld(std::ostream& out, const Graph& graph, const WriteOptions& options);
void write_nquads(std::ostream& out, const Graph& graph, const WriteOptions& options);
void write_trig(std::ostream& out, const Graph& graph, const WriteOptions& options);

[[nodiscard]] Graph read_json(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_graphml(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_turtle(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_ntriples(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_nquads(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_trig(std::string_view bytes, std::string_view name);

}  // namespace diurna::io::detail
