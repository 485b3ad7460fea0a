#include "graph/resolution/vocabulary.hpp"

#include <algorithm>

#include "core/tsv.hpp"
#include "diurna/core/resources.hpp"

namespace diurna::detail {
namespace {

/// Calls `use` for each word of each row of a table of two columns.
template <class Use>
void read_words(std::string_view file, Use use) {
  const Resource table = find_resource(file);
  for (const TsvRow& row : read_tsv(table, 2, 2)) {
    for (const std::string_view word : split(row.fields[1], '|')) use(row.fields[0], std::string(word));
  }
}

}  // namespace

Vocabulary Vocabulary::load() {
  Vocabulary out;
  out.gazetteer_ = Gazetteer::load();
  read_words("en/identity/words.tsv", [&out](std::string_view word_class, std::string word) {
    std::replace(word.begin(), word.end(), ' ', '_');
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) {
      out.variants_.emplace(word.substr(0, equals), word.substr(equals + 1));
      return;
    }
    out.classes_[std::string(word_class)].insert(std::move(word));
  });
  read_words("en/identity/occupations.tsv",
             [&out](std::string_view field, std::string word) { out.fields_.emplace(std::move(word), field); });
  read_words("en/identity/nicknames.tsv",
             [&out](std::string_view name, const std::string& form) { out.given_names_[form].emplace_back(name); });
  return out;
}

bool Vocabulary::is(std::string_view word_class, std::string_view word) const {
  const auto words = classes_.find(word_class);
  return words != classes_.end() && words->second.contains(word);
}

std::string_view Vocabulary::field_of(std::string_view word) const {
  const auto found = fields_.find(word);
  return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view Vocabulary::variant(std::string_view word) const {
  const auto found = variants_.find(word);
  return found == variants_.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<std::string> Vocabulary::given_names(std::string_view form) const {
  std::vector<std::string> out{std::string(form)};
  const auto found = given_names_.find(form);
  if (found != given_names_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  return out;
}

}  // namespace diurna::detail
