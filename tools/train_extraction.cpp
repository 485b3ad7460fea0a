// Trains data/models/en/extraction.bin: reads gold articles through the library, fits the trigger and the role model.
//
//   train_extraction --gold DIR --sentences training/events/sentences.txt --out data/models/en/extraction.bin
//   train_extraction … --hold-out --errors 50       trains without every fifth file and scores on those
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/model_file.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"
#include "extraction_data.hpp"

namespace {

using namespace diurna;
using namespace diurna::tools;

struct Options {
  std::string gold;
  std::string sentences;
  std::string out;
  bool hold_out = false;
  std::size_t fold = 0;
  std::size_t errors = 0;
  std::size_t min_documents = 2;
  detail::LinearTraining triggers;
  detail::LinearTraining roles;
};

/// Files are held out by the number in their name.
bool is_held_out(const std::filesystem::path& path, std::size_t fold) {
  std::string digits;
  for (const char c : path.stem().string()) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return !digits.empty() && std::stoul(digits) % 5 == fold;
}

std::vector<std::filesystem::path> gold_files(const std::string& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

class Reader {
 public:
  [[nodiscard]] Prepared operator()(const std::filesystem::path& path) const {
    return (*this)(read_gold(path.string()));
  }
  [[nodiscard]] Prepared operator()(GoldDocument gold) const {
    Document document =
        read_document({.id = gold.name, .date = gold.date, .title = "", .text = gold.text, .source = "", .url = ""});
    Syntax syntax = analyzer_(document);
    Mentions mentions = finder_(document, syntax);
    return {std::move(gold), std::move(document), std::move(syntax), std::move(mentions)};
  }

 private:
  Analyzer analyzer_ = Analyzer::load();
  MentionFinder finder_ = MentionFinder::load();
};

std::string bytes_of(const std::vector<std::uint32_t>& keys) {
  return {reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(std::uint32_t)};
}

std::string train(const std::vector<Prepared>& documents, const Tables& tables, const Options& options) {
  const auto keys = trained_lemmas(documents, tables, options.min_documents);
  const detail::TrainedLemmas lemmas(keys);
  std::vector<detail::LinearExample> triggers, roles;
  for (const Prepared& prepared : documents) {
    add_trigger_examples(prepared, tables, lemmas, triggers);
    add_role_examples(prepared, tables, roles);
  }
  std::cerr << documents.size() << " documents, " << triggers.size() << " trigger and " << roles.size()
            << " role examples\n";
  const nlohmann::json card{
      {"kind", "extraction"},
      {"language", "en"},
      {"documents", documents.size()},
      {"data", "Wikinews articles annotated with events, CC BY 2.5; sentences of our own"},
      {"command",
       "train_extraction --gold DIR --sentences training/events/sentences.txt --out data/models/en/extraction.bin"}};
  const std::vector<std::pair<std::string, std::string>> sections{
      {"card", card.dump(1)},
      {"triggers", detail::train_linear_model(triggers, tables.trigger_labels, options.triggers)},
      {"roles", detail::train_linear_model(roles, tables.role_labels, options.roles)},
      {"lemmas", bytes_of(keys)}};
  return detail::write_model_file(sections);
}

void print(const std::string& name, const Count& count) {
  std::cout << name << std::string(name.size() < 24 ? 24 - name.size() : 1, ' ') << "P " << count.precision() << "  R "
            << count.recall() << "  F1 " << count.f1() << "  (" << count.hits << " " << count.extra << " "
            << count.missed << ")\n";
}

void report(const std::vector<Prepared>& documents, const Tables& tables, const Options& options) {
  const detail::ExtractionModel model(read_file(options.out), tables.ontology);
  Scores scores;
  for (const Prepared& prepared : documents) score(prepared, tables, model, scores);
  std::cout.precision(3);
  print("events", scores.events);
  print("roles", scores.roles);
  print("roles, triggers given", scores.roles_of_gold);
  if (options.errors == 0) return;
  for (const auto& [type, count] : scores.types) print("  " + type, count);
  for (const auto& [role, count] : scores.role_names) print("  " + role, count);
  for (std::size_t i = 0; i < std::min(options.errors, scores.errors.size()); ++i) {
    std::cout << scores.errors[i] << '\n';
  }
}

void run(const Options& options) {
  const Reader read;
  const Tables tables = Tables::load();
  std::vector<Prepared> training, held_out;
  for (const auto& path : gold_files(options.gold)) {
    auto& list = options.hold_out && is_held_out(path, options.fold) ? held_out : training;
    list.push_back(read(path));
  }
  if (!options.sentences.empty()) {
    for (GoldDocument& sentence : read_sentences(options.sentences)) training.push_back(read(std::move(sentence)));
  }
  const std::string bytes = train(training, tables, options);
  std::ofstream(options.out, std::ios::binary) << bytes;
  std::cerr << options.out << ": " << bytes.size() << " bytes\n";
  if (options.hold_out) report(held_out, tables, options);
}

void add_training_options(CLI::App& app, const std::string& prefix, detail::LinearTraining& training) {
  app.add_option("--" + prefix + "-epochs", training.epochs, "passes over the examples");
  app.add_option("--" + prefix + "-rate", training.rate, "step size");
  app.add_option("--" + prefix + "-l1", training.l1, "penalty on absolute weights");
  app.add_option("--" + prefix + "-l2", training.l2, "penalty on squared weights");
  app.add_option("--" + prefix + "-min-count", training.min_count, "examples that a feature needs");
  app.add_option("--" + prefix + "-temperature", training.temperature, "divisor of scores");
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app{"Train the extraction model"};
  app.add_option("--gold", options.gold, "folder of gold files")->required();
  app.add_option("--out", options.out, "model file to write")->required();
  app.add_option("--sentences", options.sentences, "file of single sentences to train on as well");
  app.add_flag("--hold-out", options.hold_out, "keep every fifth file for scoring");
  app.add_option("--fold", options.fold, "which fifth: the remainder of the file's number by 5");
  app.add_option("--errors", options.errors, "print so many errors");
  app.add_option("--min-documents", options.min_documents, "documents that a lemma outside the lexicon needs");
  add_training_options(app, "trigger", options.triggers);
  add_training_options(app, "role", options.roles);
  CLI11_PARSE(app, argc, argv);
  try {
    run(options);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
