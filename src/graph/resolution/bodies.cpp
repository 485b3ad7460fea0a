// Bodies, places and all else but persons. A body that every country has one of is known by what it is and whose.
#include <algorithm>
#include <map>

#include "graph/resolution/body_name.hpp"
#include "graph/resolution/desk.hpp"
#include "graph/resolution/support.hpp"

namespace diurna::detail {
namespace {

/// The country that an article names at least twice as often as any other; "" for none. A country other than `assumed`
/// must be named four times as often as the assumed one, where the article has both.
std::string country_of_article(const Desk& desk, const Source& source, std::string_view assumed) {
  std::string_view best;
  Index most = 0;
  Index second = 0;
  for (const auto& [symbol, count] : source.countries) {
    const std::string_view iso = desk.corpus.strings.view(symbol);
    const Index weight = iso == assumed ? 2 * count : count;
    if (weight > most) {
      second = most;
      most = weight;
      best = iso;
    } else {
      second = std::max(second, weight);
    }
  }
  return most >= 2 * second ? std::string(best) : std::string();
}

/// Whose organ it is: by its name, by what the document says of it, by what the document is about.
std::string country_of(const Desk& desk, const BodyName& name, const Witness& witness) {
  if (!name.country.empty()) return name.country;
  const Source& source = desk.corpus.documents[witness.document];
  const Symbols& told = witness.profile.countries;
  if (told.empty()) return country_of_article(desk, source, name.assumed);
  if (told.size() > 1) return {};
  const std::string_view country = desk.corpus.strings.view(told.front());
  // what is told of a name in the tables may come from the tables
  return country == name.assumed ? country_of_article(desk, source, name.assumed) : std::string(country);
}

bool joinable(const RawNode& node) { return !node.country && !node.person() && node.type != "NORP"; }

struct Form {
  Index node = 0;
  Index cluster = 0;
  bool company = false;  // a legal form was taken off
};

class BodyJoiner {
 public:
  explicit BodyJoiner(Desk& desk) : desk_(desk) {}

  void run() {
    for (Index n = 0; n < desk_.corpus.nodes.size(); ++n) join_country(n);
    for (Index n = 0; n < desk_.corpus.nodes.size(); ++n) file(n);
    for (const auto& [key, witnesses] : organs_) {
      const Reason reason{"body.country", "the same body of " + key.substr(key.rfind(' ') + 1)};
      for (const Index w : witnesses) desk_.try_join(witnesses.front(), w, reason);
    }
    for (const auto& [core, forms] : others_) {
      for (const Form& form : forms) join(forms.front(), form);
    }
  }

 private:
  /// A country's name that the article's coreference took for something else.
  void join_country(Index n) {
    const RawNode& node = desk_.corpus.nodes[n];
    const auto country = desk_.vocabulary.gazetteer().country(node.name);
    if (node.country || !country || country->form == CountryForm::capital || node.name.ends_with("s")) return;
    const auto known = desk_.corpus.node_of.find("e:" + std::string(country->iso3));
    if (known == desk_.corpus.node_of.end()) return;
    const Index whole = desk_.corpus.nodes[known->second].first;
    for (Index w = node.first; w < node.last; ++w) {
      const Profile& profile = desk_.corpus.witnesses[w].profile;
      const Source& source = desk_.corpus.documents[desk_.corpus.witnesses[w].document];
      const bool somebody = profile.he + profile.she > 0 || !profile.fields.empty() || source.countries.size() < 2;
      if ((node.person() && somebody) || desk_.clusters.bar_between(whole, w)) continue;
      desk_.clusters.join(whole, w, {"country", desk_.quoted(n) + " is a name of the country"});
    }
  }

  void file(Index n) {
    const RawNode& node = desk_.corpus.nodes[n];
    if (!joinable(node)) return;
    const BodyName name = body_name(node.name, desk_.vocabulary);
    if (name.core.size() < 6 && !desk_.vocabulary.gazetteer().known(node.name)) brief_[n] = true;
    if (!name.organ) {
      for (const Index cluster : desk_.clusters_of(n)) others_[name.core].push_back({n, cluster, name.company});
      return;
    }
    for (Index w = node.first; w < node.last; ++w) {
      const std::string country = country_of(desk_, name, desk_.corpus.witnesses[w]);
      if (!country.empty()) organs_[name.core + " " + country].push_back(w);
    }
  }

  /// Clusters of one node are namesakes that were kept apart, and only a body has a legal form.
  void join(const Form& first, const Form& other) {
    if (first.node == other.node) return;
    const auto is_body = [this](const Form& form) { return desk_.corpus.nodes[form.node].type == "ORG"; };
    if (first.company != other.company) {
      if (!is_body(first) || !is_body(other)) return;
      if (brief_[first.node] && support(desk_.corpus, desk_.clusters, first.cluster, other.cluster).weight() == 0) {
        desk_.refuse(first.cluster, other.cluster, "body.form", "one short word, and nothing else speaks for it");
        return;
      }
    }
    desk_.try_join(first.cluster, other.cluster,
                   {"body.form", desk_.quoted(first.node) + " and " + desk_.quoted(other.node) +
                                     " but for legal form, spelling or abbreviation"});
  }

  Desk& desk_;
  std::map<Index, bool> brief_;                       // nodes whose name is one short word
  std::map<std::string, std::vector<Index>> organs_;  // "ministry_foreign RUS" → witnesses
  std::map<std::string, std::vector<Form>> others_;   // core → one form a cluster
};

}  // namespace

void join_bodies(Desk& desk) { BodyJoiner(desk).run(); }

}  // namespace diurna::detail
