// diurna extract: articles → facts, article by article, or one graph of all.
#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <utility>

#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/graph_output.hpp"
#include "cli/identity_options.hpp"
#include "cli/output.hpp"
#include "cli/summary.hpp"
#include "diurna/io/format.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna extract article.txt                        what the article says, for people
  diurna extract article.txt --date 2026-01-08      the same; "on Monday" gets a date
  diurna extract news.jsonl --jobs 2 -o facts.jsonl one JSON fact a line
  diurna extract a.txt b.txt -o graph.json          both articles joined in one graph
  diurna extract news.jsonl -o news.ttl             the graph as RDF (Turtle)
  diurna extract article.txt --format triples --tsv subject, predicate, object, sentence
  curl -s … | diurna extract - --format open        clauses as open triples)";

constexpr std::string_view text_format = "text";
constexpr std::string_view tsv_format = "triples-tsv";

std::vector<FormatName> known_formats() {
  std::vector<FormatName> known = {
      {std::string(text_format), ".txt", "facts for people, grouped by sentence; the default on a terminal"}};
  for (const io::Format& format : io::formats()) {
    known.push_back({std::string(format.name), std::string(format.extension), std::string(format.description)});
  }
  return known;
}

struct ExtractOptions {
  BatchOptions batch;
  IdentityOptions identity;
  bool tsv = false;
  bool all = false;
  io::WriteOptions writing;
};

std::string format_of(const ExtractOptions& options, const Console& console) {
  const BatchOptions& batch = options.batch;
  const bool on_terminal = console.out_is_terminal && batch.output.empty();
  const std::string fallback(options.tsv ? "triples" : on_terminal ? "text" : "facts");
  const std::string format = options.tsv && batch.format.empty()
                                 ? fallback
                                 : choose_format(batch.format, batch.output, fallback, known_formats());
  if (!options.tsv) return format;
  if (format != "triples" && format != tsv_format) throw UsageError{"--tsv goes with --format triples only"};
  return std::string(tsv_format);
}

Product bytes_of(const Reading& reading, const std::string& format, const Console& console) {
  std::ostringstream out;
  if (format == text_format) {
    write_summary(out, reading, console);
  } else {
    io::write_reading(out, reading, format);
  }
  return {.bytes = std::move(out).str(), .graph = {}};
}

Product graph_of(const Reading& reading) {
  Graph graph;
  graph.add(reading);
  return {.bytes = {}, .graph = std::move(graph)};
}

int extract_article_by_article(const Console& console, const BatchOptions& batch, const std::string& format) {
  const Pipeline pipeline(batch.pipeline);
  Output output(batch.output, console);
  const Console styling{console.out, console.err, console.out_is_terminal && batch.output.empty(), false,
                        console.colours};
  const auto work = [&](Document document) { return bytes_of(pipeline(std::move(document)), format, styling); };
  std::ostringstream header;
  io::write_header(header, format);
  output.write(header.view());
  const int status = run_batch(console, batch, work, [&](const Product& product) { output.write(product.bytes); });
  output.commit();
  return status;
}

int extract_graph(const Console& console, const ExtractOptions& options, const std::string& format) {
  const BatchOptions& batch = options.batch;
  (void)read_statements(options.identity);  // a bad file is told before the work, not after
  const Pipeline pipeline(batch.pipeline);
  GraphOutput output(batch.output, format, console);
  Graph all;
  const auto work = [&](Document document) { return graph_of(pipeline(std::move(document))); };
  const int status = run_batch(console, batch, work, [&](const Product& product) { all.merge(*product.graph); });
  output.write(with_identity(console, all, options.identity, true), options.writing);
  return status;
}

int run(const Console& console, ExtractOptions options) {
  const std::string format = format_of(options, console);
  if (options.all) {
    if (!format.starts_with("open")) throw UsageError{"--all goes with --format open or open-json only"};
    options.batch.pipeline.open_layer = OpenLayer::all;
  }
  const io::Format* registered = io::find_format(format);
  const bool is_graph = registered != nullptr && !registered->of_readings;
  return is_graph ? extract_graph(console, options, format)
                  : extract_article_by_article(console, options.batch, format);
}

}  // namespace

Command add_extract(CLI::App& program) {
  CLI::App* app = program.add_subcommand("extract", "Articles to facts or to a graph");
  auto options = std::make_shared<ExtractOptions>();
  add_batch_options(*app, options->batch);
  add_identity_options(*app, options->identity);
  app->add_flag("--tsv", options->tsv, "With --format triples: tab-separated columns instead of JSON lines");
  app->add_flag("--all", options->all, "With --format open: facts contained in other facts too");
  add_writing_options(*app, options->writing);
  app->footer(format_help(known_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
