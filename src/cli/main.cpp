// diurna: the command. A subcommand a file; here only the tree, --version, and what is left of errors.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "core/suggest.hpp"
#include "diurna/core/error.hpp"
#include "diurna/pipeline/pipeline.hpp"
#include "diurna/version.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna extract article.txt                        what the article says, for people
  diurna extract news.jsonl -o facts.jsonl          a corpus: one JSON fact a line
  diurna extract *.txt -o graph.json                all articles joined in one graph
  diurna extract article.txt --format dot | dot -Tsvg > graph.svg
  diurna parse article.txt                          tags, lemmas and trees as CoNLL-U
  diurna explain article.txt --event e1             why an event was read so
  diurna check my.rule                              rules of your own: faults and examples
  diurna convert graph.json -o graph.graphml        for Gephi, networkx and others
  diurna merge monday.json tuesday.json -o both.json
  diurna remove both.json article-17 -o both.json   as if it had never been read
  diurna diff monday.json both.json                 what appeared, vanished, changed
  diurna query graph.json 'MATCH (p:PERSON) RETURN p.name'
  diurna eval --gold annotated/                     precision, recall and F1 on annotated articles

Exit status: 0 fine; 1 some input failed, the rest is done; 2 wrong usage.
'diurna COMMAND --help' tells more about a command.)";

std::vector<std::string> names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.app->get_name());
  return names;
}

/// The options of the command that was called (else of the program), for "did you mean".
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string explain(const CLI::App& program, const std::vector<Command>& commands, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr) return error.what();
  const auto called = program.get_subcommands();
  const CLI::App& app = called.empty() ? program : *called.front();
  const std::vector<std::string> rest = program.remaining(true);
  const std::string word = rest.empty() ? "" : rest.front();
  if (word.starts_with("-")) return "unknown option '" + word + "'" + detail::did_you_mean(word, option_names(app));
  if (called.empty()) return "unknown command '" + word + "'" + detail::did_you_mean(word, names_of(commands));
  return "unexpected argument '" + word + "'";
}

int complain_of_usage(const Console& console, const CLI::App& program, const std::string& message) {
  const auto called = program.get_subcommands();
  console.complain(message);
  console.err << "Try 'diurna " << (called.empty() ? "" : called.front()->get_name() + " ") << "--help'.\n";
  return exit_usage;
}

int run(int argc, char** argv, const Console& console) {
  CLI::App program(
      "Turns news articles into an event knowledge graph: who did what to whom, when and where,\n"
      "on whose word, and how certain. Works offline; the same input gives the same bytes.",
      "diurna");
  program.footer(examples);
  program.require_subcommand(0, 1);
  bool version = false;
  program.add_flag("--version", version, "Print the version and the fingerprints of the models");
  const std::vector<Command> commands = {
      add_extract(program), add_parse(program),    add_convert(program),    add_merge(program),
      add_remove(program),  add_diff(program),     add_eval(program),       add_check(program),
      add_explain(program), add_identity(program), add_query(program),      add_path(program),
      add_ego(program),     add_rank(program),     add_components(program), add_timeline(program)};
  try {
    program.parse(argc, argv);
    if (version) {
      console.out << "diurna " << Pipeline().version() << '\n';
      return exit_ok;
    }
    for (const Command& command : commands) {
      if (command.app->parsed()) return command.run(console);
    }
    return complain_of_usage(console, program, "a command is missing, such as extract, parse, query or convert");
  } catch (const CLI::Success& help) {
    return program.exit(help, console.out, console.err);
  } catch (const CLI::ParseError& error) {
    return complain_of_usage(console, program, explain(program, commands, error));
  } catch (const UsageError& error) {
    return complain_of_usage(console, program, error.message);
  }
}

}  // namespace
}  // namespace diurna::cli

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);
  const diurna::cli::Console console = diurna::cli::standard_console();
  try {
    return diurna::cli::run(argc, argv, console);
  } catch (const diurna::cli::PipeClosed&) {
    return diurna::cli::exit_ok;
  } catch (const diurna::Error& error) {
    console.complain(error.what());
  } catch (const std::bad_alloc&) {
    console.complain("out of memory");
  } catch (const std::exception& error) {
    console.complain(std::string("internal error: ") + error.what());
  }
  return diurna::cli::exit_input_failed;
}
