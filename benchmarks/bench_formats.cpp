// How fast each graph format is written and read, in megabytes and, for RDF, statements a second on one thread.
//
//     bench_formats                      the graph of 200 made articles, 3 repeats
//     bench_formats 3 graph.json         this graph
#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

#include "diurna/core/resources.hpp"
#include "diurna/diurna.hpp"
#include "harness.hpp"
#include "made_text.hpp"

namespace diurna::bench {
namespace {

Graph graph_of_made_articles() {
  constexpr std::size_t made = 200;
  const Pipeline pipeline;
  Graph graph;
  for (const Article& article : made_articles(made)) graph.add(pipeline(article));
  return graph;
}

Graph graph_of_file(const char* path) {
  const Resource file = read_file(path);
  return io::read_graph(file.bytes(), "json", path);
}

std::string written(const Graph& graph, std::string_view format) {
  std::ostringstream out;
  io::write_graph(out, graph, format);
  return std::move(out).str();
}

void report(const Graph& graph, const io::Format& format, std::size_t statements, std::size_t repeats) {
  std::string bytes;
  const double writing = median_seconds(repeats, [&] { bytes = written(graph, format.name); });
  const double megabytes = static_cast<double>(bytes.size()) / 1e6;
  const bool is_rdf = format.description.find("RDF") != std::string_view::npos;
  const auto rate = [](double amount, double seconds) { return amount / std::max(seconds, 1e-9); };
  std::cout << std::left << std::setw(10) << format.name << std::right << std::fixed << std::setprecision(2)
            << std::setw(10) << megabytes << " MB, written in" << std::setw(8) << writing << " s, " << std::setw(8)
            << std::setprecision(1) << rate(megabytes, writing) << " MB/s";
  if (is_rdf) {
    std::cout << ", " << std::setprecision(2) << rate(static_cast<double>(statements) / 1e6, writing)
              << " million statements/s";
  }
  if (format.readable) {
    const double reading = median_seconds(repeats, [&] { (void)io::read_graph(bytes, format.name, "graph"); });
    std::cout << "; read in " << std::setprecision(2) << reading << " s";
  }
  std::cout << '\n';
}

void run(std::size_t repeats, const char* path) {
  const Graph graph = path == nullptr ? graph_of_made_articles() : graph_of_file(path);
  const std::string lines = written(graph, "ntriples");
  const auto statements = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
  std::cout << graph.node_count() << " nodes, " << graph.edge_count() << " edges, " << statements << " statements\n";
  for (const io::Format& format : io::formats()) {
    if (!format.of_readings) report(graph, format, statements, repeats);
  }
}

}  // namespace
}  // namespace diurna::bench

int main(int count, char** words) {
  constexpr std::size_t usual_repeats = 3;
  const std::size_t repeats = count > 1 ? std::strtoul(words[1], nullptr, 10) : usual_repeats;
  diurna::bench::run(repeats, count > 2 ? words[2] : nullptr);
  return 0;
}
