// diurna timeline: when things happened to somebody.
#include "diurna/graph/timeline.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/graph_files.hpp"
#include "cli/node_choice.hpp"
#include "core/joined.hpp"

namespace diurna::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* examples = R"(Examples:
  diurna timeline graph.json "Nicolás Maduro"
  diurna timeline graph.json Venezuela "United States"          events in which both take part
  diurna timeline graph.json Venezuela --time 2026-01           that share a day with January 2026
  diurna timeline graph.json Venezuela --time 2026 --relation before --stated

A line has the days of the event, its type, its words, what the (first) entity is in it, and how certain it is. "reported"
in place of a stated time means that only the date of publication is known.)";

struct TimelineCommand {
  std::string graph;
  std::vector<std::string> nodes;
  std::string time;
  std::string relation = "overlapping";
  bool stated = false;
  std::string format;
};

const std::vector<FormatName> formats = {{"table", "", "an event a line, for people; the default"},
                                         {"json", ".json", "an array of events"}};

TimelineOptions options_of(const TimelineCommand& command) {
  TimelineOptions options;
  if (!command.time.empty()) {
    options.interval = day_interval(command.time);
    if (!options.interval) {
      throw UsageError{"'" + command.time + "' is no time: write 2026, 2026-01, 2026-W02 or 2026-01-08"};
    }
  }
  const auto relation = parse_time_relation(command.relation);
  if (!relation) throw UsageError{"--relation is one of overlapping, within, before, after"};
  options.relation = *relation;
  if (command.stated) options.dates = DateSource::stated;
  return options;
}

std::string days_of(const TimelineEntry& entry) {
  if (!entry.days) return entry.time.empty() ? "?" : entry.time;
  const std::string first = iso_date(entry.days->first);
  return entry.days->first == entry.days->last ? first : first + "/" + iso_date(entry.days->last);
}

bool is_stated(const TimelineEntry& entry) { return !entry.time.empty() && day_interval(entry.time).has_value(); }

Json as_json(const TimelineEntry& entry) {
  Json out = {{"event", entry.event},          {"type", entry.type}, {"name", entry.name},
              {"roles", entry.roles},          {"time", entry.time}, {"reported", entry.reported},
              {"factuality", entry.factuality}};
  if (entry.days) {
    out["first"] = iso_date(entry.days->first);
    out["last"] = iso_date(entry.days->last);
  }
  return out;
}

int run(const Console& console, const TimelineCommand& command) {
  const std::string format = choose_format(command.format, "", "table", formats);
  const TimelineOptions options = options_of(command);
  const Graph graph = read_graph_file(command.graph, "");
  std::vector<std::string> ids;
  for (const std::string& node : command.nodes) ids.push_back(choose_node(graph, node));
  const std::vector<TimelineEntry> entries = timeline(graph, ids, options);
  if (format == "json") {
    Json out = Json::array();
    for (const TimelineEntry& entry : entries) out.push_back(as_json(entry));
    console.out << out.dump(1) << '\n';
    return exit_ok;
  }
  for (const TimelineEntry& entry : entries) {
    console.out << days_of(entry) << (entry.days && !is_stated(entry) ? " reported" : "") << '\t' << entry.type << '\t'
                << entry.name << '\t' << detail::joined(entry.roles, ",") << '\t' << entry.factuality << '\n';
  }
  return exit_ok;
}

}  // namespace

Command add_timeline(CLI::App& program) {
  CLI::App* app = program.add_subcommand("timeline", "The events of an entity, or of several together, by time");
  auto command = std::make_shared<TimelineCommand>();
  app->add_option("GRAPH", command->graph, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("NODE", command->nodes, "Names or ids of nodes")->required()->type_name("");
  app->add_option("--time", command->time, "Only events that lie so to this time")->type_name("TIME");
  app->add_option("--relation", command->relation, "overlapping, within, before or after")
      ->type_name("NAME")
      ->capture_default_str();
  app->add_flag("--stated", command->stated, "Only times that the text states, not dates of publication");
  app->add_option("-f,--format", command->format, "Output format")->type_name("NAME");
  app->footer(format_help(formats) + "\n" + examples);
  return {.app = app, .run = [command](const Console& console) { return run(console, *command); }};
}

}  // namespace diurna::cli
