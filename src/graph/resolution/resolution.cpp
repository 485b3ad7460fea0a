#include "diurna/graph/resolution.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/hash.hpp"
#include "graph/resolution/body_name.hpp"
#include "graph/resolution/desk.hpp"
#include "graph/resolution/events.hpp"
#include "graph/resolution/overrides.hpp"

namespace diurna {
namespace {

using detail::Clusters;
using detail::Corpus;
using detail::Desk;
using detail::Index;

/// Turns clusters into ids: the id of the form that most documents use, marked where several clusters have that name.
class Namer {
 public:
  Namer(const Corpus& corpus, const Clusters& clusters) : corpus_(corpus), clusters_(clusters) {
    for (Index w = 0; w < corpus.witnesses.size(); ++w) {
      if (clusters.root(w) == w) bearers_[center(w)].push_back(w);
    }
  }

  void name(std::vector<Membership>& out) const {
    for (const auto& [node, roots] : bearers_) {
      for (const Index root : roots) add(root, node, roots, out);
    }
  }

 private:
  [[nodiscard]] const detail::RawNode& node_of(Index witness) const {
    return corpus_.nodes[corpus_.witnesses[witness].node];
  }

  /// Full names before single ones, names before acronyms, then what most documents use, the longest, the first.
  [[nodiscard]] Index center(Index root) const {
    std::map<Index, std::size_t> documents;
    for (const Index w : clusters_.members(root)) ++documents[corpus_.witnesses[w].node];
    const auto rank = [&](Index node) {
      const detail::RawNode& raw = corpus_.nodes[node];
      const bool plain =
          !detail::looks_like_acronym(raw.name) && (!raw.person() || raw.id.find('_') != std::string::npos);
      return std::tuple(raw.country, plain, documents[node], raw.id.size());
    };
    Index best = corpus_.witnesses[root].node;
    for (const Index node : clusters_.nodes(root)) {
      if (rank(node) > rank(best) || (rank(node) == rank(best) && node < best)) best = node;
    }
    return best;
  }

  /// Country where that tells the namesakes apart, else a hash of the first document.
  [[nodiscard]] std::string mark(Index root, const std::vector<Index>& roots) const {
    const auto country = [this](Index r) {
      const detail::Symbols& all = clusters_.profile(r).countries;
      return all.size() == 1 ? std::string(corpus_.strings.view(all.front())) : std::string();
    };
    const std::string own = country(root);
    const auto same = std::count_if(roots.begin(), roots.end(), [&](Index r) { return country(r) == own; });
    if (!own.empty() && same == 1) return own;
    const Index first = corpus_.witnesses[clusters_.first(root)].document;
    return detail::hash128_hex(corpus_.documents[first].id).substr(0, 8);
  }

  void add(Index root, Index node, const std::vector<Index>& roots, std::vector<Membership>& out) const {
    std::string canonical = corpus_.nodes[node].id;
    if (roots.size() > 1) canonical += "~" + mark(root, roots);
    std::map<Index, std::vector<Index>> witnesses;
    for (const Index w : clusters_.members(root)) witnesses[corpus_.witnesses[w].node].push_back(w);
    for (auto& [member, some] : witnesses) {
      std::sort(some.begin(), some.end());
      const detail::RawNode& raw = corpus_.nodes[member];
      const bool whole = some.size() == raw.last - raw.first;
      if (raw.id == canonical) continue;
      for (const Index w : some) {
        const detail::Reason& reason = reason_of(some, w);
        out.push_back({.node = raw.id,
                       .canonical = canonical,
                       .rule = reason.rule.empty() ? "same-name" : reason.rule,
                       .because = reason.because,
                       .document = whole ? "" : corpus_.documents[corpus_.witnesses[w].document].id});
        if (whole) break;
      }
    }
  }

  /// How this witness came in; where it was the first of its name, how one of the others did.
  [[nodiscard]] const detail::Reason& reason_of(const std::vector<Index>& some, Index witness) const {
    const auto named = [](const detail::Reason& reason) { return !reason.rule.empty() && reason.rule != "same-name"; };
    if (named(clusters_.reason(witness))) return clusters_.reason(witness);
    for (const Index w : some) {
      if (named(clusters_.reason(w))) return clusters_.reason(w);
    }
    return clusters_.reason(witness);
  }

  const Corpus& corpus_;
  const Clusters& clusters_;
  std::map<Index, std::vector<Index>> bearers_;  // center node → roots
};

/// (raw id, document) → the id under which it is shown.
std::function<std::string(const std::string&, const std::string&)> canonical_of(
    const std::vector<Membership>& members) {
  std::unordered_map<std::string, std::string> shown;
  for (const Membership& member : members) shown.emplace(member.node + '\n' + member.document, member.canonical);
  return [shown = std::move(shown)](const std::string& node, const std::string& document) {
    auto found = shown.find(node + '\n' + document);
    if (found == shown.end()) found = shown.find(node + '\n');
    return found == shown.end() ? node : found->second;
  };
}

}  // namespace

Resolution resolve_identity(const Graph& graph, const ResolutionOptions& options) {
  if (is_grouped(graph)) return resolve_identity(ungroup(graph), options);
  Resolution out;
  const detail::Vocabulary vocabulary = detail::Vocabulary::load();
  const Corpus corpus = detail::read_corpus(graph, vocabulary);
  Clusters clusters(corpus, vocabulary);
  Desk desk{corpus, vocabulary, clusters, options.refusals ? &out.refusals : nullptr};
  detail::apply_overrides(desk, options.same_as, out.unused);
  if (!options.entities) {
    detail::join_all_names(desk);
  } else {
    detail::join_same_names(desk);
    detail::join_bodies(desk);
    detail::join_persons(desk);
    detail::join_acronyms(desk);
  }
  Namer(corpus, clusters).name(out.members);
  detail::join_events(detail::read_reports(graph, vocabulary, corpus, canonical_of(out.members)), options, out);
  std::sort(out.members.begin(), out.members.end(), [](const Membership& a, const Membership& b) {
    return std::tie(a.canonical, a.node, a.document) < std::tie(b.canonical, b.node, b.document);
  });
  std::sort(out.refusals.begin(), out.refusals.end());
  out.refusals.erase(std::unique(out.refusals.begin(), out.refusals.end()), out.refusals.end());
  return out;
}

Graph resolve(const Graph& graph, const ResolutionOptions& options) {
  ResolutionOptions quick = options;
  quick.refusals = false;
  return regroup(graph, resolve_identity(graph, quick).members);
}

}  // namespace diurna
