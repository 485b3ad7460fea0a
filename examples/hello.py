"""The first program: one article in; its facts, and a graph to ask."""

import diurna

nlp = diurna.load()
doc = nlp(
    "Police arrested the journalist Ana Vidal in Lisbon on Monday. She was charged with espionage and released two "
    "days later, her lawyer Rui Matos said.",
    date="2026-01-08",
    id="hello",
)

for fact in [*doc.events, *doc.relations]:
    print(fact)

graph = diurna.Graph()
graph.add(doc)
print("\nAround Ana Vidal:")
for node_id in graph.find("Ana Vidal"):
    for edge in graph.edges_of(node_id):
        print(f"  {graph.node(edge.source).name} -{edge.type}-> {graph.node(edge.target).name}")
