#include "cli/batch.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <map>
#include <thread>
#include <utility>

#include "cli/inputs.hpp"
#include "cli/progress.hpp"
#include "diurna/pipeline/ordered.hpp"

namespace diurna::cli {
namespace {

constexpr unsigned most_jobs = 256;

struct Outcome {
  Product product;
  std::vector<std::string> remarks;
  std::size_t tokens = 0;
  bool failed = false;
};

std::string_view to_text(Severity severity) {
  if (severity == Severity::note) return "note";
  return severity == Severity::warning ? "warning" : "error";
}

/// One line a diagnostic; of many with the same code only the first few, then how many more.
std::vector<std::string> remarks_of(const Document& document) {
  constexpr std::size_t shown = 3;
  std::vector<std::string> remarks;
  std::map<std::string, std::size_t> seen;
  for (const Diagnostic& diagnostic : document.diagnostics()) {
    if (++seen[diagnostic.code] > shown) continue;
    remarks.push_back(document.id() + ": " + std::string(to_text(diagnostic.severity)) + ": " + diagnostic.message +
                      " [" + diagnostic.code + "]");
  }
  for (const auto& [code, count] : seen) {
    if (count <= shown) continue;
    remarks.push_back(document.id() + ": note: the same " + std::to_string(count - shown) + " times more [" + code +
                      "]");
  }
  if (document.tokens().empty()) remarks.push_back(document.id() + ": warning: there is no text in it [text.empty]");
  return remarks;
}

Document to_document(Item item) {
  if (auto* article = std::get_if<Article>(&item)) return read_document(std::move(*article));
  return std::get<Document>(std::move(item));
}

Outcome process(Item item, const std::function<Product(Document)>& work) {
  Outcome outcome;
  if (const auto* failure = std::get_if<Failure>(&item)) {
    outcome.remarks.push_back(failure->message);
    outcome.failed = true;
    return outcome;
  }
  std::string name = "input";
  try {
    Document document = to_document(std::move(item));
    name = document.id();
    outcome.remarks = remarks_of(document);
    outcome.tokens = document.tokens().size();
    outcome.product = work(std::move(document));
  } catch (const std::exception& error) {
    outcome.remarks.push_back(name + ": error: " + error.what());
    outcome.failed = true;
  }
  return outcome;
}

bool is_corpus(const std::string& path) { return path.ends_with(".jsonl") || path.ends_with(".conllu"); }

}  // namespace

void add_batch_options(CLI::App& app, BatchOptions& options) {
  app.add_option("INPUT", options.inputs,
                 "Files, or - for standard input. A .jsonl file is a corpus (id, date, title, text), a .conllu file\n"
                 "is text with its tokens given, anything else is one article.")
      ->required()
      ->type_name("");
  app.add_option("-d,--date", options.date, "Date of articles that bring none, as 2026-01-08; \"on Monday\" needs it")
      ->type_name("DATE");
  app.add_option("-f,--format", options.format, "Output format; without it, taken from the ending of the output file")
      ->type_name("NAME");
  app.add_option("-o,--output", options.output, "Write here instead of standard output")->type_name("FILE");
  app.add_option("-j,--jobs", options.jobs, "Threads; 0 for one a processor. The output is the same for any number")
      ->check(CLI::Range(0U, most_jobs).description(""))
      ->type_name("N");
  app.add_flag("-q,--quiet", options.quiet, "Print errors only, no warnings");
  app.add_option("--model", options.pipeline.model, "Linguistic model instead of the built-in one")->type_name("FILE");
  app.add_option("--extraction-model", options.pipeline.extraction_model,
                 "Extraction model instead of the built-in one")
      ->type_name("FILE");
  app.add_option("--rules", options.pipeline.rules, "Rule file, or folder of them, that adds to what the model finds")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--ontology", options.pipeline.ontology, "File that adds to the built-in event and relation types")
      ->type_name("FILE");
}

int run_batch(const Console& console, const BatchOptions& options, const std::function<Product(Document)>& work,
              const std::function<void(Product)>& sink) {
  Inputs inputs(options.inputs, options.date);
  Progress progress(console, std::any_of(options.inputs.begin(), options.inputs.end(), is_corpus));
  int status = exit_ok;
  const auto deliver = [&](Outcome outcome) {
    if (outcome.failed) status = exit_input_failed;
    if (!outcome.remarks.empty() && (outcome.failed || !options.quiet)) {
      progress.clear();
      for (const std::string& remark : outcome.remarks) console.complain(remark);
    }
    progress.add(outcome.tokens);
    if (!outcome.failed) sink(std::move(outcome.product));
  };
  const unsigned jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  map_in_order<Item, Outcome>([&] { return inputs.next(); }, [&](Item item) { return process(std::move(item), work); },
                              deliver, jobs);
  return status;
}

}  // namespace diurna::cli
