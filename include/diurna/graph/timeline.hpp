/// When things happened to somebody: the events of an entity, or of several together, in order of time.
///
///     for (const diurna::TimelineEntry& entry : diurna::timeline(graph, {{"e:nicolas_maduro"}}))
///       std::cout << entry.time << ' ' << entry.type << '\n';           // "2026-01-03 justice.arrest_jail"
///     diurna::timeline(graph, {{"e:VEN", "e:USA"}}, {.interval = diurna::day_interval("2026-01")});
///
/// A time that the text states is kept apart from the date of publication, which only says that it was known by then.
/// Linear in the edges of the entities; safe in several threads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "diurna/mentions/time_interval.hpp"

namespace diurna {

/// How the time of an event lies to the interval that is asked for (Allen 1983, coarsened).
enum class TimeRelation {
  overlapping,  ///< They share a day.
  within,       ///< No day of the event lies outside.
  before,       ///< The event ends before the interval begins.
  after,        ///< The event begins after the interval ends.
};
[[nodiscard]] std::string_view to_text(TimeRelation relation);
[[nodiscard]] std::optional<TimeRelation> parse_time_relation(std::string_view text);

/// Which dates an event may be placed by.
enum class DateSource {
  stated,              ///< Times that the text ties to the event, only.
  stated_or_reported,  ///< Else the date of its first report.
};

struct TimelineOptions {
  std::optional<DayInterval> interval;  ///< Only events that lie so to it; those without a date are left out then.
  TimeRelation relation = TimeRelation::overlapping;
  DateSource dates = DateSource::stated_or_reported;
};

struct TimelineEntry {
  std::string event;               ///< Node id.
  std::string type;                ///< "justice.detain"
  std::string name;                ///< The trigger.
  std::vector<std::string> roles;  ///< Of the first entity asked for, sorted.
  std::string time;                ///< TIMEX3 value that the text states, the narrowest of several; "" for none.
  std::string reported;            ///< Date of the first report, "" when unknown.
  std::string factuality;
  std::optional<DayInterval> days;  ///< What it is placed by: `time`, else `reported` as far as asked for.
  bool operator==(const TimelineEntry&) const = default;
};

/// Events in which all of `entities` take part, by their days, then by id; those without days come last. Reports
/// ("said") count for who says something only as events of their own. Throws Error "graph.no-node".
[[nodiscard]] std::vector<TimelineEntry> timeline(const Graph& graph, std::span<const std::string> entities,
                                                  const TimelineOptions& options = {});

}  // namespace diurna
