// Forms of a person's name. Every shorter or odder form looks for the one fuller name that it fits and that its
// surroundings support: stars around full names, not chains. Compare the merge step of Cucerzan 2007 and the
// name-variant sieves of Rao et al. 2010, "Streaming cross document entity coreference resolution".
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "graph/resolution/desk.hpp"
#include "graph/resolution/support.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t largest_block = 80;  // a key that more names share tells nothing

constexpr int same_story = 10;  // days
constexpr int recently = 45;    // days
constexpr int long_ago = 400;
constexpr std::size_t established = 3;  // documents

/// How much must speak for a join beside the name (Support::weight).
std::size_t needed(NameMatch match) {
  switch (match) {
    case NameMatch::same:
      return 0;
    case NameMatch::initial:
    case NameMatch::order:
    case NameMatch::single:
      return 2;
    default:
      return 1;
  }
}

struct Option {
  Index cluster = 0;
  NameMatch match = NameMatch::none;
  Support support;
};

class PersonJoiner {
 public:
  explicit PersonJoiner(Desk& desk) : desk_(desk) {}

  void run() {
    fill_blocks();
    constexpr std::array steps = {NameMatch::same,    NameMatch::middle,   NameMatch::longer,
                                  NameMatch::tail,    NameMatch::nickname, NameMatch::spelling,
                                  NameMatch::initial, NameMatch::order,    NameMatch::single};
    for (const NameMatch step : steps) {
      for (auto& [short_form, partners] : pairs_[step]) attach(step, short_form, partners);
    }
  }

 private:
  using Block = std::set<Index>;  // first members of clusters

  void fill_blocks() {
    std::map<std::string, Block> blocks;
    for (Index n = 0; n < desk_.corpus.nodes.size(); ++n) {
      const PersonName& name = desk_.clusters.person_name_of(n);
      if (name.words.empty()) continue;
      for (const Index cluster : desk_.clusters_of(n)) {
        for (const std::string& key : keys_of(name)) blocks[key].insert(desk_.clusters.first(cluster));
      }
    }
    for (const auto& [key, block] : blocks) {
      if (block.size() < 2 || block.size() > largest_block) continue;
      for (auto a = block.begin(); a != block.end(); ++a) {
        for (auto b = std::next(a); b != block.end(); ++b) add_pair(*a, *b);
      }
    }
  }

  [[nodiscard]] std::vector<std::string> keys_of(const PersonName& name) const {
    const std::string& first = name.words.front();
    const std::string& last = name.words.back();
    std::vector<std::string> keys;
    if (!name.full()) return {"word " + first};
    for (const std::string& given : desk_.vocabulary.given_names(first)) keys.push_back("ends " + given + " " + last);
    keys.push_back("initial " + first.substr(0, 1) + " " + last);
    keys.push_back("start " + first + " " + name.words[1]);
    keys.push_back("tail " + name.words[name.words.size() - 2] + " " + last);
    keys.push_back("word " + last);
    keys.push_back("word " + first);
    keys.push_back("spelling " + skeleton(first) + " " + skeleton(last));
    keys.push_back("order " + std::min(first, last) + " " + std::max(first, last));
    return keys;
  }

  [[nodiscard]] const PersonName& name_of(Index witness) const {
    return desk_.clusters.person_name_of(desk_.corpus.witnesses[witness].node);
  }
  [[nodiscard]] std::size_t documents_of(Index witness) const { return desk_.clusters.members(witness).size(); }

  /// Whether `a` is the fuller or better known form.
  [[nodiscard]] bool leads(Index a, Index b) const {
    const auto length = [this](Index w) {
      std::size_t letters = 0;
      for (const std::string& word : name_of(w).words) letters += word.size();
      return std::pair(name_of(w).words.size(), letters);
    };
    const bool spelling = name_of(a).words.size() == name_of(b).words.size() && length(a).second > 6;
    if (spelling && documents_of(a) != documents_of(b)) return documents_of(a) > documents_of(b);
    return length(a) != length(b) ? length(a) > length(b) : a < b;
  }

  void add_pair(Index a, Index b) {
    if (desk_.corpus.witnesses[a].node == desk_.corpus.witnesses[b].node) return;  // namesakes, judged before
    const NameMatch kind = match(name_of(a), name_of(b), desk_.vocabulary);
    if (kind == NameMatch::none) return;
    if (leads(a, b)) std::swap(a, b);
    pairs_[kind][a].insert(b);
  }

