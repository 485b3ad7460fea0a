// The first program: one article in; its facts, and a graph to ask.
#include <diurna/diurna.hpp>
#include <iostream>

int main() {
  const diurna::Pipeline pipeline;
  const diurna::Reading reading = pipeline({.id = "hello",
                                            .date = "2026-01-08",
                                            .text = "Police arrested the journalist Ana Vidal in Lisbon on Monday. "
                                                    "She was charged with espionage and released two days later, her "
                                                    "lawyer Rui Matos said."});

  for (const diurna::Event& event : reading.facts.events()) std::cout << reading.describe(event) << '\n';
  for (const diurna::Relation& relation : reading.facts.relations()) std::cout << reading.describe(relation) << '\n';

  diurna::Graph graph;
  graph.add(reading);
  std::cout << "\nAround Ana Vidal:\n";
  for (const std::string& id : graph.find("Ana Vidal")) {
    for (const diurna::Edge& edge : graph.edges_of(id)) {
      std::cout << "  " << graph.node(edge.source).name << " -" << edge.type << "-> " << graph.node(edge.target).name
                << '\n';
    }
  }
}
