#include "graph/resolution/overrides.hpp"

#include <algorithm>

#include "diurna/core/error.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::detail {
namespace {

std::vector<Index> of_document(const Corpus& corpus, Index node, const std::string& document) {
  std::vector<Index> out;
  for (Index w = corpus.nodes[node].first; w < corpus.nodes[node].last; ++w) {
    if (document.empty() || corpus.documents[corpus.witnesses[w].document].id == document) out.push_back(w);
  }
  return out;
}

/// By id; else by the name of the node; else whoever bears the name as an alias.
std::vector<Index> selected(const Corpus& corpus, const Selector& selector) {
  const std::string key = name_key(selector.name);
  for (const std::string& id : {selector.name, "e:" + key}) {
    const auto node = corpus.node_of.find(id);
    if (node == corpus.node_of.end()) continue;
    std::vector<Index> out = of_document(corpus, node->second, selector.document);
    if (!out.empty()) return out;
  }
  std::vector<Index> out;
  const auto form = corpus.strings.find(key);
  if (!form) return out;
  for (Index w = 0; w < corpus.witnesses.size(); ++w) {
    const Witness& witness = corpus.witnesses[w];
    const bool here = selector.document.empty() || corpus.documents[witness.document].id == selector.document;
    if (here && std::binary_search(witness.forms.begin(), witness.forms.end(), *form)) out.push_back(w);
  }
  return out;
}

struct Sides {
  std::vector<Index> first;
  std::vector<Index> second;
};

}  // namespace

bool about_events(const SameAsStatement& statement) {
  return statement.first.name.starts_with("v:") || statement.second.name.starts_with("v:");
}

void fail_in_conflict(const SameAsStatement& same, const SameAsStatement& different) {
  const auto name = [](const Selector& selector) {
    return "'" + selector.name + "'" + (selector.document.empty() ? "" : " of " + selector.document);
  };
  throw Error({.code = "identity.conflict",
               .place = same.place,
               .message = name(same.first) + " and " + name(same.second) + " are said to be the same, but " +
                          name(different.first) + " and " + name(different.second) + " to differ (" + different.place +
                          ")",
               .hint = "take one of the two statements out",
               .excerpt = {}});
}

void apply_overrides(Desk& desk, const SameAs& statements, std::vector<std::string>& unused) {
  std::vector<Sides> sides(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (about_events(statements[i])) continue;
    sides[i] = {selected(desk.corpus, statements[i].first), selected(desk.corpus, statements[i].second)};
    if (sides[i].first.empty() || sides[i].second.empty()) unused.push_back(statements[i].place);
    if (statements[i].same) continue;
    for (const Index w : sides[i].first) desk.clusters.bar(w, static_cast<Symbol>(2 * i));
    for (const Index w : sides[i].second) desk.clusters.bar(w, static_cast<Symbol>(2 * i + 1));
  }
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (!statements[i].same || sides[i].first.empty() || sides[i].second.empty()) continue;
    std::vector<Index> all = sides[i].first;
    all.insert(all.end(), sides[i].second.begin(), sides[i].second.end());
    for (const Index w : all) {
      if (const auto bar = desk.clusters.bar_between(all.front(), w)) {
        fail_in_conflict(statements[i], statements[*bar / 2]);
      }
      desk.clusters.join(all.front(), w, {"user", statements[i].place});
    }
  }
}

}  // namespace diurna::detail