  /// Looks among the fuller names for the one that `form` stands for.
  void attach(NameMatch step, Index form, const Block& partners) {
    std::vector<Option> options;
    for (const Index partner : partners) {
      if (desk_.clusters.together(form, partner)) return;
      const bool known = std::any_of(options.begin(), options.end(), [&](const Option& option) {
        return desk_.clusters.together(option.cluster, partner);
      });
      if (known) continue;
      if (const auto against = desk_.clusters.objection(form, partner)) {
        desk_.refuse(form, partner, rule_name(step), *against);
      } else {
        options.push_back({partner, step, support(desk_.corpus, desk_.clusters, form, partner)});
      }
    }
    std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
      return a.support.weight() != b.support.weight() ? a.support.weight() > b.support.weight() : a.cluster < b.cluster;
    });
    if (!options.empty()) decide(form, options);
  }

  void decide(Index form, const std::vector<Option>& options) {
    const Option& best = options.front();
    const std::string against = objection(form, options);
    if (!against.empty()) {
      desk_.refuse(form, best.cluster, rule_name(best.match), against);
      return;
    }
    std::string because = name_at(form) + " and " + name_at(best.cluster);
    const std::string seen = describe(desk_.corpus, best.support);
    if (!seen.empty()) because += ": " + seen;
    desk_.clusters.join(best.cluster, form, {std::string(rule_name(best.match)), because});
  }

  /// Why the best option is not good enough; empty when it is.
  [[nodiscard]] std::string objection(Index form, const std::vector<Option>& options) const {
    const Option& best = options.front();
    const std::size_t weight = weight_of(form, best, options.size() == 1);
    const std::size_t wanted = needed(best.match);
    const bool same_days = desk_.clusters.profile(form).first_day != 0 && best.support.days <= same_story;
    if (given_name_only(form, best) && best.support.ties.empty() && !same_days) return "only a given name";
    if (best.support.same_document && !may_share_document(best.match)) return "one article names both";
    const auto doubted =
        doubt(desk_.clusters.profile(form), desk_.clusters.profile(best.cluster), desk_.corpus.strings);
    if (doubted && weight < wanted + doubted->weight) return doubted->because;
    if (weight < wanted) return "nothing but the name speaks for it";
    if (options.size() > 1 && (weight == 0 || weight < 2 * options[1].support.weight())) {
      return "it fits " + name_at(best.cluster) + " and " + name_at(options[1].cluster);
    }
    const bool far = best.support.days > long_ago && best.support.ties.empty();
    return best.match == NameMatch::single && far ? "more than a year between" : "";
  }

  /// Adds to the support that nobody else has this name, and that both were written about at one time.
  [[nodiscard]] std::size_t weight_of(Index form, const Option& option, bool only) const {
    std::size_t weight = option.support.weight();
    if (!only) return weight;
    const bool dated = desk_.clusters.profile(form).first_day != 0;
    const bool recent = dated && option.support.days <= recently;
    if (option.match == NameMatch::single) {
      const bool known = documents_of(option.cluster) >= established;
      return weight + (known ? 1 : 0) + (known && recent ? 1 : 0);
    }
    const bool exact = option.match != NameMatch::nickname && option.match != NameMatch::spelling;
    if (exact && documents_of(option.cluster) >= established) ++weight;
    const bool told_by_name = option.match != NameMatch::spelling || distinctive(form, option.cluster);
    if (option.match == NameMatch::spelling && told_by_name) ++weight;
    return weight + (recent && told_by_name ? 1 : 0);
  }

  /// Names of which two spellings are one man: long ones, and not "David Davis" and "David Davies".
  [[nodiscard]] bool distinctive(Index a, Index b) const {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < name_of(a).words.size(); ++i) {
      const std::string& first = name_of(a).words[i];
      const std::string& second = name_of(b).words[i];
      letters += first.size();
      if (first != second && std::min(first.size(), second.size()) < 5) return false;
    }
    return letters >= 10 && !desk_.vocabulary.is("pinyin", name_of(a).words.front()) &&
           !desk_.vocabulary.gazetteer().given_name_gender(name_of(a).words.front());
  }

  [[nodiscard]] bool given_name_only(Index form, const Option& option) const {
    return option.match == NameMatch::single && name_of(option.cluster).words.front() == name_of(form).words.front();
  }

  /// One article may well have both forms of a name that coreference did not join, but not two people's.
  [[nodiscard]] static bool may_share_document(NameMatch match) {
    return match == NameMatch::same || match == NameMatch::middle || match == NameMatch::tail ||
           match == NameMatch::longer || match == NameMatch::spelling;
  }

  [[nodiscard]] std::string name_at(Index witness) const { return desk_.quoted(desk_.corpus.witnesses[witness].node); }

  Desk& desk_;
  std::map<NameMatch, std::map<Index, Block>> pairs_;  // by kind, then by the shorter form
};

}  // namespace

void join_persons(Desk& desk) { PersonJoiner(desk).run(); }

}  // namespace diurna::detail
