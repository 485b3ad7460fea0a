// diurna query: asks a stored graph in openCypher.
#include "diurna/query/query.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>

#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/output.hpp"
#include "cli/table.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/io/format.hpp"
#include "diurna/io/result.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna query graph.json 'MATCH (p:PERSON)<-[:agent]-(e:event) RETURN p.name, e.type, e.name LIMIT 10'
  diurna query graph.json 'MATCH (p:PERSON {name: $who})--(e:event)-->(t:time) RETURN e.name, t.value' --param who='Ana Vidal'
  diurna query graph.json 'MATCH (e:event)-[:time]->(t) WHERE t.begin >= date("2026-01-01") RETURN e.type, count(*)' --format csv
  diurna query graph.json --file question.cypher -o answer.json
  diurna query graph.json 'MATCH (a)--(b)--(c) RETURN count(*)' --explain

docs/query.md has the language and what a graph looks like in it. Exit status: 0 fine; 1 the graph could not be read;
2 wrong usage or a query that is wrong.)";

struct QueryCommandOptions {
  std::string graph;
  std::string from;
  std::string text;
  std::string file;
  std::vector<std::string> parameters;
  std::string format;
  std::string output;
  bool explain = false;
};

const std::vector<FormatName>& result_formats() {
  static const std::vector<FormatName> formats = {{"table", ".txt", "columns for people"},
                                                  {"json", ".json", "an array of objects"},
                                                  {"jsonl", ".jsonl", "an object a line"},
                                                  {"csv", ".csv", "RFC 4180 with a header"}};
  return formats;
}

std::string standard_input() { return {std::istreambuf_iterator<char>(std::cin), {}}; }

Graph read_graph(const QueryCommandOptions& options) {
  std::vector<FormatName> known;
  for (const io::Format& format : io::formats())
    if (!format.of_readings && format.readable)
      known.push_back({std::string(format.name), std::string(format.extension), std::string(format.description)});
  const std::string format = choose_format(options.from, options.graph, "json", known);
  if (options.graph == "-") return io::read_graph(standard_input(), format, "standard input");
  const Resource file = read_file(options.graph);
  return io::read_graph(file.bytes(), format, options.graph);
}

std::string query_text(const QueryCommandOptions& options) {
  if (options.text.empty() == options.file.empty())
    throw UsageError{"give the query as an argument, or a file with --file"};
  if (!options.text.empty() && options.text != "-") return options.text;
  if (options.graph == "-" && (options.text == "-" || options.file == "-"))
    throw UsageError{"the graph and the query cannot both come from standard input"};
  if (options.text == "-" || options.file == "-") return standard_input();
  const Resource file = read_file(options.file);
  return std::string(file.bytes());
}

// name=value; a value that is JSON (3, true, ["a"]) is that, all else is text.
Value::Map parameters_of(const QueryCommandOptions& options) {
  Value::Map parameters;
  for (const std::string& assignment : options.parameters) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0)
      throw UsageError{"'" + assignment + "' is no parameter; write --param name=value"};
    const std::string text = assignment.substr(equals + 1);
    Value value = text;
    try {
      value = io::read_value(text);
    } catch (const ParseError&) {
      value = text;
    }
    parameters.insert_or_assign(assignment.substr(0, equals), std::move(value));
  }
  return parameters;
}

std::string written(const QueryResult& result, const std::string& format, const Console& console) {
  if (format == "table") return table_of(result, console);
  std::ostringstream out;
  const auto kind = format == "json"  ? io::ResultFormat::json
                    : format == "csv" ? io::ResultFormat::csv
                                      : io::ResultFormat::jsonl;
  io::write_result(out, result, kind);
  return std::move(out).str();
}

int run(const Console& console, const QueryCommandOptions& options) {
  const std::string format = choose_format(options.format, options.output, "table", result_formats());
  const std::string text = query_text(options);
  const Value::Map parameters = parameters_of(options);
  const Graph graph = read_graph(options);
  try {
    const QueryGraph index(graph);
    const PreparedQuery query = index.prepare(text);
    Output output(options.output, console);
    output.write(options.explain ? query.explain() : written(query.run(parameters), format, console));
    output.commit();
    return exit_ok;
  } catch (const QueryError& error) {
    console.complain(error.what());
    return exit_usage;
  }
}

}  // namespace

Command add_query(CLI::App& program) {
  CLI::App* app = program.add_subcommand("query", "Ask a graph in openCypher");
  auto options = std::make_shared<QueryCommandOptions>();
  app->add_option("GRAPH", options->graph, "Graph file, or - for standard input")->required()->type_name("");
  app->add_option("QUERY", options->text, "The query, or - to read it from standard input")->type_name("");
  app->add_option("--file", options->file, "Read the query from this file")->type_name("FILE");
  app->add_option("-p,--param", options->parameters, "Value of a parameter, $NAME in the query; JSON or text")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  app->add_option("--from", options->from, "Format of the graph; without it, taken from its ending")->type_name("NAME");
  app->add_option("-f,--format", options->format, "Output format; without it, taken from the ending of the output file")
      ->type_name("NAME");
  app->add_option("-o,--output", options->output, "Write here instead of standard output")->type_name("FILE");
  app->add_flag("--explain", options->explain, "Print how the query would run instead of running it");
  app->footer(format_help(result_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
