// Options of every command that writes a graph: who is who across articles.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/graph/resolution.hpp"

namespace CLI {
class App;
}

namespace diurna::cli {

struct IdentityOptions {
  bool raw = false;      ///< Names and reports as the articles have them.
  bool resolve = false;  ///< Join them even where the inputs were not joined.
  std::string same_as;   ///< File of the user's statements.
};

/// --raw and --same-as.
void add_identity_options(CLI::App& app, IdentityOptions& options);
/// The user's statements; none without a file. Throws ParseError, IoError.
[[nodiscard]] SameAs read_statements(const IdentityOptions& options);
/// Tells of statements that name nothing in the graph.
void complain_of_unused(const Console& console, const Resolution& resolution);
/// `graph` as the options want it; without any, joined when `joined` says so. Linear but for sorting.
[[nodiscard]] Graph with_identity(const Console& console, const Graph& graph, const IdentityOptions& options,
                                  bool joined);

}  // namespace diurna::cli
