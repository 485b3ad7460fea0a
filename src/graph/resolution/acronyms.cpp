// Acronyms: where one article writes "Harbour Workers' Union (HWU)", another's HWU is the same body.
#include <algorithm>
#include <map>
#include <set>

#include "graph/resolution/body_name.hpp"
#include "graph/resolution/desk.hpp"
#include "graph/resolution/support.hpp"

namespace diurna::detail {
namespace {

struct Expansion {
  Index witness = 0;
  std::set<Index> documents;
};

std::string upper(std::string_view key) {
  std::string out(key);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// By the node of the acronym: who is called so, in which documents.
std::map<Index, std::vector<Expansion>> find_expansions(const Desk& desk) {
  std::map<Index, std::vector<Expansion>> out;
  for (Index w = 0; w < desk.corpus.witnesses.size(); ++w) {
    const Witness& witness = desk.corpus.witnesses[w];
    const RawNode& node = desk.corpus.nodes[witness.node];
    if (node.person() || node.country) continue;
    for (const Symbol form : witness.forms) {
      const std::string_view key = desk.corpus.strings.view(form);
      const auto acronym = desk.corpus.node_of.find("e:" + std::string(key));
      if (acronym == desk.corpus.node_of.end() || acronym->second == witness.node) continue;
      const RawNode& named = desk.corpus.nodes[acronym->second];
      if (named.country || desk.vocabulary.gazetteer().known(named.name) || !looks_like_acronym(named.name) ||
          !is_acronym_of(upper(key), node.name))
        continue;
      std::vector<Expansion>& known = out[acronym->second];
      const auto same = std::find_if(known.begin(), known.end(), [&](const Expansion& expansion) {
        return desk.clusters.together(expansion.witness, w);
      });
      Expansion& expansion = same == known.end() ? known.emplace_back(Expansion{w, {}}) : *same;
      expansion.documents.insert(witness.document);
    }
  }
  return out;
}

}  // namespace

void join_acronyms(Desk& desk) {
  for (auto& [node, expansions] : find_expansions(desk)) {
    std::stable_sort(expansions.begin(), expansions.end(),
                     [](const Expansion& a, const Expansion& b) { return a.documents.size() > b.documents.size(); });
    const Expansion& best = expansions.front();
    const bool clear = expansions.size() == 1 || best.documents.size() >= 4 * expansions[1].documents.size();
    for (const Index cluster : desk.clusters_of(node)) {
      if (desk.clusters.together(cluster, best.witness)) continue;
      const Support seen = support(desk.corpus, desk.clusters, cluster, best.witness);
      const std::size_t letters = desk.corpus.nodes[node].id.size() - 2;
      const bool recent = seen.days <= 45 && desk.clusters.profile(cluster).first_day != 0;
      const std::size_t weight = seen.weight() + (best.documents.size() > 1 ? 1 : 0) + (recent ? 1 : 0);
      const std::size_t wanted = letters > 3 ? 0 : letters == 3 ? 1 : 2;
      if (!clear) {
        desk.refuse(cluster, best.witness, "body.acronym", "it stands for several names");
      } else if (weight < wanted) {
        desk.refuse(cluster, best.witness, "body.acronym", "few letters, and nothing else speaks for it");
      } else {
        const std::string name = desk.quoted(desk.corpus.witnesses[best.witness].node);
        desk.try_join(best.witness, cluster,
                      {"body.acronym", name + " is called " + desk.quoted(node) + " in " +
                                           desk.corpus.documents[*best.documents.begin()].id});
      }
    }
  }
}

}  // namespace diurna::detail
