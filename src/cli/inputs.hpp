// The INPUT arguments as one stream of articles.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diurna/io/input.hpp"

namespace diurna::cli {

/// Why a file or a record of it could not be read; reading goes on behind it.
struct Failure {
  std::string message;
};
using Item = std::variant<Article, Document, Failure>;

class Inputs {
 public:
  Inputs(std::vector<std::string> paths, std::string date) : paths_(std::move(paths)), date_(std::move(date)) {}
  /// The next article of all files, or nothing at the end.
  [[nodiscard]] std::optional<Item> next();

 private:
  std::vector<std::string> paths_;
  std::string date_;
  std::size_t next_path_ = 0;
  std::optional<io::ArticleReader> reader_;
};

}  // namespace diurna::cli
