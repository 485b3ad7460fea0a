// diurna-tck FOLDER …: runs every .feature file below the folders against the query engine.
//
// Prints each failing scenario with its reason, then `N passed, N failed, N skipped`; exit status 1 when one failed, 2
// for bad use. --skipped prints the skipped scenarios as well, --summary one line a folder.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "tck/runner.hpp"

namespace {

namespace fs = std::filesystem;
using diurna::tck::Outcome;

struct Options {
  std::vector<fs::path> folders;
  bool skipped = false;
  bool summary = false;
};

struct Count {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t skipped = 0;

  void add(Outcome::Kind kind) {
    ++(kind == Outcome::Kind::passed ? passed : kind == Outcome::Kind::failed ? failed : skipped);
  }
};

std::ostream& operator<<(std::ostream& out, const Count& count) {
  return out << count.passed << " passed, " << count.failed << " failed, " << count.skipped << " skipped";
}

std::vector<fs::path> feature_files(const fs::path& folder) {
  if (fs::is_regular_file(folder)) return {folder};
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".feature") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void run_file(const fs::path& file, const Options& options, Count& count) {
  for (const diurna::tck::Scenario& scenario : diurna::tck::read_feature(content_of(file)).scenarios) {
    const Outcome outcome = run(scenario, fs::absolute(file).parent_path());
    count.add(outcome.kind);
    const bool failed = outcome.kind == Outcome::Kind::failed;
    if (failed || (options.skipped && outcome.kind == Outcome::Kind::skipped))
      std::cout << (failed ? "FAILED  " : "skipped ") << file.string() << ':' << scenario.line << ": " << scenario.name
                << "\n    " << outcome.reason << '\n';
  }
}

int run_all(const Options& options) {
  Count total;
  std::map<std::string, Count> by_folder;
  for (const fs::path& folder : options.folders) {
    for (const fs::path& file : feature_files(folder)) {
      Count count;
      try {
        run_file(file, options, count);
      } catch (const std::exception& error) {
        std::cout << "FAILED  " << file.string() << "\n    " << error.what() << '\n';
        ++count.failed;
      }
      Count& of_folder = by_folder[file.parent_path().lexically_normal().string()];
      for (const auto member : {&Count::passed, &Count::failed, &Count::skipped}) {
        of_folder.*member += count.*member;
        total.*member += count.*member;
      }
    }
  }
  if (options.summary)
    for (const auto& [folder, count] : by_folder) std::cout << folder << ": " << count << '\n';
  std::cout << total << '\n';
  return total.failed > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--skipped") {
      options.skipped = true;
    } else if (argument == "--summary") {
      options.summary = true;
    } else if (!argument.starts_with("-") && fs::exists(argument)) {
      options.folders.emplace_back(argument);
    } else {
      std::cerr << "diurna-tck: no such file or folder: " << argument << '\n';
      return 2;
    }
  }
  if (options.folders.empty()) {
    std::cerr << "usage: diurna-tck [--skipped] [--summary] FOLDER|FILE...\n";
    return 2;
  }
  return run_all(options);
}
