// One function a format; format.cpp has the table of them.
#pragma once

#include <iosfwd>
#include <string_view>

#include "diurna/events/reading.hpp"
#include "diurna/graph/graph.hpp"

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

[[nodiscard]] Graph read_json(std::string_view bytes, std::string_view name);
[[nodiscard]] Graph read_graphml(std::string_view bytes, std::string_view name);

}  // namespace diurna::io::detail
