// diurna check: are these rules right, and do they do what their examples say?
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <sstream>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/rule_page.hpp"
#include "diurna/core/error.hpp"
#include "diurna/pipeline/rule_check.hpp"

namespace diurna::cli {
namespace {

constexpr const char* help = R"(Examples:
  diurna check my.rule                     reads the rules, runs their examples
  diurna check rules/ --ontology my.json   a folder of rules for types of your own
  diurna check rules/ --doc -o rules.md    the rules as a page for readers

Exit status: 0 all examples pass; 1 one fails, or a rule cannot be read.
docs/rules.md describes the language of rules.)";

struct CheckOptions {
  PipelineOptions pipeline;
  std::string output;
  bool page = false;
  bool quiet = false;
};

std::string place_of(const RuleSet& rules, const ExampleOutcome& outcome) {
  const auto& all = rules.rules();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.name == outcome.rule; });
  return rule->file + ":" + std::to_string(outcome.example.line);
}

void write(std::ostream& out, const ExampleOutcome& outcome, const RuleSet& rules, const Console& console) {
  const std::string verdict =
      outcome.passed ? console.styled(Style::green, "pass") : console.styled(Style::red, "FAIL");
  out << verdict << "  " << console.styled(Style::bold, outcome.rule) << "  \"" << outcome.example.text << "\"\n";
  if (outcome.passed) return;
  out << "      " << console.styled(Style::dim, place_of(rules, outcome)) << '\n';
  for (const std::string& reason : outcome.reasons) out << "      " << reason << '\n';
  for (const std::string& fact : outcome.found) out << "      " << console.styled(Style::dim, "found: " + fact) << '\n';
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

int check(const Console& console, const CheckOptions& options, const Pipeline& pipeline) {
  const RuleSet& rules = pipeline.rules();
  std::ostringstream out;
  std::size_t passed = 0;
  const std::vector<ExampleOutcome> outcomes = check_examples(pipeline);
  for (const ExampleOutcome& outcome : outcomes) {
    if (outcome.passed) ++passed;
    if (!outcome.passed || !options.quiet) write(out, outcome, rules, console);
  }
  for (const RuleDescription& rule : rules.rules()) {
    if (rule.examples.empty()) {
      console.complain(rule.file + ":" + std::to_string(rule.line) + ": warning: rule '" + rule.name +
                       "' has no example");
    }
  }
  out << counted(rules.rules().size(), "rule") << ", " << counted(outcomes.size(), "example") << ": " << passed
      << " passed, " << outcomes.size() - passed << " failed\n";
  Output output(options.output, console);
  output.write(out.view());
  output.commit();
  return passed == outcomes.size() ? exit_ok : exit_input_failed;
}

int run(const Console& console, const CheckOptions& options) {
  if (!options.page) {
    const Console styling{console.out, console.err, console.out_is_terminal && options.output.empty(),
                          console.err_is_terminal, console.colours};
    return check(styling, options, Pipeline(options.pipeline));
  }
  const Ontology ontology = Ontology::load(options.pipeline.ontology);
  Output output(options.output, console);
  output.write(rule_page(RuleSet::load(options.pipeline.rules, ontology), ontology));
  output.commit();
  return exit_ok;
}

}  // namespace

Command add_check(CLI::App& program) {
  CLI::App* app = program.add_subcommand("check", "Rule files: faults, and whether their examples hold");
  auto options = std::make_shared<CheckOptions>();
  app->add_option("RULES", options->pipeline.rules, "Rule files, or folders with files that end in .rule")
      ->required()
      ->type_name("");
  app->add_option("--ontology", options->pipeline.ontology, "File that adds to the built-in event and relation types")
      ->type_name("FILE");
  app->add_option("--model", options->pipeline.model, "Linguistic model instead of the built-in one")
      ->type_name("FILE");
  app->add_option("--extraction-model", options->pipeline.extraction_model,
                  "Extraction model instead of the built-in one")
      ->type_name("FILE");
  app->add_flag("--doc", options->page, "Print the rules as a page of Markdown; run no examples");
  app->add_flag("-q,--quiet", options->quiet, "Print only examples that fail");
  app->add_option("-o,--output", options->output, "Write here instead of standard output")->type_name("FILE");
  app->footer(help);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
