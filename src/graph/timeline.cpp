#include "diurna/graph/timeline.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace diurna {
namespace {

constexpr std::array<std::string_view, 4> relation_names = {"overlapping", "within", "before", "after"};

using RolesByEvent = std::map<std::string, std::set<std::string>>;

/// The events in which an entity fills a role, with its roles.
RolesByEvent events_of(const Graph& graph, const std::string& entity) {
  RolesByEvent found;
  for (const Edge& edge : graph.edges_of(entity)) {
    if (edge.target == entity && edge.type != "attribution") found[edge.source].insert(edge.type);
  }
  std::erase_if(found, [&graph](const auto& entry) { return graph.node(entry.first).kind != NodeKind::event; });
  return found;
}

std::string text_property(const Node& node, std::string_view key) {
  const auto found = node.properties.find(key);
  return found == node.properties.end() ? std::string() : to_text(found->second);
}

std::chrono::days length(const DayInterval& interval) { return interval.last - interval.first; }

/// Sets the narrowest stated time, of equally narrow ones the first; one without days only where there is no other.
void place(TimelineEntry& entry, const Graph& graph) {
  for (const Edge& edge : graph.edges_of(entry.event)) {
    if (edge.source != entry.event || edge.type != "time") continue;
    const Node time = graph.node(edge.target);
    if (time.kind != NodeKind::time) continue;
    const std::string value = text_property(time, "value");
    const auto days = day_interval(value);
    if (!days && entry.time.empty()) entry.time = value;
    if (!days) continue;
    if (!entry.days || std::pair(length(*days), days->first) < std::pair(length(*entry.days), entry.days->first)) {
      entry.days = days;
      entry.time = value;
    }
  }
}

bool lies_so(const DayInterval& event, const DayInterval& asked, TimeRelation relation) {
  switch (relation) {
    case TimeRelation::overlapping:
      return event.first <= asked.last && asked.first <= event.last;
    case TimeRelation::within:
      return asked.first <= event.first && event.last <= asked.last;
    case TimeRelation::before:
      return event.last < asked.first;
    case TimeRelation::after:
      return event.first > asked.last;
  }
  return false;
}

TimelineEntry entry_of(const Graph& graph, const std::string& event, const std::set<std::string>& roles,
                       DateSource dates) {
  const Node node = graph.node(event);
  TimelineEntry entry{.event = event,
                      .type = node.type,
                      .name = node.name,
                      .roles = {roles.begin(), roles.end()},
                      .time = {},
                      .reported = text_property(node, "reported"),
                      .factuality = text_property(node, "factuality"),
                      .days = {}};
  place(entry, graph);
  if (!entry.days && dates == DateSource::stated_or_reported) entry.days = day_interval(entry.reported);
  return entry;
}

bool earlier(const TimelineEntry& a, const TimelineEntry& b) {
  if (a.days.has_value() != b.days.has_value()) return a.days.has_value();
  return std::tie(a.days, a.event) < std::tie(b.days, b.event);
}

}  // namespace

std::string_view to_text(TimeRelation relation) { return relation_names[static_cast<std::size_t>(relation)]; }

std::optional<TimeRelation> parse_time_relation(std::string_view text) {
  const auto found = std::find(relation_names.begin(), relation_names.end(), text);
  if (found == relation_names.end()) return std::nullopt;
  return static_cast<TimeRelation>(found - relation_names.begin());
}

std::vector<TimelineEntry> timeline(const Graph& graph, std::span<const std::string> entities,
                                    const TimelineOptions& options) {
  if (entities.empty()) return {};
  RolesByEvent shared = events_of(graph, entities.front());
  for (const std::string& other : entities.subspan(1)) {
    const RolesByEvent theirs = events_of(graph, other);
    std::erase_if(shared, [&theirs](const auto& entry) { return !theirs.contains(entry.first); });
  }
  std::vector<TimelineEntry> entries;
  for (const auto& [event, roles] : shared) {
    TimelineEntry entry = entry_of(graph, event, roles, options.dates);
    const bool wanted = !options.interval || (entry.days && lies_so(*entry.days, *options.interval, options.relation));
    if (wanted) entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), earlier);
  return entries;
}

}  // namespace diurna
