// diurna ego: what lies around a node, as a graph of its own.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/graph_files.hpp"
#include "cli/graph_output.hpp"
#include "cli/node_choice.hpp"
#include "diurna/graph/algorithms.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna ego graph.json "Rocío San Miguel" -o around.json
  diurna ego graph.json e:VEN --radius 2 --format dot | dot -Tsvg > around.svg)";

struct EgoCommand {
  std::string graph;
  std::string node;
  std::size_t radius = 1;
  std::string format;
  std::string output;
  io::WriteOptions writing;
};

int run(const Console& console, const EgoCommand& command) {
  const std::string format = choose_format(command.format, command.output, "json", graph_formats());
  const Graph graph = read_graph_file(command.graph, "");
  GraphOutput output(command.output, format, console);
  output.write(ego_network(graph, choose_node(graph, command.node), command.radius), command.writing);
  return exit_ok;
}

}  // namespace

Command add_ego(CLI::App& program) {
  CLI::App* app = program.add_subcommand("ego", "What lies around a node, as a graph");
  auto command = std::make_shared<EgoCommand>();
  app->add_option("GRAPH", command->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("NODE", command->node, "Name or id of a node")->required()->type_name("");
  app->add_option("--radius", command->radius, "Steps away at most")->type_name("N")->capture_default_str();
  app->add_option("-f,--format", command->format, "Output format; without it, taken from the ending of the output file")
      ->type_name("NAME");
  app->add_option("-o,--output", command->output, "Write here instead of standard output")->type_name("FILE");
  add_writing_options(*app, command->writing);
  app->footer(format_help(graph_formats()) + "\n" + examples);
  return {.app = app, .run = [command](const Console& console) { return run(console, *command); }};
}

}  // namespace diurna::cli
