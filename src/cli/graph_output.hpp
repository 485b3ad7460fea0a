// Where a whole graph goes: one file or standard output, or a file for each table of a format that has several.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/output.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/io/format.hpp"

namespace CLI {
class App;
}

namespace diurna::cli {

/// --base.
void add_writing_options(CLI::App& app, io::WriteOptions& options);

/// Opens its files at once, so that a wrong path is known before the work; they appear whole or not at all. Tables go
/// to PATH/nodes.csv …, or, when the path ends in ".csv", to graph.nodes.csv … beside it.
class GraphOutput {
 public:
  /// Throws IoError "io.unwritable".
  GraphOutput(const std::string& path, const std::string& format, const Console& console);
  void write(const Graph& graph, const io::WriteOptions& options);

 private:
  std::string format_;
  bool in_tables_;
  std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace diurna::cli
