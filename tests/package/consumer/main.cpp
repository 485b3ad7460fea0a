#include <diurna/diurna.hpp>
#include <iostream>

int main() {
  const diurna::Pipeline pipeline;
  const diurna::Reading reading = pipeline({.id = "a", .text = "Police arrested Ana Vidal in Lisbon."});
  for (const diurna::Event& event : reading.facts.events()) std::cout << reading.describe(event) << '\n';
  diurna::Graph graph;
  graph.add(reading);
  std::cout << DIURNA_VERSION << ' ' << graph.node_count() << " nodes\n";
}
