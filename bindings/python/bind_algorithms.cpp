#include <pybind11/stl.h>

#include "diurna/core/error.hpp"
#include "diurna/graph/algorithms.hpp"
#include "diurna/graph/timeline.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

using Ranks = std::vector<std::pair<std::string, double>>;

template <std::vector<Ranked> (*measure)(const Graph&)>
Ranks ranks(const Graph& graph) {
  Ranks out;
  for (const Ranked& ranked : measure(graph)) out.emplace_back(ranked.id, ranked.score);
  return out;
}

TimelineOptions timeline_options(const std::string& time, const std::string& relation, bool stated) {
  TimelineOptions options;
  if (!time.empty()) {
    options.interval = day_interval(time);
    if (!options.interval) throw py::value_error("'" + time + "' is no time: write '2026', '2026-01' or '2026-01-08'");
  }
  const auto known = parse_time_relation(relation);
  if (!known) throw py::value_error("relation is 'overlapping', 'within', 'before' or 'after', not '" + relation + "'");
  options.relation = *known;
  options.dates = stated ? DateSource::stated : DateSource::stated_or_reported;
  return options;
}

std::optional<std::string> day_text(const std::optional<DayInterval>& days, std::chrono::sys_days DayInterval::* end) {
  return days ? std::optional(iso_date((*days).*end)) : std::nullopt;
}

void bind_timeline(py::module_& module, py::class_<Graph>& graph) {
  py::class_<TimelineEntry>(module, "TimelineEntry", "An event of a timeline.")
      .def_readonly("event", &TimelineEntry::event)
      .def_readonly("type", &TimelineEntry::type)
      .def_readonly("name", &TimelineEntry::name)
      .def_readonly("roles", &TimelineEntry::roles)
      .def_readonly("time", &TimelineEntry::time)
      .def_readonly("reported", &TimelineEntry::reported)
      .def_readonly("factuality", &TimelineEntry::factuality)
      .def_property_readonly("first", [](const TimelineEntry& e) { return day_text(e.days, &DayInterval::first); })
      .def_property_readonly("last", [](const TimelineEntry& e) { return day_text(e.days, &DayInterval::last); })
      .def("__repr__", [](const TimelineEntry& e) {
        return "<TimelineEntry " + (e.days ? iso_date(e.days->first) : std::string("?")) + " " + e.type + " " +
               quoted(e.name) + ">";
      });
  graph.def(
      "timeline",
      [](const Graph& self, const std::vector<std::string>& entities, const std::string& time,
         const std::string& relation,
         bool stated) { return timeline(self, entities, timeline_options(time, relation, stated)); },
      py::arg("entities"), py::kw_only(), py::arg("time") = "", py::arg("relation") = "overlapping",
      py::arg("stated") = false,
      "Events in which all of these entities (ids) take part, by their days. `time` (\"2026-01\") keeps those that "
      "lie\n"
      "so to it: overlapping, within, before, after; `stated` leaves out dates of publication.");
}

}  // namespace

void bind_algorithms(py::module_& module) {
  auto graph = py::class_<Graph>(module.attr("Graph"));
  graph.def("page_rank", &ranks<page_rank>, "Entities and events with their PageRank, highest first.")
      .def("degree", &ranks<degree>, "Entities and events with the number of their edges, highest first.")
      .def("betweenness", &ranks<betweenness>,
           "Entities and events with the share of shortest paths that lead through them, highest first.")
      .def("core_numbers", &ranks<core_numbers>,
           "Entities and events with the largest k for which they are in the k-core, highest first.")
      .def("components", &components, "Ids of what hangs together, the largest part first.")
      .def("shortest_path", &Graph::shortest_path, py::arg("source"), py::arg("target"),
           "Ids along a shortest path through entities and events; empty when there is none.")
      .def(
          "simple_paths",
          [](const Graph& self, const std::string& source, const std::string& target, std::size_t longest,
             std::size_t most) { return simple_paths(self, source, target, {.longest = longest, .most = most}); },
          py::arg("source"), py::arg("target"), py::kw_only(), py::arg("longest") = PathOptions().longest,
          py::arg("most") = PathOptions().most, "Ids along all paths that meet no node twice, the shortest first.")
      .def("ego_network", &ego_network, py::arg("id"), py::arg("radius") = 1,
           "What lies within `radius` steps of a node, as a graph.");
  bind_timeline(module, graph);
}

}  // namespace diurna::python
