#include "events/open_containment.hpp"

#include <algorithm>
#include <string_view>

namespace diurna::detail {
namespace {

/// Whether the words of `part` are a run of the words of `whole`.
bool has_words(std::string_view whole, std::string_view part) {
  for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

bool is_contained(const OpenTriple& part, const OpenTriple& whole) {
  const bool same = part.subject == whole.subject && part.relation == whole.relation && part.object == whole.object;
  return !same && has_words(whole.subject, part.subject) && has_words(whole.relation, part.relation) &&
         has_words(whole.object, part.object);
}

void drop_contained(std::vector<OpenTriple>& triples, std::size_t begin) {
  const auto first = triples.begin() + static_cast<std::ptrdiff_t>(begin);
  std::vector<bool> contained;
  for (auto part = first; part != triples.end(); ++part) {
    contained.push_back(
        std::any_of(first, triples.end(), [&](const OpenTriple& whole) { return is_contained(*part, whole); }));
  }
  std::size_t at = 0;
  triples.erase(std::remove_if(first, triples.end(), [&](const OpenTriple&) { return contained[at++]; }),
                triples.end());
}

}  // namespace diurna::detail
