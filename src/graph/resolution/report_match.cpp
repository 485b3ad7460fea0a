#include "graph/resolution/report_match.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace diurna::detail {
namespace {

constexpr int days_told_late = 4;  // a text without a date tells of the last days
constexpr int rare_window = 7;     // days between reports of a rare event of one person
constexpr int public_window = 3;
constexpr int talk_window = 1;

constexpr std::array<std::string_view, 3> sides = {"agent", "patient", "recipient"};

bool is_side(std::string_view role) { return std::find(sides.begin(), sides.end(), role) != sides.end(); }

class Comparison {
 public:
  Comparison(const Reports& reports, const Report& a, const Report& b) : reports_(reports), a_(a), b_(b) {}

  ReportMatch run() {
    compare_times();
    for (const auto& [role, fillers] : a_.roles) {
      const auto other = b_.roles.find(role);
      if (other != b_.roles.end()) compare_role(role, fillers, other->second);
    }
    if (a_.trigger == b_.trigger) add(1, "'" + a_.trigger + "' both");
    return std::move(out_);
  }

 private:
  void add(int points, const std::string& because) {
    out_.points += points;
    out_.because.push_back(because);
  }
  void refuse(const std::string& why) {
    if (out_.conflict.empty()) out_.conflict = why;
  }

  /// When it happened, as far as the text or its date tells.
  static DaySpan when(const Report& report) {
    if (report.time.known()) return report.time;
    if (report.published == 0) return {};
    return {report.published - days_told_late, report.published + 1};
  }

  void compare_times() {
    const DaySpan first = when(a_);
    const DaySpan second = when(b_);
    const bool both = a_.time.known() && b_.time.known();
    if (first.known() && second.known() && (first.to < second.from || second.to < first.from)) {
      const bool once = a_.event_class == "once" && !both;  // a death is told years later as well
      if (!once) refuse("at other times");
      return;
    }
    if (both && a_.time.is_day() && b_.time.is_day()) {
      out_.same_day = true;
      add(2, "on the same day");
    } else if (both) {
      add(1, "at times that agree");
    }
    const bool near = a_.published != 0 && b_.published != 0 && std::abs(a_.published - b_.published) <= 1;
    if (near && a_.document != b_.document) add(1, "reported within a day");
  }

  [[nodiscard]] const Participant& participant(Symbol symbol) const { return reports_.participants[symbol]; }

  /// A city and its country, a body and the country whose it is.
  [[nodiscard]] bool within(Symbol inner, Symbol outer) const {
    const Participant& big = participant(outer);
    return big.country && !participant(inner).iso.empty() && participant(inner).iso == big.iso;
  }
  [[nodiscard]] bool agree_loosely(const Symbols& a, const Symbols& b) const {
    return std::any_of(a.begin(), a.end(), [&](Symbol x) {
      return std::any_of(b.begin(), b.end(), [&](Symbol y) { return within(x, y) || within(y, x); });
    });
  }

  void compare_role(const std::string& role, const RoleFillers& a, const RoleFillers& b) {
    if (!a.named.empty() && !b.named.empty()) {
      compare_named(role, a.named, b.named);
    } else if (!a.heads.empty() && !b.heads.empty()) {
      compare_heads(role, a.heads, b.heads);
    }
    if (a.low < 0 || b.low < 0) return;
    if (a.low == b.low && a.low > 1) add(a.low >= 10 ? 2 : 1, "the same number");
    if (role == "magnitude" && std::abs(a.low - b.low) > 0.5) refuse("another magnitude");
  }

  void compare_named(const std::string& role, const Symbols& a, const Symbols& b) {
    Symbols common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    if (common.empty()) {
      const bool told_apart = role != "agent" || a_.event_class != "once";
      if (!agree_loosely(a, b) && told_apart) refuse("another " + role);
      return;
    }
    const auto best =
        std::max_element(common.begin(), common.end(), [this](Symbol x, Symbol y) { return weight(x) < weight(y); });
    const int points = weight(*best);
    if (is_side(role)) {
      if (points > 1 && is_main(role) && alone(*best)) out_.main_shared = true;
      sides_ += 1;
      out_.sides_shared = sides_ > 1;
    }
    if (role == "place" && participant(*best).city) out_.place_shared = true;
    add(points, "both with " + role + " '" + participant(*best).name + "'");
  }

  /// A person tells most, a country least.
  [[nodiscard]] int weight(Symbol symbol) const {
    const Participant& one = participant(symbol);
    return one.person ? 3 : one.country ? 1 : 2;
  }

  /// One person's fate, not that of many who stand beside a name.
  [[nodiscard]] bool alone(Symbol who) const {
    const bool of_bodies = a_.type.starts_with("business.") || a_.type.starts_with("politics.");
    const auto many = [](const Report& report) {
      const auto count = report.roles.find("count");
      return count != report.roles.end() && (count->second.low > 1 || !count->second.heads.empty());
    };
    return participant(who).person ? !many(a_) && !many(b_) : of_bodies;
  }

  /// Who makes the event what it is: who died, who was elected.
  [[nodiscard]] bool is_main(const std::string& role) const {
    const bool by_agent = a_.type == "politics.leave_office" || a_.type == "life.marry";
    return role == "patient" || (by_agent && role == "agent");
  }

  void compare_heads(const std::string& role, const Symbols& a, const Symbols& b) {
    if (shared(a, b, 1) > 0) {
      add(1, "the same words for " + role);
    } else if (role == "charge" || role == "position" || role == "competition" || role == "theme") {
      refuse("another " + role);
    } else if (role != "topic" && role != "cause" && role != "instrument" && role != "amount") {
      out_.points -= 1;
    }
  }

  const Reports& reports_;
  const Report& a_;
  const Report& b_;
  ReportMatch out_;
  int sides_ = 0;
};

}  // namespace

ReportMatch compare(const Reports& reports, const Report& a, const Report& b) {
  ReportMatch out;
  if (a.type != b.type) {
    out.conflict = "another type";
    return out;
  }
  return Comparison(reports, a, b).run();
}

bool is_same_happening(const ReportMatch& match, const Report& a, const Report& b) {
  if (!match.conflict.empty()) return false;
  const bool dated = a.published != 0 && b.published != 0;
  const int apart = dated ? std::abs(a.published - b.published) : 0;
  if (a.document == b.document &&
      a.event_class != "once") {  // an article that goes on about one thing repeats its word
    if (a.event_class == "talk" || a.trigger != b.trigger || a.sentence == b.sentence) return false;
  }
  const bool told_time = a.time.known() && b.time.known();
  if (a.event_class == "once") return match.main_shared && match.points >= 3;
  if (a.event_class == "rare")
    return match.main_shared && match.points >= 4 && (told_time || (dated && apart <= rare_window));
  if (a.event_class == "public") {
    const bool anchored = match.sides_shared || match.place_shared || match.main_shared;
    return anchored && match.points >= 6 && (told_time || (dated && apart <= public_window));
  }
  return match.sides_shared && a.trigger == b.trigger && match.points >= 7 && dated && apart <= talk_window;
}

}  // namespace diurna::detail
