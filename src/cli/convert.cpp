// diurna convert: graphs in a format that can be read → one graph in any format.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/graph_output.hpp"
#include "cli/identity_options.hpp"
#include "diurna/core/error.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna convert graph.json -o graph.graphml        for Gephi, networkx, Neo4j
  diurna convert graph.json -o graph.nq             RDF, a named graph for each document
  diurna convert graph.json --format csv -o import  import/nodes.csv and relationships.csv for Neo4j
  diurna convert graph.json --format dot | dot -Tsvg > graph.svg
  diurna convert graph.json -o graph.dg             binary, read in seconds however large
  diurna convert monday.json tuesday.json -o both.json)";

struct ConvertOptions {
  std::vector<std::string> graphs;
  std::string from;
  std::string format;
  std::string output;
  io::WriteOptions writing;
  IdentityOptions identity;
};

int run(const Console& console, const ConvertOptions& options) {
  const std::string format = choose_format(options.format, options.output, "json", graph_formats());
  GraphOutput output(options.output, format, console);
  (void)read_statements(options.identity);
  std::optional<Graph> all;
  int status = exit_ok;
  for (const std::string& path : options.graphs) {
    try {
      Graph graph = read_graph_file(path, options.from);
      if (all) {
        all->merge(graph);
      } else {
        all = std::move(graph);
      }
    } catch (const Error& error) {
      console.complain(error.what());
      status = exit_input_failed;
    }
  }
  if (!all) return status;
  const bool several = options.graphs.size() > 1;
  output.write(with_identity(console, *all, options.identity, several), options.writing);
  return status;
}

}  // namespace

Command add_convert(CLI::App& program) {
  CLI::App* app = program.add_subcommand("convert", "Graph files to another format; several are joined");
  auto options = std::make_shared<ConvertOptions>();
  app->add_option("GRAPH", options->graphs, "Graph files, or - for standard input")->required()->type_name("");
  app->add_option("--from", options->from, "Format of the input; without it, taken from its ending")->type_name("NAME");
  app->add_option("-f,--format", options->format, "Output format; without it, taken from the ending of the output file")
      ->type_name("NAME");
  app->add_option("-o,--output", options->output,
                  "Write here instead of standard output; several tables go to a folder")
      ->type_name("FILE");
  add_writing_options(*app, options->writing);
  add_identity_options(*app, options->identity);
  app->add_flag("--resolve", options->identity.resolve,
                "Join names and events across articles; the default for several graphs");
  app->footer(format_help(graph_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
