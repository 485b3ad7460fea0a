// How far two reports speak of one happening.
#pragma once

#include <string>
#include <vector>

#include "graph/resolution/reports.hpp"

namespace diurna::detail {

struct ReportMatch {
  std::string conflict;  ///< Why they cannot be one; empty when they can.
  int points = 0;
  bool main_shared = false;   ///< The same named one, no country, in the role that makes the event.
  bool sides_shared = false;  ///< Agent and patient (or recipient) both.
  bool place_shared = false;  ///< A place smaller than a country.
  bool same_day = false;      ///< Both texts give the same day.
  std::vector<std::string> because;
};

[[nodiscard]] ReportMatch compare(const Reports& reports, const Report& a, const Report& b);
/// Whether the points are enough for events of this class.
[[nodiscard]] bool is_same_happening(const ReportMatch& match, const Report& a, const Report& b);

}  // namespace diurna::detail
