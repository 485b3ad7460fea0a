// diurna path: how two nodes of a graph are joined.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/graph_files.hpp"
#include "cli/node_choice.hpp"
#include "core/joined.hpp"
#include "diurna/graph/algorithms.hpp"

namespace diurna::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* examples = R"(Examples:
  diurna path graph.json "Nicolás Maduro" "United States"
  diurna path graph.json e:nicolas_maduro e:USA --all --longest 5

A node is named by its id or by a name that only it has. Paths lead through entities and events, not through documents
and times, where everything meets. Exit status 1 when there is no path.)";

struct PathCommand {
  std::string graph;
  std::string from;
  std::string to;
  std::string format;
  PathOptions options;
  bool all = false;
};

const std::vector<FormatName> formats = {{"table", "", "a path a line, for people; the default"},
                                         {"json", ".json", "an array of paths: nodes and the edges between them"}};

/// The types of the edges from `a` to `b`.
std::set<std::string> types_between(const Graph& graph, const std::string& a, const std::string& b) {
  std::set<std::string> types;
  for (const Edge& edge : graph.edges_of(a)) {
    if (edge.source == a && edge.target == b) types.insert(edge.type);
  }
  return types;
}

std::string line(const Graph& graph, const std::vector<std::string>& path, const Console& console) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) {
      const auto forth = types_between(graph, path[i - 1], path[i]);
      const auto back = types_between(graph, path[i], path[i - 1]);
      std::string step = " ";
      if (!back.empty()) step += "<-[" + detail::joined(back, ",") + "]- ";
      if (!forth.empty()) step += "-[" + detail::joined(forth, ",") + "]-> ";
      out += console.styled(Style::dim, step);
    }
    const Node node = graph.node(path[i]);
    out += console.out_is_terminal
               ? console.styled(node.kind == NodeKind::event ? Style::yellow : Style::bold, shown(node))
               : shown(node);
  }
  return out;
}

Json as_json(const Graph& graph, const std::vector<std::string>& path) {
  Json nodes = Json::array();
  Json edges = Json::array();
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Node node = graph.node(path[i]);
    nodes.push_back({{"id", node.id}, {"type", node.type}, {"name", node.name}});
    if (i == 0) continue;
    for (const auto& [source, target] : {std::pair(path[i - 1], path[i]), std::pair(path[i], path[i - 1])}) {
      for (const std::string& type : types_between(graph, source, target)) {
        edges.push_back({{"source", source}, {"type", type}, {"target", target}});
      }
    }
  }
  return {{"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

int run(const Console& console, const PathCommand& command) {
  const std::string format = choose_format(command.format, "", "table", formats);
  const Graph graph = read_graph_file(command.graph, "");
  PathOptions options = command.options;
  if (!command.all) options.most = 1;
  const auto paths = simple_paths(graph, choose_node(graph, command.from), choose_node(graph, command.to), options);
  if (format == "json") {
    Json out = Json::array();
    for (const auto& path : paths) out.push_back(as_json(graph, path));
    console.out << out.dump(1) << '\n';
  } else {
    for (const auto& path : paths) console.out << line(graph, path, console) << '\n';
  }
  if (paths.empty()) console.complain("no path of at most " + std::to_string(options.longest) + " edges");
  return paths.empty() ? exit_input_failed : exit_ok;
}

}  // namespace

Command add_path(CLI::App& program) {
  CLI::App* app = program.add_subcommand("path", "How two nodes of a graph are joined");
  auto command = std::make_shared<PathCommand>();
  command->options.longest = 6;
  app->add_option("GRAPH", command->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("FROM", command->from, "Name or id of a node")->required()->type_name("");
  app->add_option("TO", command->to, "Name or id of another")->required()->type_name("");
  app->add_flag("--all", command->all, "All paths that meet no node twice, not only a shortest one");
  app->add_option("--longest", command->options.longest, "Edges of a path at most")
      ->type_name("N")
      ->capture_default_str();
  app->add_option("--most", command->options.most, "Paths at most, the shortest ones")
      ->type_name("N")
      ->capture_default_str();
  app->add_option("-f,--format", command->format, "Output format")->type_name("NAME");
  app->footer(format_help(formats) + "\n" + examples);
  return {.app = app, .run = [command](const Console& console) { return run(console, *command); }};
}

}  // namespace diurna::cli
