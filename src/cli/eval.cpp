// diurna eval: how well articles are read, against annotated ones.
#include <CLI/CLI.hpp>
#include <memory>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility>

#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/evaluation_report.hpp"
#include "cli/format_choice.hpp"
#include "cli/output.hpp"
#include "diurna/core/error.hpp"
#include "diurna/io/gold.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna eval --gold annotated/                     reads the annotated texts and scores what it finds
  diurna eval --gold annotated/ --by-type --errors 40
  diurna eval --gold annotated/ --facts facts.jsonl --format json
                                                    scores facts extracted before, by whatever program
  diurna eval --gold annotated/ parsed.conllu       reads these articles instead; their ids name the annotated ones)";

struct EvalOptions {
  BatchOptions batch;
  std::string gold;
  std::string facts;
  ReportOptions report;
};

std::vector<FormatName> known_formats() {
  return {{"table", ".txt", "for people; the default"}, {"json", ".json", "one object with every figure"}};
}

/// Facts of the INPUT articles, by the id of their annotated article.
class Collected {
 public:
  explicit Collected(const std::vector<GoldDocument>& gold) {
    for (const GoldDocument& document : gold) texts_.emplace(document.id, &document.text);
  }

  /// Throws ParseError where the article is not the annotated one.
  void add(const Reading& reading) {
    const std::string id = io::article_key(reading.document.article().id);
    const auto annotated = texts_.find(id);
    if (annotated == texts_.end()) {
      throw diurna::ParseError({.code = "eval.article",
                        .place = id,
                        .message = "no annotated article has this id",
                        .hint = "the name of the file, or the key 'id' of a record, names it"});
    }
    if (reading.document.text() != *annotated->second) {
      throw diurna::ParseError({.code = "eval.text",
                        .place = id,
                        .message = "this is not the text that was annotated, so no offset fits",
                        .hint = "leave INPUT out to read the annotated texts themselves"});
    }
    StatedFacts facts = stated_facts(reading);
    const std::scoped_lock lock(mutex_);
    facts_[id] = std::move(facts);
  }

  [[nodiscard]] const std::map<std::string, StatedFacts>& facts() const { return facts_; }

 private:
  std::map<std::string, const std::string*> texts_;
  std::mutex mutex_;
  std::map<std::string, StatedFacts> facts_;
};

/// Only the annotated articles that were among the inputs.
std::vector<GoldDocument> only_read(std::vector<GoldDocument> gold, const std::map<std::string, StatedFacts>& facts) {
  std::erase_if(gold, [&](const GoldDocument& document) { return !facts.contains(document.id); });
  return gold;
}

struct Outcome {
  Evaluation evaluation;
  int status = exit_ok;
};

Outcome evaluate_inputs(const Console& console, const BatchOptions& batch, std::vector<GoldDocument> gold) {
  const Pipeline pipeline(batch.pipeline);
  Collected collected(gold);
  const auto work = [&](Document document) {
    collected.add(pipeline(std::move(document)));
    return Product{};
  };
  const int status = run_batch(console, batch, work, [](const Product&) {});
  return {evaluate(only_read(std::move(gold), collected.facts()), collected.facts()), status};
}

Outcome evaluate_all(const Console& console, const EvalOptions& options) {
  std::vector<GoldDocument> gold = io::read_gold(options.gold);
  if (!options.facts.empty()) return {evaluate(gold, io::read_stated_facts(options.facts, gold)), exit_ok};
  if (!options.batch.inputs.empty()) return evaluate_inputs(console, options.batch, std::move(gold));
  const unsigned jobs =
      options.batch.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.batch.jobs;
  return {evaluate(Pipeline(options.batch.pipeline), gold, jobs), exit_ok};
}

int run(const Console& console, const EvalOptions& options) {
  const std::string format = choose_format(options.batch.format, options.batch.output, "table", known_formats());
  if (!options.facts.empty() && !options.batch.inputs.empty()) {
    throw UsageError{"--facts scores facts that are there already; leave out the articles, or --facts"};
  }
  Output output(options.batch.output, console);
  const Outcome outcome = evaluate_all(console, options);
  std::ostringstream bytes;
  if (format == "json") {
    write_evaluation_json(bytes, outcome.evaluation, options.report);
  } else {
    write_evaluation_table(bytes, outcome.evaluation, options.report);
  }
  output.write(bytes.view());
  output.commit();
  return outcome.status;
}

}  // namespace

Command add_eval(CLI::App& program) {
  CLI::App* app = program.add_subcommand("eval", "Precision, recall and F1 on annotated articles");
  auto options = std::make_shared<EvalOptions>();
  add_batch_options(*app, options->batch);
  app->get_option("INPUT")->required(false)->description("Articles to read instead of the annotated texts themselves");
  app->add_option("--gold", options->gold, "Folder of annotated articles, or one of them")
      ->required()
      ->type_name("DIR");
  app->add_option("--facts", options->facts, "Facts extracted before, as --format facts writes them")
      ->type_name("FILE");
  app->add_flag("--by-type", options->report.by_type, "The figures of every event type, role and relation as well");
  app->add_option("--errors", options->report.mistakes, "Show N mistakes, spread evenly over all")->type_name("N");
  app->footer(format_help(known_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
