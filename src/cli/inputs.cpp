#include "cli/inputs.hpp"

#include <utility>

namespace diurna::cli {
namespace {

Item to_item(io::InputItem item) {
  if (const auto* error = std::get_if<ParseError>(&item)) return Failure{error->what()};
  if (auto* article = std::get_if<Article>(&item)) return std::move(*article);
  return std::get<Document>(std::move(item));
}

}  // namespace

std::optional<Item> Inputs::next() {
  for (;;) {
    try {
      if (!reader_) {
        if (next_path_ == paths_.size()) return std::nullopt;
        reader_.emplace(paths_[next_path_++], date_);
      }
      if (std::optional<io::InputItem> item = reader_->next()) return to_item(std::move(*item));
      reader_.reset();
    } catch (const Error& error) {
      reader_.reset();
      return Failure{error.what()};
    }
  }
}

}  // namespace diurna::cli
