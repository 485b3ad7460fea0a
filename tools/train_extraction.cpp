// Trains data/models/en/extraction.bin: reads gold articles through the library, fits the trigger and the role model.
//
//   train_extraction --gold DIR --sentences training/events/sentences.txt --out data/models/en/extraction.bin
//   train_extraction … --hold-out --errors 50       trains without every fifth file and scores on those
//   train_extraction … --cross-validate             the same for all fifths, scored together
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "calibration.hpp"
#include "core/model_file.hpp"
#include "diurna/io/gold.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"
#include "diurna/pipeline/evaluation.hpp"
#include "extraction_data.hpp"

namespace {

using namespace diurna;
using namespace diurna::tools;

struct Options {
  std::string gold;
  std::string sentences;
  std::string out;
  bool hold_out = false;
  bool cross_validate = false;
  std::size_t fold = 0;
  std::size_t errors = 0;
  std::size_t min_documents = 2;
  detail::LinearTraining triggers;
  detail::LinearTraining roles;
};

constexpr std::size_t fold_count = 5;

/// Articles are held out by the number in their id.
bool is_held_out(const std::string& id, std::size_t fold) {
  std::string digits;
  for (const char c : id) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return !digits.empty() && std::stoul(digits) % fold_count == fold;
}

/// What was found in articles that the model did not learn from.
struct Scores {
  std::vector<GoldDocument> gold;
  std::map<std::string, StatedFacts> facts;
  std::map<std::string, StatedFacts> given;  ///< With the annotator's triggers: roles alone.
  std::vector<Judged> triggers;              ///< Probabilities beside the truth, for calibration.
  std::vector<Judged> roles;
};

Article article_of(const GoldDocument& gold) {
  return {.id = gold.id, .date = gold.date, .title = "", .text = gold.text, .source = "", .url = ""};
}

class Reader {
 public:
  [[nodiscard]] Prepared operator()(TrainingDocument gold) const {
    Document document = read_document(article_of(gold));
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

std::string train(const std::vector<const Prepared*>& documents, const Tables& tables, const Options& options) {
  const auto keys = trained_lemmas(documents, tables, options.min_documents);
  const detail::TrainedLemmas lemmas(keys);
  std::vector<detail::LinearExample> triggers, roles;
  for (const Prepared* prepared : documents) {
    add_trigger_examples(*prepared, tables, lemmas, triggers);
    add_role_examples(*prepared, tables, roles);
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

void print(const std::string& name, const Tally& tally) {
  std::cout << name << std::string(name.size() < 24 ? 24 - name.size() : 1, ' ') << "P " << tally.precision() << "  R "
            << tally.recall() << "  F1 " << tally.f1() << "  (" << tally.hits << " " << tally.extra << " "
            << tally.missed << ")\n";
}

void print_mistakes(std::string_view prefix, const std::vector<Mistake>& mistakes, std::size_t count) {
  for (std::size_t i = 0; i < std::min(count, mistakes.size()); ++i) {
    const Mistake& mistake = mistakes[i];
    std::cout << prefix << mistake.kind << '\t' << mistake.document << '\t' << mistake.type << '\t' << mistake.words
              << '\t' << mistake.context << '\n';
  }
}

void report(const Scores& scores, std::size_t mistakes) {
  const Evaluation whole = evaluate(scores.gold, scores.facts);
  std::cout.precision(3);
  print("events", whole.events);
  print("roles", whole.roles);
  print("roles, agent and patient", whole.core_roles);
  const Evaluation given = evaluate(scores.gold, scores.given);
  print("roles, triggers given", given.roles);
  print(std::cout, "triggers", reliability(scores.triggers));
  print(std::cout, "roles", reliability(scores.roles));
  if (mistakes == 0) return;
  for (const auto& [type, tally] : whole.event_types) print("  " + type, tally);
  for (const auto& [role, tally] : whole.role_names) print("  " + role, tally);
  print_mistakes("", whole.mistakes, mistakes);
  print_mistakes("triggers given: ", given.mistakes, mistakes);
}

/// What both models say of examples that they did not learn from.
void judge_held_out(const std::vector<const Prepared*>& held_out, const Tables& tables,
                    const detail::ExtractionModel& model, const std::string& path, Scores& scores) {
  const detail::ModelFile file(read_file(path));
  std::vector<detail::LinearExample> triggers, roles;
  for (const Prepared* prepared : held_out) {
    add_trigger_examples(*prepared, tables, model.lemmas(), triggers);
    add_role_examples(*prepared, tables, roles);
  }
  judge(detail::LinearModel(file.section("triggers"), path), triggers, scores.triggers);
  judge(detail::LinearModel(file.section("roles"), path), roles, scores.roles);
}

/// Trains on `training`, reads `held_out` with the model and adds what it finds.
void train_and_read(const std::vector<const Prepared*>& training, const std::vector<const Prepared*>& held_out,
                    const Tables& tables, const Options& options, Scores& scores) {
  const std::string bytes = train(training, tables, options);
  std::ofstream(options.out, std::ios::binary) << bytes;
  std::cerr << options.out << ": " << bytes.size() << " bytes\n";
  if (held_out.empty()) return;
  const Pipeline pipeline({.model = "", .extraction_model = options.out, .ontology = "", .rules = {}});
  const detail::ExtractionModel model(read_file(options.out), tables.ontology);
  for (const Prepared* prepared : held_out) {
    const GoldDocument& gold = prepared->gold;
    scores.gold.push_back(gold);
    scores.facts[gold.id] = stated_facts(pipeline(article_of(gold)));
    scores.given[gold.id] = facts_of_gold_triggers(*prepared, tables, model);
  }
  judge_held_out(held_out, tables, model, options.out, scores);
}

void run(const Options& options) {
  const Reader read;
  const Tables tables = Tables::load();
  std::vector<Prepared> articles, sentences;
  for (GoldDocument& gold : io::read_gold(options.gold)) articles.push_back(read({std::move(gold), true}));
  if (!options.sentences.empty()) {
    for (TrainingDocument& sentence : read_sentences(options.sentences)) sentences.push_back(read(std::move(sentence)));
  }
  Scores scores;
  for (std::size_t fold = options.cross_validate ? 0 : options.fold; fold < fold_count; ++fold) {
    std::vector<const Prepared*> training, held_out;
    for (const Prepared& article : articles) {
      const bool held = (options.hold_out || options.cross_validate) && is_held_out(article.gold.id, fold);
      (held ? held_out : training).push_back(&article);
    }
    for (const Prepared& sentence : sentences) training.push_back(&sentence);
    train_and_read(training, held_out, tables, options, scores);
    if (!options.cross_validate) break;
  }
  if (!scores.gold.empty()) report(scores, options.errors);
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
  app.add_flag("--cross-validate", options.cross_validate, "hold out each fifth in turn");
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
