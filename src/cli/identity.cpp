// diurna identity: which names and reports a graph joins, why, and which it keeps apart.
#include "diurna/graph/identity.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "cli/command.hpp"
#include "cli/graph_files.hpp"
#include "cli/identity_options.hpp"
#include "cli/output.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna identity news.json                          every join with its reason
  diurna identity news.json --name 'Nicolás Maduro'  of one name, and what was kept apart from it
  diurna identity news.json --tsv > same.tsv         as lines for --same-as: change "same" to "different" to undo a join
  diurna convert news.json --same-as same.tsv -o better.json)";

struct Listing {
  std::string graph;
  std::string from;
  std::string name;
  std::string output;
  bool apart = false;
  bool tsv = false;
  IdentityOptions identity;
};

/// Id with the document where only its telling is meant.
std::string side(const std::string& node, const std::string& document) {
  return document.empty() ? node : node + " of " + document;
}

class Lister {
 public:
  Lister(const Graph& raw, const Listing& options) : raw_(raw), options_(options) {
    if (options.name.empty()) return;
    const std::vector<std::string> found = raw.find(options.name);
    wanted_.insert(found.begin(), found.end());
    if (raw.contains(options.name)) wanted_.insert(options.name);
  }

  std::string list(const Resolution& resolution) {
    std::map<std::string, std::vector<const Membership*>> groups;
    for (const Membership& member : resolution.members) groups[member.canonical].push_back(&member);
    for (const auto& [canonical, members] : groups) {
      const bool shown = wants(canonical) || std::any_of(members.begin(), members.end(),
                                                         [this](const Membership* m) { return wants(m->node); });
      if (shown) options_.tsv ? add_statements(canonical, members) : add_group(canonical, members);
    }
    if (options_.tsv || (options_.name.empty() && !options_.apart)) return std::move(out_).str();
    for (const Refusal& refusal : resolution.refusals) {
      if (wants(refusal.node) || wants(refusal.other)) add(refusal);
    }
    return std::move(out_).str();
  }

 private:
  [[nodiscard]] bool wants(const std::string& id) const { return options_.name.empty() || wanted_.contains(id); }
  [[nodiscard]] std::string name_of(const std::string& id) const {
    return raw_.contains(id) ? raw_.node(id).name : id.substr(0, id.rfind('~'));
  }

  void add_group(const std::string& canonical, const std::vector<const Membership*>& members) {
    out_ << canonical << "  " << name_of(canonical) << '\n';
    for (const Membership* member : members) {
      out_ << "  = " << side(member->node, member->document) << "  " << name_of(member->node) << "  [" << member->rule
           << "] " << member->because << '\n';
    }
  }

  void add_statements(const std::string& canonical, const std::vector<const Membership*>& members) {
    if (!raw_.contains(canonical)) {  // namesakes told apart: the first stands for the others
      for (std::size_t i = 1; i < members.size(); ++i) add_statement(*members[0], *members[i]);
      return;
    }
    for (const Membership* member : members)
      add_statement({.node = canonical, .canonical = {}, .rule = {}, .because = {}}, *member);
  }
  void add_statement(const Membership& first, const Membership& second) {
    out_ << "same\t" << first.node << '\t' << second.node << '\t' << first.document << '\t' << second.document << '\n';
  }

  void add(const Refusal& refusal) {
    out_ << side(refusal.node, refusal.document) << "  " << name_of(refusal.node) << '\n'
         << "  ≠ " << side(refusal.other, refusal.other_document) << "  " << name_of(refusal.other) << "  ["
         << refusal.rule << "] " << refusal.because << '\n';
  }

  const Graph& raw_;
  const Listing& options_;
  std::set<std::string> wanted_;
  std::ostringstream out_;
};

int run(const Console& console, const Listing& options) {
  const Graph graph = read_graph_file(options.graph, options.from);
  const Graph raw = ungroup(graph);
  if (!options.name.empty() && raw.find(options.name).empty() && !raw.contains(options.name)) {
    throw UsageError{"nothing in " + options.graph + " is called '" + options.name + "'"};
  }
  Output output(options.output, console);
  ResolutionOptions resolution;
  resolution.same_as = read_statements(options.identity);
  Resolution result = resolve_identity(raw, resolution);
  complain_of_unused(console, result);
  if (is_grouped(graph) && options.identity.same_as.empty()) result.members = memberships(graph);
  output.write(Lister(raw, options).list(result));
  output.commit();
  return exit_ok;
}

}  // namespace

Command add_identity(CLI::App& program) {
  CLI::App* app = program.add_subcommand("identity", "Which names and reports are one, why, and which are not");
  auto options = std::make_shared<Listing>();
  app->add_option("GRAPH", options->graph, "Graph file, or - for standard input")->required()->type_name("");
  app->add_option("--from", options->from, "Format of the input; without it, taken from its ending")->type_name("NAME");
  app->add_option("--name", options->name, "Only this name or id")->type_name("NAME");
  app->add_flag("--apart", options->apart, "Also what was kept apart, and why");
  app->add_flag("--tsv", options->tsv, "The joins as lines for --same-as");
  app->add_option("-o,--output", options->output, "Write here instead of standard output")->type_name("FILE");
  app->add_option("--same-as", options->identity.same_as,
                  "File that says which names or events are the same, and which differ")
      ->type_name("FILE");
  app->footer(examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
