#include "graph/resolution/reports.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "core/tsv.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::detail {
namespace {

std::string_view last_word(std::string_view key) { return key.substr(key.rfind('_') + 1); }

/// "killed", "killing", "kills" → "kill": enough to see that two reports use one word.
std::string stem(std::string_view word) {
  std::string out(word);
  for (const std::string_view ending : {"ings", "ing", "ed", "es", "s"}) {
    if (out.size() >= ending.size() + 3 && out.ends_with(ending)) {
      out.erase(out.size() - ending.size());
      break;
    }
  }
  if (out.size() > 3 && out.ends_with('e')) out.pop_back();
  if (out.size() > 3 && out[out.size() - 1] == out[out.size() - 2]) out.pop_back();
  return out;
}

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

int days(std::chrono::year_month_day day) {
  return day.ok() ? static_cast<int>(std::chrono::sys_days{day}.time_since_epoch().count()) : 0;
}

/// Monday of an ISO week.
int first_day_of_week(int year, int week) {
  const std::chrono::sys_days fourth{std::chrono::year{year} / 1 / 4};
  const std::chrono::weekday weekday{fourth};
  return static_cast<int>(fourth.time_since_epoch().count()) - static_cast<int>(weekday.iso_encoding()) + 1 +
         7 * (week - 1);
}

class ReportReader {
 public:
  using Canonical = std::function<std::string(const std::string&, const std::string&)>;
  ReportReader(const Graph& raw, const Vocabulary& vocabulary, const Corpus& corpus, const Canonical& canonical)
      : raw_(raw), vocabulary_(vocabulary), corpus_(corpus), canonical_(canonical) {}

  Reports read() {
    read_classes();
    for (Index d = 0; d < corpus_.documents.size(); ++d)
      published_.emplace(corpus_.documents[d].id, corpus_.documents[d].day);
    raw_.for_each_node([this](const Node& node) { add(node); });
    raw_.for_each_edge([this](const Edge& edge) { add(edge); });
    out_.participants.resize(out_.strings.size());
    return std::move(out_);
  }

 private:
  void read_classes() {
    const Resource table = find_resource("en/identity/events.tsv");
    for (const TsvRow& row : read_tsv(table, 2, 2)) {
      for (const std::string_view type : split(row.fields[1], '|')) classes_.emplace(type, row.fields[0]);
    }
  }

  void add(const Node& node) {
    if (node.kind == NodeKind::event && !node.evidence.empty()) {
      const GraphEvidence& told = node.evidence.front();
      const auto event_class = classes_.find(node.type);
      const auto day = published_.find(told.document);
      report_of_.emplace(node.id, out_.all.size());
      out_.all.push_back({.id = node.id,
                          .type = node.type,
                          .trigger = stem(last_word(name_key(node.name))),
                          .event_class = event_class == classes_.end() ? "talk" : event_class->second,
                          .document = told.document,
                          .published = day == published_.end() ? 0 : day->second,
                          .sentence = told.text_begin,
                          .time = {},
                          .roles = {}});
    } else if (node.kind == NodeKind::time) {
      const auto value = node.properties.find("value");
      if (value != node.properties.end()) times_.emplace(node.id, days_of(to_text(value->second)));
    } else if (node.kind == NodeKind::quantity) {
      const auto low = node.properties.find("low");
      if (low != node.properties.end() && std::holds_alternative<double>(low->second)) {
        numbers_.emplace(node.id, std::get<double>(low->second));
      }
    }
    if (node.kind == NodeKind::entity || node.kind == NodeKind::phrase) heads_.emplace(node.id, head_of(node.name));
  }

  /// The last word before a preposition: "three soldiers of the army" → "soldier".
  static std::string head_of(std::string_view name) {
    for (const std::string_view link : {" of ", " in ", " from ", " at ", " who ", " with ", " for ", ", "}) {
      name = name.substr(0, name.find(link));
    }
    return stem(last_word(name_key(name)));
  }

