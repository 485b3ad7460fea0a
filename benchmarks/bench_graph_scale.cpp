// The graph at the size of an archive: readings of a corpus, replayed under other names and dates until there are as
// many as asked for (replay.hpp). Prints one figure a line; docs/performance.md has a table of them.
//
//     bench_graph_scale --readings news.jsonl --articles 200000 -o scale.dg
#include <sys/resource.h>
#include <unistd.h>

#include <boost/graph/adjacency_list.hpp>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/graph/bgl.hpp"
#include "diurna/graph/builder.hpp"
#include "diurna/graph/snapshot.hpp"
#include "diurna/io/format.hpp"
#include "diurna/io/input.hpp"
#include "diurna/pipeline/pipeline.hpp"
#include "replay.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

using namespace diurna;

struct Options {
  std::string readings;
  std::string output = "scale.dg";
  std::size_t articles = 200000;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Bytes of memory that this process has in use now.
double resident_bytes() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
  std::ifstream file("/proc/self/statm");
  double total = 0;
  double resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void print(std::string_view what, double value, std::string_view unit) {
  std::cout << std::left << std::setw(44) << what << std::right << std::fixed << std::setprecision(value < 100 ? 2 : 0)
            << std::setw(16) << value << ' ' << unit << std::endl;
}

std::vector<GraphParts> read_corpus(const std::string& path) {
  const Pipeline pipeline;
  std::vector<GraphParts> out;
  io::ArticleReader reader(path);
  while (const auto item = reader.next()) {
    if (const auto* article = std::get_if<Article>(&*item)) out.push_back(graph_parts(pipeline(*article)));
  }
  return out;
}

/// Role, relation, attribution and mention edges, and events.
std::size_t fact_count(const Graph& graph, std::size_t events) { return graph.edge_count() + events; }

struct Built {
  Graph graph;
  std::size_t events = 0;
  double seconds = 0;
};

Built build(const bench::Replay& replay, std::size_t from, std::size_t to) {
  Built out;
  for (std::size_t i = from; i < to; ++i) {
    const GraphParts parts = replay[i];
    const double start = processor_seconds();
    for (const Node& node : parts.nodes) out.graph.add(node);
    for (const Edge& edge : parts.edges) out.graph.add(edge);
    out.seconds += processor_seconds() - start;
    for (const Node& node : parts.nodes) out.events += node.kind == NodeKind::event ? 1 : 0;
  }
  return out;
}

/// Returns the number of events.
std::size_t measure_build(const bench::Replay& replay, const Options& options, Graph& all) {
  const double before = resident_bytes();
  Built first = build(replay, 0, options.articles / 2);
  const Built second = build(replay, options.articles / 2, options.articles);
  const double merge_start = processor_seconds();
  first.graph.merge(second.graph);
  print("joining two halves", processor_seconds() - merge_start, "s");
  const double seconds = first.seconds + second.seconds;
  const auto facts = static_cast<double>(fact_count(first.graph, first.events + second.events));
  print("nodes", static_cast<double>(first.graph.node_count()), "");
  print("edges", static_cast<double>(first.graph.edge_count()), "");
  print("facts (edges and events)", facts, "");
  print("building both halves", seconds, "s");
  print("build rate", facts / seconds, "facts/s");
  print("build rate", static_cast<double>(options.articles) / seconds, "articles/s");
  all = std::move(first.graph);
  print("memory while both halves are there", (resident_bytes() - before) / 1e6, "MB");
  return first.events + second.events;
}

void measure_snapshot(const Options& options, Graph& graph, std::size_t events) {
  const double start = processor_seconds();
  {
    std::ofstream out(options.output, std::ios::binary);
    write_snapshot(out, graph);
  }
  print("writing the snapshot", processor_seconds() - start, "s");
  const auto facts = static_cast<double>(fact_count(graph, events));
  graph = Graph();
  const double before = resident_bytes();
  {
    const Resource file = read_file(options.output);
    print("snapshot", static_cast<double>(file.bytes().size()) / 1e6, "MB");
    print("snapshot a fact", static_cast<double>(file.bytes().size()) / facts, "bytes");
    const double load_start = processor_seconds();
    const auto wall = std::chrono::steady_clock::now();
    graph = read_snapshot(file.bytes(), options.output);
    const double load = processor_seconds() - load_start;
    print("loading the snapshot", load, "s");
    print("loading the snapshot, by the clock on the wall",
          std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count(), "s");
    print("load rate", static_cast<double>(graph.edge_count()) / load, "edges/s");
  }
  print("memory of the loaded graph", (resident_bytes() - before) / 1e6, "MB");
  print("memory of the loaded graph a fact", (resident_bytes() - before) / facts, "bytes");
}

void measure_changes(const bench::Replay& replay, const Options& options, Graph& graph) {
  const double before = resident_bytes();
  Built more = build(replay, options.articles, options.articles + replay.reading_count());
  const double start = processor_seconds();
  graph.merge(more.graph);
  print("one corpus more, first change after loading", processor_seconds() - start, "s");
  const double removal = processor_seconds();
  const std::vector<std::string> documents = more.graph.documents();
  more.graph = Graph();
  graph.remove(documents);
  print("taking it out again", processor_seconds() - removal, "s");
  print("memory that hash tables and both have taken", (resident_bytes() - before) / 1e6, "MB");
}

/// The same edges in Boost's own container, each with one number for its bundle.
void measure_adjacency_list(const Graph& graph) {
  using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, std::uint32_t, std::uint32_t>;
  const BglGraph& bgl = graph.bgl();
  const double before = resident_bytes();
  const double start = processor_seconds();
  List list(boost::num_vertices(bgl));
  for (const auto edge : boost::make_iterator_range(boost::edges(bgl))) {
    boost::add_edge(boost::source(edge, bgl), boost::target(edge, bgl), edge.index, list);
  }
  const auto edges = static_cast<double>(boost::num_edges(list));
  print("the edges as boost::adjacency_list", edges / (processor_seconds() - start), "edges/s");
  print("an edge of boost::adjacency_list", (resident_bytes() - before) / edges, "bytes");
  print("an edge here, ends and chains", sizeof(detail::EdgeRow), "bytes");
}

int run(const Options& options) {
  const bench::Replay replay(read_corpus(options.readings));
  print("articles in the corpus", static_cast<double>(replay.reading_count()), "");
  print("articles in the graph", static_cast<double>(options.articles), "");
  if (replay.reading_count() == 0) return 1;
  Graph graph;
  const std::size_t events = measure_build(replay, options, graph);
  {
    const double before = resident_bytes();
    const Graph copy = graph;
    const double bytes = resident_bytes() - before;
    print("memory of the graph, ready for changes", bytes / 1e6, "MB");
    print("memory of it a fact", bytes / static_cast<double>(fact_count(copy, events)), "bytes");
  }
  measure_snapshot(options, graph, events);
  measure_adjacency_list(graph);
  measure_changes(replay, options, graph);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--readings") options.readings = argv[i + 1];
    if (name == "--articles") options.articles = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "-o") options.output = argv[i + 1];
  }
  if (options.readings.empty() || options.articles < 2) {
    std::cerr << "usage: bench_graph_scale --readings CORPUS [--articles 200000] [-o scale.dg]\n";
    return 2;
  }
  try {
    return run(options);
  } catch (const Error& error) {
    std::cerr << "bench_graph_scale: " << error.what() << '\n';
    return 1;
  }
}
