#include "cli/evaluation_report.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>
#include <utility>

#include "diurna/text/unicode.hpp"

namespace diurna::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int name_width = 26;

std::vector<std::pair<std::string_view, const Tally*>> totals(const Evaluation& evaluation) {
  return {{"event", &evaluation.events},       {"detection", &evaluation.detection},
          {"role", &evaluation.roles},         {"core-role", &evaluation.core_roles},
          {"relation", &evaluation.relations}, {"attribution", &evaluation.attribution}};
}

std::vector<std::pair<std::string_view, const std::map<std::string, Tally>*>> breakdowns(const Evaluation& evaluation) {
  return {
      {"event", &evaluation.event_types}, {"role", &evaluation.role_names}, {"relation", &evaluation.relation_types}};
}

void write_header(std::ostream& out, std::string_view title) {
  out << std::left << std::setw(name_width) << title << std::right << "    P      R      F1    right  extra missed\n";
}

void write_row(std::ostream& out, std::string_view name, const Tally& tally) {
  out << std::left << std::setw(name_width) << name << std::right << std::fixed << std::setprecision(3);
  for (const double value : {tally.precision(), tally.recall(), tally.f1()}) out << "  " << value;
  for (const std::size_t count : {tally.hits, tally.extra, tally.missed}) out << ' ' << std::setw(6) << count;
  out << '\n';
}

/// Those with most mistakes first.
std::vector<std::pair<std::string, Tally>> worst_first(const std::map<std::string, Tally>& tallies) {
  std::vector<std::pair<std::string, Tally>> out(tallies.begin(), tallies.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.second.extra + a.second.missed > b.second.extra + b.second.missed;
  });
  return out;
}

std::vector<const Mistake*> sample(const std::vector<Mistake>& all, std::size_t count) {
  std::vector<const Mistake*> out;
  count = std::min(count, all.size());
  for (std::size_t i = 0; i < count; ++i) out.push_back(&all[i * all.size() / count]);
  return out;
}

std::string one_line(std::string_view text) {
  std::string out = repaired_utf8(text);
  for (char& c : out) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return out;
}

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json tally_json(const Tally& tally) {
  return {{"precision", rounded(tally.precision())},
          {"recall", rounded(tally.recall())},
          {"f1", rounded(tally.f1())},
          {"right", tally.hits},
          {"extra", tally.extra},
          {"missed", tally.missed}};
}

}  // namespace

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, const ReportOptions& options) {
  write_header(out, "");
  for (const auto& [name, tally] : totals(evaluation)) write_row(out, name, *tally);
  out << std::left << std::setw(name_width) << "factuality" << std::right << std::fixed << std::setprecision(3)
      << "  accuracy " << evaluation.factuality() << ", planned and possible as one " << evaluation.certainty() << " ("
      << evaluation.matched_events << " matched events)\n";
  if (options.by_type) {
    for (const auto& [name, tallies] : breakdowns(evaluation)) {
      out << '\n';
      write_header(out, std::string(name) + ", by type");
      for (const auto& [type, tally] : worst_first(*tallies)) write_row(out, type, tally);
    }
  }
  if (options.mistakes == 0) return;
  out << '\n';
  for (const Mistake* mistake : sample(evaluation.mistakes, options.mistakes)) {
    out << mistake->kind << "  " << mistake->document << "  " << mistake->type << "  '" << one_line(mistake->words)
        << "'" << (mistake->context.empty() ? "" : ": ") << one_line(mistake->context) << '\n';
  }
}

void write_evaluation_json(std::ostream& out, const Evaluation& evaluation, const ReportOptions& options) {
  Json root = Json::object();
  for (const auto& [name, tally] : totals(evaluation)) root[std::string(name)] = tally_json(*tally);
  root["factuality"] = {{"accuracy", rounded(evaluation.factuality())},
                        {"planned_and_possible_as_one", rounded(evaluation.certainty())},
                        {"matched_events", evaluation.matched_events}};
  if (options.by_type) {
    for (const auto& [name, tallies] : breakdowns(evaluation)) {
      Json& group = root["by_type"][std::string(name)] = Json::object();
      for (const auto& [type, tally] : *tallies) group[type] = tally_json(tally);
    }
  }
  if (options.mistakes > 0) {
    Json& list = root["mistakes"] = Json::array();
    for (const Mistake* mistake : sample(evaluation.mistakes, options.mistakes)) {
      list.push_back({{"kind", mistake->kind},
                      {"doc", mistake->document},
                      {"type", mistake->type},
                      {"text", repaired_utf8(mistake->words)},
                      {"context", repaired_utf8(mistake->context)}});
    }
  }
  out << root.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace diurna::cli
