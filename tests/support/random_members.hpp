// Groupings that mean nothing, to try that grouping loses nothing.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "diurna/graph/grouping.hpp"

namespace diurna::test {

/// Entities and events joined at random, some under ids of other nodes, some under new ones.
inline std::vector<Membership> random_members(const Graph& graph, std::mt19937& random) {
  std::vector<Membership> out;
  std::vector<Node> nodes = graph.nodes();
  for (const Node& node : nodes) {
    if (node.kind != NodeKind::entity && node.kind != NodeKind::event) continue;
    if (random() % 3 == 0) continue;
    const Node& other = nodes[random() % nodes.size()];
    const bool fresh = other.kind != node.kind || random() % 4 == 0;
    const std::string canonical = fresh ? std::string(to_text(node.kind)) + std::to_string(random() % 3) : other.id;
    out.push_back({node.id, canonical, "test.rule", "because of " + node.name});
  }
  return out;
}

inline std::vector<Membership> random_members(const Graph& graph, unsigned seed) {
  std::mt19937 random(seed);
  return random_members(graph, random);
}

}  // namespace diurna::test
