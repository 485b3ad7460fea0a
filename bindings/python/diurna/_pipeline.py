"""Articles in, documents out."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Union

from . import _core
from ._core import Doc

Text = Union[str, bytes]
Date = Union[str, datetime.date, None]
Article = Union[str, bytes, "Mapping[str, Any]", "tuple[Text, Date]"]

_FIELDS = ("text", "date", "id", "title", "source", "url")
_IN_FLIGHT_PER_THREAD = 4


def load(
    model: str | os.PathLike[str] | None = None,
    *,
    extraction_model: str | os.PathLike[str] | None = None,
    ontology: str | os.PathLike[str] | None = None,
    rules: Iterable[str | os.PathLike[str]] = (),
    open_layer: str = "maximal",
) -> Pipeline:
    """Load a pipeline; without arguments, the models and the ontology built into the package.

    `rules` are files in the language of docs/rules.md, or folders of them; `ontology` adds event and relation types.
    `open_layer="all"` keeps open triples that are contained in others as well.
    """
    return Pipeline(
        model, extraction_model=extraction_model, ontology=ontology, rules=rules, open_layer=open_layer
    )


class Pipeline:
    """Reads articles. Loading takes a moment, so keep one and share it."""

    def __init__(
        self,
        model: str | os.PathLike[str] | None = None,
        *,
        extraction_model: str | os.PathLike[str] | None = None,
        ontology: str | os.PathLike[str] | None = None,
        rules: Iterable[str | os.PathLike[str]] = (),
        open_layer: str = "maximal",
    ) -> None:
        if isinstance(rules, (str, os.PathLike)):
            rules = (rules,)
        files = [os.fspath(path or "") for path in (model, extraction_model, ontology)]
        self._core = _core.Pipeline(files[0], files[1], files[2], open_layer, [os.fspath(path) for path in rules])

    def check_examples(self) -> list[dict[str, Any]]:
        """Run the examples of the pipeline's rules: "rule", "text", "line", "passed", "reasons" and "found" of each."""
        return self._core.check_examples()

    @property
    def version(self) -> str:
        """Version of the library and fingerprints of the models."""
        return self._core.version

    def __call__(
        self,
        text: Text,
        date: Date = None,
        *,
        id: str | None = None,
        title: str | None = None,
        source: str | None = None,
        url: str | None = None,
    ) -> Doc:
        """Read one article. `date` is its publication date; without `id`, one is derived from the text."""
        return self._core.read(
            text, date=date, id=_content_id(text) if id is None else id, title=title, source=source, url=url
        )

    def pipe(self, articles: Iterable[Article], n_threads: int = 1) -> Iterator[Doc]:
        """Read a stream of articles in order with bounded memory.

        An article is its text, a pair (text, date), or a dict with "text" and any of "date", "id", "title", "source"
        and "url"; other keys are ignored.
        """
        if n_threads < 1:
            raise ValueError("n_threads must be at least 1")
        if n_threads == 1:
            return (self._read(article) for article in articles)
        return self._pipe_parallel(articles, n_threads)

    def _pipe_parallel(self, articles: Iterable[Article], n_threads: int) -> Iterator[Doc]:
        pending: deque[Future[Doc]] = deque()
        with ThreadPoolExecutor(n_threads) as pool:
            try:
                for article in articles:
                    pending.append(pool.submit(self._read, article))
                    if len(pending) >= _IN_FLIGHT_PER_THREAD * n_threads:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                for future in pending:
                    future.cancel()

    def _read(self, article: Article) -> Doc:
        if isinstance(article, (str, bytes)):
            return self(article)
        if isinstance(article, tuple):
            return self(*article)
        if isinstance(article, Mapping):
            if "text" not in article:
                raise ValueError('an article given as a dict needs "text"')
            return self(**{name: article[name] for name in _FIELDS if name in article})
        raise TypeError(f"an article is a str, bytes, a (text, date) pair or a dict, not {type(article).__name__}")

    def __repr__(self) -> str:
        return f"<Pipeline {self.version}>"


def _content_id(text: Text) -> str:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    return "doc-" + hashlib.sha256(data).hexdigest()[:12]
