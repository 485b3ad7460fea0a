// Candidate pairs come from blocks: the same type and a participant or place in common, near in time. The surest pairs
// join first; two clusters join only when no report of one contradicts a report of the other.
#include "graph/resolution/events.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "core/joined.hpp"
#include "graph/resolution/overrides.hpp"
#include "graph/resolution/report_match.hpp"

namespace diurna::detail {
namespace {

constexpr int search_window = 31;           // days
constexpr std::size_t neighbours = 40;      // reports of a block that one is compared with
constexpr std::size_t largest_event = 200;  // reports that are checked one by one

struct Pair {
  int points = 0;
  Index first = 0;
  Index second = 0;
  std::string because;
};

class EventJoiner {
 public:
  EventJoiner(const Reports& reports, const ResolutionOptions& options, Resolution& out)
      : reports_(reports), options_(options), out_(out), parents_(reports.all.size()), members_(reports.all.size()) {
    std::iota(parents_.begin(), parents_.end(), Index{0});
    for (Index i = 0; i < members_.size(); ++i) members_[i] = {i};
  }

  void run() {
    apply_same_as();
    if (options_.events) {
      find_pairs();
      for (const Pair& pair : pairs_) join_if_all_agree(pair);
    }
    name();
  }

 private:
  [[nodiscard]] const Report& report(Index i) const { return reports_.all[i]; }

  Index root(Index i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }

  [[nodiscard]] std::optional<Index> find(const std::string& id) const {
    const auto at = std::lower_bound(reports_.all.begin(), reports_.all.end(), id,
                                     [](const Report& r, const std::string& wanted) { return r.id < wanted; });
    if (at == reports_.all.end() || at->id != id) return std::nullopt;
    return static_cast<Index>(at - reports_.all.begin());
  }

  void apply_same_as() {
    for (const SameAsStatement& statement : options_.same_as) {
      if (!about_events(statement)) continue;
      const std::optional<Index> first = find(statement.first.name);
      const std::optional<Index> second = find(statement.second.name);
      if (!first || !second) {
        out_.unused.push_back(statement.place);
      } else if (!statement.same) {
        barred_.emplace(std::minmax(*first, *second), &statement);
      }
    }
    for (const SameAsStatement& statement : options_.same_as) {
      const std::optional<Index> first = find(statement.first.name);
      const std::optional<Index> second = find(statement.second.name);
      if (!statement.same || !first || !second) continue;
      if (const SameAsStatement* bar = bar_between(root(*first), root(*second))) fail_in_conflict(statement, *bar);
      unite(*first, *second, "user", statement.place);
    }
  }

  [[nodiscard]] const SameAsStatement* bar_between(Index a, Index b) const {
    if (barred_.empty()) return nullptr;
    for (const Index x : members_[a]) {
      for (const Index y : members_[b]) {
        const auto bar = barred_.find(std::minmax(x, y));
        if (bar != barred_.end()) return bar->second;
      }
    }
    return nullptr;
  }

  void unite(Index a, Index b, const std::string& rule, const std::string& because) {
    Index into = root(a);
    Index from = root(b);
    if (into == from) return;
    for (const Index i : {a, b}) reasons_.try_emplace(i, rule, because);
    if (members_[into].size() < members_[from].size()) std::swap(into, from);
    parents_[from] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
  }

  void find_pairs() {
    std::map<std::string, std::vector<Index>> blocks;
    for (Index i = 0; i < reports_.all.size(); ++i) {
      for (const Symbol who : block_keys(report(i))) {
        blocks[report(i).type + " " + std::string(reports_.strings.view(who))].push_back(i);
      }
    }
    for (auto& [key, block] : blocks) search(block);
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
      return std::tuple(-a.points, a.first, a.second) < std::tuple(-b.points, b.first, b.second);
    });
  }

  /// Whom a report may share with another; a country alone makes no event.
  [[nodiscard]] Symbols block_keys(const Report& report) const {
    Symbols out;
    for (const auto& [role, fillers] : report.roles) {
      for (const Symbol who : fillers.named) {
        if (!reports_.participants[who].country) insert(out, who);
      }
    }
    return out;
  }

  /// Compares the reports of a block with those that follow in time.
  void search(std::vector<Index>& block) {
    std::sort(block.begin(), block.end(),
              [this](Index a, Index b) { return std::tuple(day(a), a) < std::tuple(day(b), b); });
    const bool once = report(block.front()).event_class == "once";
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(block.size(), i + 1 + neighbours); ++j) {
        if (!once && day(block[j]) - day(block[i]) > search_window) break;
        consider(std::min(block[i], block[j]), std::max(block[i], block[j]));
      }
    }
  }

  [[nodiscard]] int day(Index i) const { return report(i).time.known() ? report(i).time.from : report(i).published; }

  void consider(Index a, Index b) {
    const ReportMatch match = compare(reports_, report(a), report(b));
    if (is_same_happening(match, report(a), report(b))) {
      pairs_.push_back({match.points, a, b, detail::joined(match.because, "; ")});
    } else if (!match.conflict.empty() && match.points >= 5) {
      refuse(a, b, match.conflict);
    }
  }

  void refuse(Index a, Index b, const std::string& because) {
    if (!options_.refusals) return;
    const Report& first = report(std::min(a, b));
    const Report& second = report(std::max(a, b));
    out_.refusals.push_back(
        {first.id, first.document, second.id, second.document, "event." + first.event_class, because});
  }

  void join_if_all_agree(const Pair& pair) {
    const Index a = root(pair.first);
    const Index b = root(pair.second);
    if (a == b) return;
    if (const SameAsStatement* bar = bar_between(a, b)) {
      refuse(pair.first, pair.second, "the user says that they differ (" + bar->place + ")");
      return;
    }
    if (members_[a].size() + members_[b].size() > largest_event) return;
    for (const Index x : members_[a]) {
      for (const Index y : members_[b]) {
        const ReportMatch match = compare(reports_, report(x), report(y));
        if (match.conflict.empty()) continue;
        refuse(pair.first, pair.second, "joined with reports that disagree: " + match.conflict);
        return;
      }
    }
    unite(pair.first, pair.second, "event." + report(pair.first).event_class, pair.because);
  }

  /// The event is known by its earliest report.
  void name() {
    for (Index i = 0; i < parents_.size(); ++i) {
      if (parents_[i] != i || members_[i].size() < 2) continue;
      const auto rank = [this](Index r) { return std::tuple(report(r).published, report(r).document, report(r).id); };
      const Index first = *std::min_element(members_[i].begin(), members_[i].end(),
                                            [&](Index a, Index b) { return rank(a) < rank(b); });
      for (const Index other : members_[i]) {
        if (other == first) continue;
        const auto& [rule, because] = reasons_.at(other);
        out_.members.push_back({report(other).id, report(first).id, rule, because, ""});
      }
    }
  }

  const Reports& reports_;
  const ResolutionOptions& options_;
  Resolution& out_;
  std::vector<Index> parents_;
  std::vector<std::vector<Index>> members_;  // by root
  std::map<Index, std::pair<std::string, std::string>> reasons_;
  std::map<std::pair<Index, Index>, const SameAsStatement*> barred_;
  std::vector<Pair> pairs_;
};

}  // namespace

void join_events(const Reports& reports, const ResolutionOptions& options, Resolution& out) {
  EventJoiner(reports, options, out).run();
}

}  // namespace diurna::detail
