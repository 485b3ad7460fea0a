// The homonym guard. First the witnesses of a name that share something particular, then whatever is left joins the
// largest cluster that nothing separates it from; what fits several equally well stays alone.
#include <algorithm>
#include <map>
#include <set>

#include "graph/resolution/body_name.hpp"
#include "graph/resolution/desk.hpp"
#include "graph/resolution/support.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t clearly_more = 4;
constexpr std::size_t common_family = 5;  // full names in this graph that share it

bool one_syllable(std::string_view word) {
  std::size_t syllables = 0;
  bool in_vowels = false;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiou").find(c) != std::string_view::npos;
    if (vowel && !in_vowels) ++syllables;
    in_vowels = vowel;
  }
  return syllables == 1;
}

class NamesakeGuard {
 public:
  explicit NamesakeGuard(Desk& desk) : desk_(desk) {
    for (Index n = 0; n < desk.corpus.nodes.size(); ++n) {
      const PersonName& name = desk.clusters.person_name_of(n);
      if (!name.full()) continue;
      name_words_.insert(name.words.front());
      name_words_.insert(name.words.back());
      ++families_[name.words.back()];
    }
    for (const Witness& witness : desk.corpus.witnesses) {
      for (const Symbol place : witness.profile.places) inner_places_[place].insert(witness.node);
    }
  }

  void run(Index node) {
    const RawNode& raw = desk_.corpus.nodes[node];
    if (raw.last - raw.first < 2) return;
    if (!raw.country && !raw.person() && body_name(raw.name, desk_.vocabulary).organ) return;
    join_by_features(node);
    if (!raw.person() || !tells_little(node)) join_the_rest(node);
  }

 private:
  /// A name of one word that many bear: "Kim", "Maria".
  [[nodiscard]] bool tells_little(Index node) const {
    const PersonName& name = desk_.clusters.person_name_of(node);
    const bool one_word = desk_.corpus.nodes[node].id.find('_') == std::string::npos;  // unlike "Abdullah II"
    if (!one_word || name.words.empty()) return false;
    const std::string& word = name.words.front();
    return word.size() < 3 || name_words_.contains(word) ||
           desk_.vocabulary.gazetteer().given_name_gender(word).has_value();
  }

  /// A family name that many bear, in this graph or in the world.
  [[nodiscard]] bool is_common(Index node) const {
    const PersonName& name = desk_.clusters.person_name_of(node);
    if (name.words.size() != 2) return false;
    const auto family = families_.find(name.words.back());
    return (desk_.vocabulary.is("pinyin", name.words.front()) && one_syllable(name.words.back())) ||
           (family != families_.end() && family->second >= common_family);
  }

  /// Neither is written about often, and not at one time, nor do both do the same work.
  [[nodiscard]] bool unknown(const Profile& first, const Profile& second, Index a, Index b) const {
    constexpr std::size_t often = 3;
    constexpr int one_time = 45;  // days
    const int days = std::max(first.first_day - second.last_day, second.first_day - first.last_day);
    return desk_.clusters.members(a).size() < often && desk_.clusters.members(b).size() < often && days > one_time &&
           shared(first.fields, second.fields, 1) == 0;
  }

  [[nodiscard]] std::optional<std::string> against(Index node, Index a, Index b) const {
    if (auto reason = desk_.clusters.objection(a, b)) return reason;
    const Profile& first = desk_.clusters.profile(a);
    const Profile& second = desk_.clusters.profile(b);
    const RawNode& raw = desk_.corpus.nodes[node];
    if (raw.country) return std::nullopt;
    if (!raw.person()) return elsewhere(raw, first, second);
    const auto doubted = doubt(first, second, desk_.corpus.strings);
    if (!doubted && !(is_common(node) && unknown(first, second, a, b))) return std::nullopt;
    const std::size_t weight = support(desk_.corpus, desk_.clusters, a, b).weight();
    if (weight < (doubted ? doubted->weight : 1U)) return doubted ? doubted->because : "a common name";
    return std::nullopt;
  }

  /// Where the text says that a place is, else where everybody knows it.
  [[nodiscard]] Symbols country_of(const RawNode& raw, const Profile& profile) const {
    const auto country_at = [this](std::string_view name) {
      const auto known = desk_.vocabulary.gazetteer().known(name);
      return known ? desk_.corpus.strings.find(known->iso3) : std::nullopt;
    };
    Symbols out;
    for (const Symbol region : profile.places) {
      const auto country = country_at(desk_.corpus.nodes[region].name);
      if (country && is_region(region)) insert(out, *country);
    }
    if (!out.empty()) return out;
    const auto own = country_at(raw.name);
    return own ? Symbols{*own} : profile.countries;
  }

