"""How well a pipeline reads, against annotated articles."""

from __future__ import annotations

import os

from . import _core
from ._core import Evaluation
from ._pipeline import Pipeline


def evaluate(
    gold: str | os.PathLike[str],
    pipeline: Pipeline | None = None,
    *,
    facts: str | os.PathLike[str] | None = None,
    n_threads: int = 1,
) -> Evaluation:
    """Score what `pipeline` (else the built-in one) finds in the annotated articles of the folder `gold`.

    With `facts`, a file of facts as ``diurna extract --format facts`` writes them, no article is read: those are scored.

        >>> result = diurna.evaluate("annotated/")
        >>> result.events.f1, result.roles.recall, result.event_types["justice.detain"].precision
    """
    if n_threads < 1:
        raise ValueError("n_threads must be at least 1")
    if pipeline is not None and facts is not None:
        raise ValueError("facts are scored without a pipeline; leave one of them out")
    core = None if pipeline is None else pipeline._core
    return _core.evaluate(os.fspath(gold), core, os.fspath(facts or ""), n_threads)
