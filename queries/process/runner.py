"""Runs queries in a process of its own: one query at a time, within limits, stopped at once when it must be."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from cemai.graph.errors import CemaiError, QueryStopped, StoreError
from cemai.graph.store.embedded import is_url
from cemai.queries.runner import Cell, Given

from . import frames
from .child import Child
from .limits import Limits

T = TypeVar("T")


class QueryRunner:
    """Runs the queries of the catalogue and those of users on one graph.

    A service keeps several. The process is started when it is first needed (or by `start`) and serves until `close`;
    one that had to be stopped is followed by another. The next query closes the answer of the one before.
    """

    def __init__(self, store: Path | str) -> None:
        self.store = str(store) if is_url(store) else str(Path(store).absolute())
        self._child: Child | None = None
        self._answer: Answer[Any] | None = None

    def start(self) -> Child:
        """Start the process, and do not wait until it has opened the graph."""
        if self._child is None or self._child.ended:
            self._child = Child(self.store)
        return self._child

    def run(
        self, name: str, parameters: Given | None = None, limits: Limits | None = None, *, text: str | None = None
    ) -> Answer[tuple[Cell, ...]]:
        """The answer of a query of the catalogue, or of a `text` that goes by this name, as rows of plain cells.

        Raises QueryError for a query that is refused, QueryStopped for one that was stopped (here, or when the rows
        are read), StoreError without a graph, and the errors of names.
        """
        request = {"name": name, "text": text, "parameters": dict(parameters or {})}
        return self._ask(request, limits or Limits())

    def serialize(self, text: str, *, solutions: str, graph: str, limits: Limits | None = None) -> Answer[bytes]:
        """The answer of a query in a standard format, in pieces; its media type stands in `columns`.

        `solutions` is the type for SELECT and ASK, `graph` that for CONSTRUCT and DESCRIBE. Raises as `run`, and
        QueryTooLarge for an answer of more bytes than the limit of memory; that of rows does not hold here.
        """
        request = {"name": "query", "text": text, "media": {"solutions": solutions, "graph": graph}}
        return self._ask(request, limits or Limits())

    def close(self) -> None:
        """Stop the process, whatever it does."""
        if self._child is not None:
            self._child.kill()
            self._child = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, request: dict[str, Any], limits: Limits) -> Answer[Any]:
        if self._answer is not None:
            self._answer.close()
        self._answer = None
        self._answer = Answer(self.start(), request, limits)
        return self._answer


class Answer(Generic[T]):
    """Rows, or pieces of bytes, as they come, to be read once.

    `columns` names the cells of a row (or the media type alone). At the end `cut` says whether there were more rows
    than the limit, and `kinds` which columns hold numbers or days alone. Only time in which the answer is waited for
    counts, not that in which its reader is busy.
    """

    def __init__(self, child: Child, request: dict[str, Any], limits: Limits) -> None:
        self.cut = self._whole = False
        self.kinds: dict[str, str] = {}
        self._child, self._limits, self._left = child, limits, limits.seconds
        with self._stopping():
            child.ask(request, limits)
            self.columns: tuple[str, ...] = tuple(self._frame()[1])
        self._parts = self._read()

    def __iter__(self) -> Iterator[T]:
        return self._parts

    def close(self) -> None:
        """Read no more; a process that is not done is ended."""
        if not self._whole:
            self._child.kill()
        self._parts.close()

    def _read(self) -> Generator[T, None, None]:
        with self._stopping():
            while True:
                kind, content = self._frame()
                if kind == frames.DONE:
                    self.cut, self._whole = content["cut"], True
                    self.kinds |= content.get("kinds", {})
                    return
                if kind == frames.BYTES:
                    yield content
                else:
                    yield from map(tuple, content)

    def _frame(self) -> tuple[bytes, Any]:
        start = time.monotonic()
        try:
            return self._child.frame(self._left, self._limits)
        finally:
            self._left -= time.monotonic() - start

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """End the process unless the answer, or a refusal that leaves it ready for the next query, was whole."""
        try:
            yield
        except BaseException as error:
            if not isinstance(error, CemaiError) or isinstance(error, QueryStopped | StoreError):
                self._child.kill()
            raise
