#include "io/when.hpp"

#include <algorithm>

#include "io/columns.hpp"

namespace diurna::io::detail {

When::When(const Graph& graph) {
  graph.for_each_node([this](const Node& node) {
    const bool is_document = node.kind == NodeKind::document;
    if (node.kind != NodeKind::time && !is_document) return;
    const auto days = day_interval(property_text(node.properties, is_document ? "date" : "value"));
    if (days) days_.emplace(node.id, *days);
  });
  graph.for_each_edge([this](const Edge& edge) {
    const auto time = edge.type == "time" ? days_.find(edge.target) : days_.end();
    if (time == days_.end()) return;
    const DayInterval days = time->second;
    const auto [known, is_new] = days_.try_emplace(edge.source, days);
    if (is_new) return;
    known->second.first = std::min(known->second.first, days.first);
    known->second.last = std::max(known->second.last, days.last);
  });
}

std::optional<DayInterval> When::of(const std::string& node_id) const {
  const auto found = days_.find(node_id);
  return found == days_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace diurna::io::detail
