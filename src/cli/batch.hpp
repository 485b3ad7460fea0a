// What `extract` and `parse` share: all articles of all inputs through one function, with remarks and progress.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/pipeline/pipeline.hpp"
#include "diurna/text/document.hpp"

namespace CLI {
class App;
}

namespace diurna::cli {

/// The arguments that both commands take.
struct BatchOptions {
  std::vector<std::string> inputs;
  std::string date;
  std::string format;
  std::string output;
  unsigned jobs = 1;
  bool quiet = false;
  PipelineOptions pipeline;
};

/// What became of one article: bytes for the output, or a graph to be joined.
struct Product {
  std::string bytes;
  std::optional<Graph> graph;
};

void add_batch_options(CLI::App& app, BatchOptions& options);

/// Runs `work` on every article (on `options.jobs` threads) and gives the products to `sink` in the order of the
/// inputs. Remarks and failures go to standard error in that order. Returns the exit status.
[[nodiscard]] int run_batch(const Console& console, const BatchOptions& options,
                            const std::function<Product(Document)>& work, const std::function<void(Product)>& sink);

}  // namespace diurna::cli
