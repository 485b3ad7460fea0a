// diurna rank: what stands in the middle of a graph; diurna components: what hangs together.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/node_choice.hpp"
#include "core/suggest.hpp"
#include "diurna/graph/algorithms.hpp"

namespace diurna::cli {
namespace {

constexpr const char* rank_examples = R"(Measures: pagerank (default), betweenness, degree, core (the largest k-core).

Examples:
  diurna rank graph.json --top 20
  diurna rank graph.json --by betweenness --type PERSON)";

constexpr const char* component_examples = R"(Examples:
  diurna components graph.json                      the largest part first: number of nodes, then some of them)";

struct Measure {
  std::string name;
  std::vector<Ranked> (*ranks)(const Graph&);
};
const std::vector<Measure> measures = {
    {"pagerank", page_rank}, {"betweenness", betweenness}, {"degree", degree}, {"core", core_numbers}};

struct RankCommand {
  std::string graph;
  std::string by = "pagerank";
  std::string type;
  std::size_t top = 20;
};

const Measure& measure_named(const std::string& name) {
  const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.name == name; });
  if (found != measures.end()) return *found;
  std::vector<std::string> names;
  for (const Measure& measure : measures) names.push_back(measure.name);
  throw UsageError{"unknown measure '" + name + "'" + detail::did_you_mean(name, names)};
}

int rank(const Console& console, const RankCommand& command) {
  const Measure& measure = measure_named(command.by);
  const Graph graph = read_graph_file(command.graph, "");
  std::size_t left = command.top;
  for (const Ranked& ranked : measure.ranks(graph)) {
    if (left == 0) break;
    const Node node = graph.node(ranked.id);
    if (!command.type.empty() && node.type != command.type) continue;
    console.out << number_text(ranked.score) << '\t' << node.id << '\t' << node.type << '\t' << node.name << '\n';
    --left;
  }
  return exit_ok;
}

struct ComponentsCommand {
  std::string graph;
  std::size_t top = 20;
};

int list_components(const Console& console, const ComponentsCommand& command) {
  constexpr std::size_t most_names = 5;
  const Graph graph = read_graph_file(command.graph, "");
  std::size_t left = command.top;
  for (const std::vector<std::string>& part : components(graph)) {
    if (left-- == 0) break;
    console.out << part.size();
    for (std::size_t i = 0; i < std::min(part.size(), most_names); ++i) {
      console.out << (i == 0 ? "\t" : "; ") << shown(graph.node(part[i]));
    }
    console.out << (part.size() > most_names ? "; …\n" : "\n");
  }
  return exit_ok;
}

}  // namespace

Command add_rank(CLI::App& program) {
  CLI::App* app = program.add_subcommand("rank", "Entities and events by how much they stand in the middle");
  auto command = std::make_shared<RankCommand>();
  app->add_option("GRAPH", command->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("--by", command->by, "Measure")->type_name("NAME")->capture_default_str();
  app->add_option("--type", command->type, "Only nodes of this type: PERSON, ORG, justice.detain …")->type_name("NAME");
  app->add_option("--top", command->top, "How many")->type_name("N")->capture_default_str();
  app->footer(rank_examples);
  return {.app = app, .run = [command](const Console& console) { return rank(console, *command); }};
}

Command add_components(CLI::App& program) {
  CLI::App* app = program.add_subcommand("components", "What hangs together in a graph");
  auto command = std::make_shared<ComponentsCommand>();
  app->add_option("GRAPH", command->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("--top", command->top, "How many")->type_name("N")->capture_default_str();
  app->footer(component_examples);
  return {.app = app, .run = [command](const Console& console) { return list_components(console, *command); }};
}

}  // namespace diurna::cli
