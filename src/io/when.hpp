// When the things of a graph were: times by their values, documents by their date, events by their `time` edges.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "diurna/graph/graph.hpp"
#include "diurna/mentions/time_interval.hpp"

namespace diurna::io::detail {

class When {
 public:
  explicit When(const Graph& graph);
  /// The days from the first to the last that are told; nullopt when none has a place in the calendar.
  [[nodiscard]] std::optional<DayInterval> of(const std::string& node_id) const;

 private:
  std::unordered_map<std::string, DayInterval> days_;
};

}  // namespace diurna::io::detail
