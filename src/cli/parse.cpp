// diurna parse: articles → tags, lemmas, dependency trees and names.
#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>
#include <utility>

#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/format_choice.hpp"
#include "cli/output.hpp"
#include "cli/syntax_json.hpp"
#include "diurna/io/input.hpp"
#include "diurna/linguistics/analyzer.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna parse article.txt                          CoNLL-U on standard output
  diurna parse treebank.conllu -o parsed.conllu     tokens and sentences are kept as given
  diurna parse news.jsonl --format json             one JSON object an article, with offsets)";

std::vector<FormatName> known_formats() {
  return {{"conllu", ".conllu", "CoNLL-U of Universal Dependencies; the default"},
          {"json", ".jsonl", "one object an article; offsets in code points"}};
}

Product bytes_of(const Document& document, const Syntax& syntax, const std::string& format) {
  std::ostringstream out;
  if (format == "json") {
    write_syntax_json(out, document, syntax);
  } else {
    io::write_conllu(out, document, syntax);
  }
  return {.bytes = std::move(out).str(), .graph = {}};
}

int run(const Console& console, const BatchOptions& options) {
  const std::string format = choose_format(options.format, options.output, "conllu", known_formats());
  const Analyzer analyzer = Analyzer::load(options.pipeline.model);
  Output output(options.output, console);
  const auto work = [&](const Document& document) { return bytes_of(document, analyzer(document), format); };
  const int status = run_batch(console, options, work, [&](const Product& product) { output.write(product.bytes); });
  output.commit();
  return status;
}

}  // namespace

Command add_parse(CLI::App& program) {
  CLI::App* app = program.add_subcommand("parse", "Articles to tags, lemmas, dependency trees and names");
  auto options = std::make_shared<BatchOptions>();
  add_batch_options(*app, *options);
  app->footer(format_help(known_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
