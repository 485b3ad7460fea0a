// diurna merge and diurna remove: documents put together and taken out again, exactly.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/graph_output.hpp"
#include "cli/identity_options.hpp"
#include "core/suggest.hpp"
#include "diurna/core/error.hpp"

namespace diurna::cli {
namespace {

constexpr const char* merge_examples =
    R"(The result is the same whatever the order of the files, and merging a file twice changes nothing.

Examples:
  diurna merge monday.json tuesday.json -o week.json
  diurna merge shard-*.dg -o all.dg                 binary snapshots, for large graphs
  diurna merge week.json new.json -o week.json      a file may be read and replaced)";

constexpr const char* remove_examples = R"(The result is exactly the graph that the other documents make.

Examples:
  diurna remove week.json article-17 -o week.json
  diurna remove all.dg $(cat withdrawn.txt) -o all.dg)";

struct Target {
  std::string from;
  std::string format;
  std::string output;
  io::WriteOptions writing;
  IdentityOptions identity;

  [[nodiscard]] std::string chosen_format() const { return choose_format(format, output, "json", graph_formats()); }
};

void add_target(CLI::App& app, Target& target) {
  app.add_option("--from", target.from, "Format of the input; without it, taken from its ending")->type_name("NAME");
  app.add_option("-f,--format", target.format, "Output format; without it, taken from the ending of the output file")
      ->type_name("NAME");
  app.add_option("-o,--output", target.output, "Write here instead of standard output; several tables go to a folder")
      ->type_name("FILE");
  add_writing_options(app, target.writing);
  add_identity_options(app, target.identity);
}

struct MergeOptions {
  std::vector<std::string> graphs;
  Target target;
};

/// All or nothing: a file that cannot be read ends the command before anything is written.
int run_merge(const Console& console, const MergeOptions& options) {
  GraphOutput output(options.target.output, options.target.chosen_format(), console);
  (void)read_statements(options.target.identity);
  Graph all;
  for (const std::string& path : options.graphs) all.merge(read_graph_file(path, options.target.from));
  output.write(with_identity(console, all, options.target.identity, true), options.target.writing);
  return exit_ok;
}

struct RemoveOptions {
  std::string graph;
  std::vector<std::string> documents;
  Target target;
};

int run_remove(const Console& console, const RemoveOptions& options) {
  GraphOutput output(options.target.output, options.target.chosen_format(), console);
  Graph graph = read_graph_file(options.graph, options.target.from);
  const std::vector<std::string> known = graph.documents();
  int status = exit_ok;
  for (const std::string& document : options.documents) {
    if (std::binary_search(known.begin(), known.end(), document)) continue;
    console.complain(options.graph + ": there is no document '" + document + "'" +
                     detail::did_you_mean(document, known));
    status = exit_input_failed;
  }
  graph.remove(options.documents);
  output.write(with_identity(console, graph, options.target.identity, true), options.target.writing);
  return status;
}

}  // namespace

Command add_merge(CLI::App& program) {
  CLI::App* app = program.add_subcommand("merge", "Several graphs joined in one");
  auto options = std::make_shared<MergeOptions>();
  app->add_option("GRAPH", options->graphs, "Graph files, or - for standard input")->required()->type_name("");
  add_target(*app, options->target);
  app->footer(format_help(graph_formats()) + "\n" + merge_examples);
  return {.app = app, .run = [options](const Console& console) { return run_merge(console, *options); }};
}

Command add_remove(CLI::App& program) {
  CLI::App* app = program.add_subcommand("remove", "A graph without what some documents said");
  auto options = std::make_shared<RemoveOptions>();
  app->add_option("GRAPH", options->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("DOCUMENT", options->documents, "Ids of the documents to take out")->required()->type_name("");
  add_target(*app, options->target);
  app->footer(format_help(graph_formats()) + "\n" + remove_examples);
  return {.app = app, .run = [options](const Console& console) { return run_remove(console, *options); }};
}

}  // namespace diurna::cli
