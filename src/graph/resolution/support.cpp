#include "graph/resolution/support.hpp"

#include <algorithm>
#include <cstdlib>

namespace diurna::detail {
namespace {

constexpr std::size_t most_documents = 200;  // of one cluster that are looked at
constexpr std::size_t most_shown = 3;

/// Documents of a cluster, sorted; of very many an even choice.
std::vector<Index> documents_of(const Corpus& corpus, const Clusters& clusters, Index cluster) {
  std::vector<Index> out;
  for (const Index w : clusters.members(cluster)) out.push_back(corpus.witnesses[w].document);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() <= most_documents) return out;
  std::vector<Index> some;
  for (std::size_t i = 0; i < most_documents; ++i) some.push_back(out[i * out.size() / most_documents]);
  return some;
}

Symbols context_of(const Corpus& corpus, const std::vector<Index>& documents) {
  Symbols out;
  for (const Index d : documents) {
    const Symbols& more = corpus.documents[d].context;
    out.insert(out.end(), more.begin(), more.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int nearest(const Corpus& corpus, const std::vector<Index>& a, const std::vector<Index>& b) {
  std::vector<int> days;
  for (const Index d : b) {
    if (corpus.documents[d].day != 0) days.push_back(corpus.documents[d].day);
  }
  std::sort(days.begin(), days.end());
  int best = days.empty() ? 0 : std::abs(1 << 30);
  for (const Index d : a) {
    const int day = corpus.documents[d].day;
    if (day == 0 || days.empty()) continue;
    const auto at = std::lower_bound(days.begin(), days.end(), day);
    if (at != days.end()) best = std::min(best, *at - day);
    if (at != days.begin()) best = std::min(best, day - *(at - 1));
  }
  return best == 1 << 30 ? 0 : best;
}

}  // namespace

Support support(const Corpus& corpus, const Clusters& clusters, Index a, Index b) {
  Support out;
  const Profile& first = clusters.profile(a);
  const Profile& second = clusters.profile(b);
  std::set_intersection(first.ties.begin(), first.ties.end(), second.ties.begin(), second.ties.end(),
                        std::back_inserter(out.ties));
  out.country = shared(first.countries, second.countries, 1) > 0 && shared(first.fields, second.fields, 1) > 0;
  const std::vector<Index> documents_a = documents_of(corpus, clusters, a);
  const std::vector<Index> documents_b = documents_of(corpus, clusters, b);
  const Symbols context_a = context_of(corpus, documents_a);
  const Symbols context_b = context_of(corpus, documents_b);
  std::set_intersection(context_a.begin(), context_a.end(), context_b.begin(), context_b.end(),
                        std::back_inserter(out.context));
  std::erase_if(out.context, [&](Index node) {
    const auto has = [node](const Symbols& nodes) { return std::binary_search(nodes.begin(), nodes.end(), node); };
    return has(clusters.nodes(a)) || has(clusters.nodes(b));
  });
  out.days = nearest(corpus, documents_a, documents_b);
  std::vector<Index> both;
  std::set_intersection(documents_a.begin(), documents_a.end(), documents_b.begin(), documents_b.end(),
                        std::back_inserter(both));
  out.same_document = !both.empty();
  return out;
}

std::string describe(const Corpus& corpus, const Support& support) {
  std::string out;
  const auto add = [&out](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
  if (!support.ties.empty()) add("both '" + std::string(corpus.strings.view(support.ties.front())) + "'");
  std::string names;
  for (std::size_t i = 0; i < std::min(most_shown, support.context.size()); ++i) {
    names += (i == 0 ? "'" : ", '") + corpus.nodes[support.context[i]].name + "'";
  }
  if (!names.empty()) add("both with " + names);
  if (support.country && support.ties.empty()) add("same country and field of work");
  return out;
}

}  // namespace diurna::detail
