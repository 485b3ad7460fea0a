import pytest

import diurna

ARREST = "Police arrested the journalist Ana Vidal in Lisbon on Monday. She was freed on Tuesday, her lawyer said."
TALKS = "The foreign ministers of Spain and Portugal met in Madrid on Friday. They signed a treaty."


@pytest.fixture(scope="session")
def nlp():
    return diurna.load()


@pytest.fixture(scope="session")
def doc(nlp):
    return nlp(ARREST, date="2026-01-08", id="arrest")


@pytest.fixture
def graph(doc):
    graph = diurna.Graph()
    graph.add(doc)
    return graph
