// Events as their documents report them, with resolved participants: what two reports of one happening are compared by.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "graph/resolution/corpus.hpp"

namespace diurna::detail {

/// Days since 1970, both ends in it; unknown when from > to.
struct DaySpan {
  int from = 1;
  int to = 0;
  [[nodiscard]] bool known() const { return from <= to; }
  [[nodiscard]] bool is_day() const { return from == to; }
};
/// The days of a TIMEX3 value: "2026-01-08", "2026-W02", "2026-01", "2026", "2026-01-05/2026-01-08".
[[nodiscard]] DaySpan days_of(std::string_view timex);

/// Who or what fills one role of one report.
struct RoleFillers {
  Symbols named;    ///< Canonical ids.
  Symbols heads;    ///< Last words of unnamed fillers and phrases.
  double low = -1;  ///< A number; -1 for none.
};

struct Report {
  std::string id;
  std::string type;
  std::string trigger;      ///< Its stem.
  std::string event_class;  ///< "once", "rare", "public", "talk".
  std::string document;
  int published = 0;  ///< Days since 1970; 0 for unknown.
  std::size_t sentence = 0;
  DaySpan time;  ///< As the text gives it.
  std::map<std::string, RoleFillers> roles;
};

/// What is known of a resolved participant.
struct Participant {
  std::string name;
  bool person = false;
  bool country = false;  ///< Or a people.
  bool place = false;
  bool city = false;  ///< Smaller than a country.
  std::string iso;    ///< Country that it is or lies in; "" for unknown.
};

struct Reports {
  std::vector<Report> all;  ///< Sorted by id.
  StringPool strings;
  std::vector<Participant> participants;  ///< By symbol, as far as they are entities.
};

/// `canonical(raw id, document)` gives the resolved id.
[[nodiscard]] Reports read_reports(const Graph& raw, const Vocabulary& vocabulary, const Corpus& corpus,
                                   const std::function<std::string(const std::string&, const std::string&)>& canonical);

}  // namespace diurna::detail
