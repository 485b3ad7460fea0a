#include "cli/node_choice.hpp"

#include <vector>

#include "cli/console.hpp"

namespace diurna::cli {

std::string choose_node(const Graph& graph, const std::string& text) {
  if (graph.contains(text)) return text;
  const std::vector<std::string> found = graph.find(text);
  if (found.size() == 1) return found.front();
  if (found.empty()) throw UsageError{"nothing in the graph is called '" + text + "'"};
  std::string message = "'" + text + "' is the name of several nodes; give the id of one:";
  for (const std::string& id : found) {
    const Node node = graph.node(id);
    message += "\n  " + id + "  " + node.type + "  " + node.name;
  }
  throw UsageError{message};
}

std::string shown(const Node& node) {
  const std::string& name = node.name.empty() ? node.id : node.name;
  return node.kind == NodeKind::event ? name + " (" + node.type + ")" : name;
}

}  // namespace diurna::cli