  void add(const Edge& edge) {
    const auto report = report_of_.find(edge.source);
    if (report == report_of_.end() || edge.type == "mentioned_in" || edge.type == "attribution") return;
    Report& out = out_.all[report->second];
    if (edge.type == "time") {
      const auto time = times_.find(edge.target);
      if (time == times_.end() || !time->second.known()) return;
      const bool finer = !out.time.known() || time->second.to - time->second.from < out.time.to - out.time.from;
      if (finer) out.time = time->second;
      return;
    }
    RoleFillers& fillers = out.roles[edge.type];
    if (edge.target.starts_with("e:")) {
      insert(fillers.named, participant(edge.target, out.document));
    } else if (const auto value = numbers_.find(edge.target); value != numbers_.end()) {
      fillers.low = std::max(fillers.low, value->second);
    } else if (const auto head = heads_.find(edge.target); head != heads_.end()) {
      insert(fillers.heads, out_.strings.intern(head->second));
    }
  }

  Symbol participant(const std::string& raw, const std::string& document) {
    const std::string id = canonical_(raw, document);
    const Symbol symbol = out_.strings.intern(id);
    if (out_.participants.size() <= symbol) out_.participants.resize(symbol + 1);
    Participant& out = out_.participants[symbol];
    if (!out.name.empty()) return symbol;
    const auto known_node = corpus_.node_of.find(corpus_.node_of.contains(id) ? id : raw);
    if (known_node == corpus_.node_of.end()) return symbol;
    const RawNode& node = corpus_.nodes[known_node->second];
    const auto known = vocabulary_.gazetteer().known(node.name);
    out.name = node.name;
    out.person = node.person();
    out.country = node.country || node.type == "NORP" || node.type == "GROUP";
    out.place = node.type == "GPE" || node.type == "LOC" || node.type == "FACILITY";
    out.city = out.place && !node.country;
    if (node.country) {
      out.iso = node.id.substr(2);
    } else if (known) {
      out.iso = known->iso3;
    }
    return symbol;
  }

  const Graph& raw_;
  const Vocabulary& vocabulary_;
  const Corpus& corpus_;
  const Canonical& canonical_;
  Reports out_;
  std::map<std::string, std::string, std::less<>> classes_;
  std::unordered_map<std::string, int> published_;
  std::unordered_map<std::string, std::size_t> report_of_;
  std::unordered_map<std::string, DaySpan> times_;
  std::unordered_map<std::string, double> numbers_;
  std::unordered_map<std::string, std::string> heads_;
};

}  // namespace

DaySpan days_of(std::string_view timex) {
  const std::size_t slash = timex.find('/');
  if (slash != std::string_view::npos) {
    const DaySpan first = days_of(timex.substr(0, slash));
    const DaySpan last = days_of(timex.substr(slash + 1));
    return first.known() && last.known() ? DaySpan{first.from, last.to} : DaySpan{};
  }
  timex = timex.substr(0, timex.find('T'));
  if (timex.size() < 4 || !digits(timex.substr(0, 4))) return {};
  const std::chrono::year year{number(timex.substr(0, 4))};
  if (timex.size() == 4) return {days(year / 1 / 1), days(year / 12 / 31)};
  const std::string_view rest = timex.substr(5);
  if (rest.starts_with('W') && rest.size() >= 3 && digits(rest.substr(1, 2))) {
    const int monday = first_day_of_week(static_cast<int>(year), number(rest.substr(1, 2)));
    return rest.ends_with("WE") ? DaySpan{monday + 5, monday + 6} : DaySpan{monday, monday + 6};
  }
  if (rest.size() < 2 || !digits(rest.substr(0, 2))) return {};
  const std::chrono::month month{static_cast<unsigned>(number(rest.substr(0, 2)))};
  if (!month.ok()) return {};
  if (rest.size() == 2)
    return {days(year / month / 1), days(std::chrono::year_month_day{year / month / std::chrono::last})};
  if (rest.size() < 5 || !digits(rest.substr(3, 2))) return {};
  const int day = days(year / month / std::chrono::day{static_cast<unsigned>(number(rest.substr(3, 2)))});
  return day == 0 ? DaySpan{} : DaySpan{day, day};
}

Reports read_reports(const Graph& raw, const Vocabulary& vocabulary, const Corpus& corpus,
                     const std::function<std::string(const std::string&, const std::string&)>& canonical) {
  return ReportReader(raw, vocabulary, corpus, canonical).read();
}

}  // namespace diurna::detail