  /// Two places of one name, when the text says where they are.
  [[nodiscard]] std::optional<std::string> elsewhere(const RawNode& raw, const Profile& a, const Profile& b) const {
    if (raw.type != "GPE" && raw.type != "FACILITY") return std::nullopt;
    const auto apart = [](const Symbols& x, const Symbols& y) {
      return !x.empty() && !y.empty() && shared(x, y, 1) == 0;
    };
    if (apart(country_of(raw, a), country_of(raw, b))) return "in two countries";
    if (raw.type != "GPE" || !apart(a.places, b.places)) return std::nullopt;
    for (const Symbol x : a.places) {
      for (const Symbol y : b.places) {
        if (!is_region(x) || !is_region(y) || nested(x, y) || nested(y, x)) return std::nullopt;
      }
    }
    return "in " + desk_.quoted(a.places.front()) + " and in " + desk_.quoted(b.places.front());
  }

  /// Whether documents place several other places in it: Ohio, not a city that stands beside another by mistake.
  [[nodiscard]] bool is_region(Index place) const {
    const auto found = inner_places_.find(place);
    return found != inner_places_.end() && found->second.size() >= 2;
  }

  /// Whether some document says that the first place lies in the second.
  [[nodiscard]] bool nested(Index inner, Index outer) const {
    const RawNode& raw = desk_.corpus.nodes[inner];
    return std::any_of(desk_.corpus.witnesses.begin() + raw.first, desk_.corpus.witnesses.begin() + raw.last,
                       [outer](const Witness& witness) {
                         const Symbols& places = witness.profile.places;
                         return std::binary_search(places.begin(), places.end(), outer);
                       });
  }

  /// Joins along every tie and every rare name of the context that two witnesses share.
  void join_by_features(Index node) {
    std::map<std::pair<int, Symbol>, std::vector<Index>> features;
    const RawNode& raw = desk_.corpus.nodes[node];
    if (!raw.person()) return;
    for (Index w = raw.first; w < raw.last; ++w) {
      const Witness& witness = desk_.corpus.witnesses[w];
      for (const Symbol tie : witness.profile.ties) features[{0, tie}].push_back(w);
      for (const Symbol other : desk_.corpus.documents[witness.document].context) {
        if (other != node) features[{1, other}].push_back(w);
      }
    }
    for (const auto& [feature, witnesses] : features) {
      for (std::size_t i = 1; i < witnesses.size(); ++i) {
        if (desk_.clusters.together(witnesses[0], witnesses[i]) || against(node, witnesses[0], witnesses[i])) continue;
        const std::string what = feature.first == 0
                                     ? "both '" + std::string(desk_.corpus.strings.view(feature.second)) + "'"
                                     : "both with " + desk_.quoted(feature.second);
        desk_.clusters.join(witnesses[0], witnesses[i], {"same-name", what});
      }
    }
  }

  void join_the_rest(Index node) {
    std::vector<Index> accepted;
    for (const Index cluster : desk_.clusters_of(node)) {
      std::vector<Index> fitting;
      std::string why_not;
      for (const Index other : accepted) {
        if (const auto reason = against(node, other, cluster)) {
          why_not = *reason;
          desk_.refuse(other, cluster, "same-name", why_not);
        } else {
          fitting.push_back(desk_.clusters.root(other));
        }
      }
      if (fitting.empty()) {
        accepted.push_back(cluster);
      } else if (clear_choice(fitting)) {
        desk_.clusters.join(fitting.front(), cluster, {"same-name", "the same name, and nothing speaks against it"});
      } else {
        desk_.refuse(fitting[0], cluster, "same-name", "the name fits several and nothing tells which");
      }
    }
  }

  [[nodiscard]] bool clear_choice(const std::vector<Index>& fitting) const {
    return fitting.size() == 1 ||
           desk_.clusters.members(fitting[0]).size() >= clearly_more * desk_.clusters.members(fitting[1]).size();
  }

  Desk& desk_;
  std::set<std::string, std::less<>> name_words_;  // given and family names of all full names
  std::map<Index, std::set<Index>> inner_places_;
  std::map<std::string, std::size_t> families_;  // how many full names end so
};

}  // namespace

void join_all_names(Desk& desk) {
  for (const RawNode& node : desk.corpus.nodes) {
    for (Index w = node.first; w < node.last; ++w) {
      if (!desk.clusters.bar_between(node.first, w)) desk.clusters.join(node.first, w, {"same-name", "the same name"});
    }
  }
}

void join_same_names(Desk& desk) {
  NamesakeGuard guard(desk);
  for (Index n = 0; n < desk.corpus.nodes.size(); ++n) guard.run(n);
}

}  // namespace diurna::detail
