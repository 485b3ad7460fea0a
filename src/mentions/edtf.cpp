#include "diurna/mentions/edtf.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "diurna/mentions/time_interval.hpp"

namespace diurna {
namespace {

struct Code {
  std::string_view timex;
  std::string_view edtf;
};
// EDTF: 21–24 seasons, 33–36 quarters, 40 and 41 halves of a year.
constexpr std::array<Code, 10> codes = {{{"SP", "21"},
                                         {"SU", "22"},
                                         {"FA", "23"},
                                         {"WI", "24"},
                                         {"Q1", "33"},
                                         {"Q2", "34"},
                                         {"Q3", "35"},
                                         {"Q4", "36"},
                                         {"H1", "40"},
                                         {"H2", "41"}}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_open_digit(char c) { return is_digit(c) || c == 'X'; }

/// Date and clock time of a value; the time is "" for none and for parts of the day ("TNI").
struct Split {
  std::string_view date;
  std::string_view clock;
};
Split split(std::string_view value) {
  const std::size_t at = value.find('T');
  if (at == std::string_view::npos) return {value, {}};
  const std::string_view clock = value.substr(at + 1);
  return {value.substr(0, at), !clock.empty() && is_digit(clock.front()) ? clock : std::string_view{}};
}

/// "16:25" → "16:25:00"; "" for what is no clock time. A zone stays behind it.
std::string full_clock(std::string_view clock, std::string_view missing) {
  const auto two = [&](std::size_t at) {
    return at + 2 <= clock.size() && is_digit(clock[at]) && is_digit(clock[at + 1]);
  };
  if (!two(0)) return {};
  const bool minutes = clock.size() > 2 && clock[2] == ':' && two(3);
  const bool seconds = minutes && clock.size() > 5 && clock[5] == ':' && two(6);
  const std::size_t told = seconds ? 8 : minutes ? 5 : 2;
  return std::string(clock.substr(0, told)) + std::string(missing.substr(told)) + std::string(clock.substr(told));
}

/// Year, month and day with "X" for digits that are open; other parts are none.
bool is_open_date(std::string_view date) {
  if (date.find('X') == std::string_view::npos) return false;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool hyphen = i == 4 || i == 7;
    if (hyphen ? date[i] != '-' : !is_open_digit(date[i])) return false;
  }
  return true;
}

std::string edtf_of_one(std::string_view value) {
  const auto [date, clock] = split(value);
  const auto range = day_interval(date);
  if (!range)
    return is_open_date(date) && clock.empty() && date.find_first_not_of("X-") != std::string_view::npos
               ? std::string(date)
               : std::string();
  if (!clock.empty() && range->first == range->last)
    return iso_date(range->first) + "T" + full_clock(clock, "00:00:00");
  if (date.size() == 2) return std::string(date) + "XX";
  if (date.size() == 3) return std::string(date) + "X";
  if (date.size() > 5 && date[5] == 'W' && date.size() != 7) {
    return range->first == range->last ? iso_date(range->first) : iso_date(range->first) + "/" + iso_date(range->last);
  }
  const auto code = std::find_if(codes.begin(), codes.end(),
                                 [&, d = date](const Code& c) { return d.size() == 7 && d.substr(5) == c.timex; });
  return code == codes.end() ? std::string(date) : std::string(date.substr(0, 5)) + std::string(code->edtf);
}

std::optional<TimeBounds> bounds_of_one(std::string_view value) {
  const auto [date, clock] = split(value);
  const auto range = day_interval(date);
  if (!range) return std::nullopt;
  if (clock.empty() || range->first != range->last) return TimeBounds{iso_date(range->first), iso_date(range->last)};
  const std::string day = iso_date(range->first) + "T";
  return TimeBounds{day + full_clock(clock, "00:00:00"), day + full_clock(clock, "00:59:59")};
}

}  // namespace

std::string edtf_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return edtf_of_one(value);
  const std::string from = edtf_of_one(value.substr(0, slash));
  const std::string to = edtf_of_one(value.substr(slash + 1));
  const bool plain = from.find('/') == std::string::npos && to.find('/') == std::string::npos;
  return from.empty() || to.empty() || !plain ? std::string() : from + "/" + to;
}

std::string edtf_of(const TimeExpression& time) {
  if (time.type == TimexType::duration || time.type == TimexType::set) return {};
  std::string out = edtf_of(time.value);
  if (out.empty() || time.qualifier.empty() || out.find('T') != std::string::npos) return out;
  const std::size_t slash = out.find('/');
  if (slash != std::string::npos) out.insert(slash, time.qualifier);
  return out + time.qualifier;
}

std::optional<TimeBounds> bounds_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return bounds_of_one(value);
  const auto from = bounds_of_one(value.substr(0, slash));
  const auto to = bounds_of_one(value.substr(slash + 1));
  if (!from || !to || to->end < from->begin) return std::nullopt;
  return TimeBounds{from->begin, to->end};
}

}  // namespace diurna
