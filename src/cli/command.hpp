// What a subcommand is to the program: its place in CLI11's tree and the work behind it.
#pragma once

#include <functional>

#include "cli/console.hpp"

namespace CLI {
class App;
}

namespace diurna::cli {

struct Command {
  CLI::App* app = nullptr;
  std::function<int(const Console&)> run;  ///< Returns the exit status.
};

[[nodiscard]] Command add_extract(CLI::App& program);
[[nodiscard]] Command add_parse(CLI::App& program);
[[nodiscard]] Command add_explain(CLI::App& program);
[[nodiscard]] Command add_check(CLI::App& program);
[[nodiscard]] Command add_convert(CLI::App& program);
[[nodiscard]] Command add_merge(CLI::App& program);
[[nodiscard]] Command add_remove(CLI::App& program);
[[nodiscard]] Command add_diff(CLI::App& program);
[[nodiscard]] Command add_query(CLI::App& program);
[[nodiscard]] Command add_eval(CLI::App& program);
[[nodiscard]] Command add_identity(CLI::App& program);
[[nodiscard]] Command add_path(CLI::App& program);
[[nodiscard]] Command add_ego(CLI::App& program);
[[nodiscard]] Command add_rank(CLI::App& program);
[[nodiscard]] Command add_components(CLI::App& program);
[[nodiscard]] Command add_timeline(CLI::App& program);

}  // namespace diurna::cli
