#include "cli/identity_options.hpp"

#include <CLI/CLI.hpp>

namespace diurna::cli {

void add_identity_options(CLI::App& app, IdentityOptions& options) {
  CLI::Option* raw = app.add_flag("--raw,--no-resolve", options.raw,
                                  "Leave names and events as the articles have them: join nothing across articles");
  app.add_option("--same-as", options.same_as, "File that says which names or events are the same, and which differ")
      ->type_name("FILE")
      ->excludes(raw);
}

SameAs read_statements(const IdentityOptions& options) {
  return options.same_as.empty() ? SameAs{} : read_same_as(options.same_as);
}

void complain_of_unused(const Console& console, const Resolution& resolution) {
  for (const std::string& place : resolution.unused) {
    console.complain(place + ": note: nothing in this graph has that name or id [identity.unused]");
  }
}

Graph with_identity(const Console& console, const Graph& graph, const IdentityOptions& options, bool joined) {
  if (options.raw) return ungroup(graph);
  if (!joined && !options.resolve && options.same_as.empty()) return graph;
  ResolutionOptions resolution;
  resolution.same_as = read_statements(options);
  resolution.refusals = false;
  const Graph base = ungroup(graph);
  const Resolution result = resolve_identity(base, resolution);
  complain_of_unused(console, result);
  return regroup(base, result.members);
}

}  // namespace diurna::cli
