"""Diurna turns news text into an event knowledge graph: who did what to whom, when, where, on whose word.

    >>> import diurna
    >>> nlp = diurna.load()
    >>> doc = nlp("Police arrested Ana Vidal in Karsa on Monday.", date="2026-01-08")
    >>> for event in doc.events:
    ...     print(event.type, event.text, event.roles)
    >>> graph = diurna.Graph()
    >>> graph.add(doc)
    >>> graph.save("graph.json")

All offsets are code points: ``doc.text[event.start:event.end] == event.text``. A loaded pipeline is immutable and may
be shared between threads; reading releases the interpreter lock.
"""

from ._core import (
    Claim,
    Doc,
    Edge,
    EdgeChange,
    Entity,
    Error,
    Evaluation,
    Event,
    Evidence,
    FieldChange,
    Filler,
    Format,
    Graph,
    GraphDiff,
    GraphEvidence,
    IoError,
    Join,
    Membership,
    Mention,
    Mistake,
    ModelError,
    Node,
    NodeChange,
    OpenTriple,
    Origin,
    ParseError,
    Quantity,
    Refusal,
    QueryError,
    QueryGraph,
    Relation,
    RuleError,
    Sentence,
    Tally,
    Time,
    TimelineEntry,
    Token,
    Triple,
    __version__,
    formats,
)
from ._evaluation import evaluate
from ._pipeline import Pipeline, load
from ._query import Result, ResultNode, ResultPath, ResultRelationship, Row

__all__ = [
    "Claim",
    "Doc",
    "Edge",
    "EdgeChange",
    "Entity",
    "Error",
    "Evaluation",
    "Event",
    "Evidence",
    "FieldChange",
    "Filler",
    "Format",
    "Graph",
    "GraphDiff",
    "GraphEvidence",
    "IoError",
    "Join",
    "Membership",
    "Mention",
    "Mistake",
    "ModelError",
    "Node",
    "NodeChange",
    "OpenTriple",
    "Origin",
    "ParseError",
    "Pipeline",
    "Quantity",
    "Refusal",
    "QueryError",
    "QueryGraph",
    "Relation",
    "Result",
    "ResultNode",
    "ResultPath",
    "ResultRelationship",
    "Row",
    "RuleError",
    "Sentence",
    "Tally",
    "Time",
    "TimelineEntry",
    "Token",
    "Triple",
    "__version__",
    "formats",
    "evaluate",
    "load",
]
