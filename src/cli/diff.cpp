// diurna diff: what has changed between two graphs, for people or as JSON.
#include "diurna/graph/diff.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/output.hpp"
#include "diurna/core/error.hpp"

namespace diurna::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int exit_same = 0;
constexpr int exit_different = 1;
constexpr int exit_trouble = 2;

constexpr const char* examples =
    R"(Lines begin with + (appeared), - (vanished) or ~ (changed); what changed is indented below.

Examples:
  diurna diff monday.json tuesday.json
  diurna diff old.dg new.dg --format json           for programs
  diurna diff a.json b.json > /dev/null && echo same

Exit status: 0 the graphs are equal; 1 they differ; 2 trouble.)";

struct DiffOptions {
  std::string before;
  std::string after;
  std::string from;
  std::string format;
  std::string output;
};

std::string sign(Change change) {
  if (change == Change::appeared) return "+";
  return change == Change::vanished ? "-" : "~";
}

Style style(Change change) {
  if (change == Change::appeared) return Style::green;
  return change == Change::vanished ? Style::red : Style::yellow;
}

std::string title(const Node& node) {
  return std::string(to_text(node.kind)) + " " + node.id + (node.type.empty() ? "" : " " + node.type) +
         (node.name.empty() ? "" : " \"" + node.name + "\"");
}
std::string title(const Edge& edge) {
  return "edge " + edge.source + " -" + edge.type + "-> " + edge.target + (edge.key.empty() ? "" : " " + edge.key);
}

std::string line(const FieldChange& field) {
  if (field.before.empty()) return "    + " + field.field + ": " + field.after;
  if (field.after.empty()) return "    - " + field.field + ": " + field.before;
  return "    ~ " + field.field + ": " + field.before + " -> " + field.after;
}

struct Counts {
  std::size_t appeared = 0;
  std::size_t vanished = 0;
  std::size_t changed = 0;
};

template <class Changes>
Counts counts(const Changes& changes) {
  Counts out;
  for (const auto& one : changes) {
    if (one.change == Change::appeared) ++out.appeared;
    if (one.change == Change::vanished) ++out.vanished;
    if (one.change == Change::changed) ++out.changed;
  }
  return out;
}

std::string counted(std::string_view what, const Counts& counts) {
  return std::string(what) + ": " + std::to_string(counts.appeared) + " appeared, " + std::to_string(counts.vanished) +
         " vanished, " + std::to_string(counts.changed) + " changed\n";
}

void write_lines(std::ostream& out, const GraphDiff& difference, const Console& styling) {
  const auto write = [&](Change change, const std::string& what, const std::vector<FieldChange>& fields) {
    out << styling.styled(style(change), sign(change) + " " + what) << '\n';
    for (const FieldChange& field : fields) out << line(field) << '\n';
  };
  for (const NodeChange& one : difference.nodes) write(one.change, title(one.node), one.fields);
  for (const EdgeChange& one : difference.edges) write(one.change, title(one.edge), one.fields);
  if (difference.empty()) return;
  out << counted("nodes", counts(difference.nodes)) << counted("edges", counts(difference.edges));
}

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json fields_json(const std::vector<FieldChange>& fields) {
  Json out = Json::array();
  for (const FieldChange& field : fields) {
    out.push_back({{"field", field.field}, {"before", field.before}, {"after", field.after}});
  }
  return out;
}

template <class Changes, class Row>
void write_list(std::ostream& out, const Changes& changes, Row row) {
  const char* separator = "\n";
  for (const auto& one : changes) {
    Json item = row(one);
    if (one.change == Change::changed) item["fields"] = fields_json(one.fields);
    out << separator << dumped(item);
    separator = ",\n";
  }
}

void write_json(std::ostream& out, const GraphDiff& difference) {
  out << "{\"format\":\"diurna-diff\",\"version\":1,\n\"nodes\":[";
  write_list(out, difference.nodes, [](const NodeChange& one) {
    return Json{{"change", to_text(one.change)},
                {"id", one.node.id},
                {"kind", to_text(one.node.kind)},
                {"type", one.node.type},
                {"name", one.node.name}};
  });
  out << "\n],\n\"edges\":[";
  write_list(out, difference.edges, [](const EdgeChange& one) {
    return Json{{"change", to_text(one.change)},
                {"source", one.edge.source},
                {"type", one.edge.type},
                {"target", one.edge.target},
                {"key", one.edge.key}};
  });
  out << "\n]}\n";
}

int run(const Console& console, const DiffOptions& options) {
  if (options.format != "text" && options.format != "json") {
    throw UsageError{"unknown format '" + options.format + "'; the formats are text and json"};
  }
  try {
    const GraphDiff difference =
        diff(read_graph_file(options.before, options.from), read_graph_file(options.after, options.from));
    Output output(options.output, console);
    if (options.format == "json") {
      write_json(output.stream(), difference);
    } else {
      const Console styling{console.out, console.err, console.out_is_terminal && options.output.empty(), false,
                            console.colours};
      write_lines(output.stream(), difference, styling);
    }
    output.commit();
    return difference.empty() ? exit_same : exit_different;
  } catch (const Error& error) {
    console.complain(error.what());
    return exit_trouble;
  }
}

}  // namespace

Command add_diff(CLI::App& program) {
  CLI::App* app = program.add_subcommand("diff", "What differs between two graphs");
  auto options = std::make_shared<DiffOptions>();
  options->format = "text";
  app->add_option("BEFORE", options->before, "A graph file, or - for standard input")->required()->type_name("");
  app->add_option("AFTER", options->after, "Another")->required()->type_name("");
  app->add_option("--from", options->from, "Format of both; without it, taken from the endings")->type_name("NAME");
  app->add_option("-f,--format", options->format, "text or json")->type_name("NAME");
  app->add_option("-o,--output", options->output, "Write here instead of standard output")->type_name("FILE");
  app->footer(examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
