"""The process that runs queries: opens the graph read-only, then answers one request after the other.

It ends when whoever started it goes away, and by itself when a query takes more memory than it may.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any, NoReturn, cast

from cemai.graph.errors import CemaiError, QueryError, QueryTooLarge
from cemai.graph.store.opening import open_graph
from cemai.queries.catalogue import read_query
from cemai.queries.runner import Cell
from cemai.queries.safety import safe
from cemai.queries.session import Session
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize

from . import frames
from .child import TOO_LARGE

if sys.platform != "win32":
    import resource

_BATCH, _SECONDS = 500, 0.1  # rows that are sent at once, but none waits longer
_CHUNK = 1 << 16  # bytes that are sent at once
_GLANCE = 0.05  # seconds between two looks at the memory


def main(store: str) -> None:
    """Answer on stdout what is asked on stdin; the process ends with stdin."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the other side stops us
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but frames may stand on that pipe
    requests: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    try:
        session = Session(open_graph(store))
        frames.send(pipe, frames.READY)
        _serve(session, requests, pipe)
    except BrokenPipeError:
        pass
    except Exception as error:
        frames.send(pipe, frames.ERROR, _message(error))
    os._exit(0)  # the thread that listens would hold Python up


def _serve(session: Session, requests: queue.SimpleQueue[dict[str, Any]], pipe: IO[bytes]) -> NoReturn:
    while True:
        request = requests.get()
        allowed = threading.Event()
        threading.Thread(target=_watch, args=(request["megabytes"] << 20, allowed), daemon=True).start()
        try:
            _answer(session, request, pipe)
        except BrokenPipeError:
            raise
        except Exception as error:
            frames.send(pipe, frames.ERROR, _message(error))
        finally:
            allowed.set()


def _listen(pipe: IO[bytes], requests: queue.SimpleQueue[dict[str, Any]]) -> None:
    while frame := frames.receive(pipe):
        requests.put(frame[1])
    os._exit(0)  # whatever runs


def _watch(most: int, done: threading.Event) -> None:
    """End the process when it holds more than `most` bytes before the query is done."""
    while not done.wait(_GLANCE):
        if resident() > most:
            os._exit(TOO_LARGE)


def resident() -> int:
    """Bytes of memory that this process holds; where the system does not say, the most it has held; 0 on Windows."""
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - twenty times a second
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _answer(session: Session, request: dict[str, Any], pipe: IO[bytes]) -> None:
    name, text = request["name"], request["text"]
    if text is not None:
        text = safe(text)
    if media := request.get("media"):
        _serialize(session, str(text), media, request["megabytes"] << 20, pipe)
        return
    found = session.stream(name if text is None else read_query(name, text), request["parameters"])
    frames.send(pipe, frames.COLUMNS, found.columns)
    rows = iter(found.rows)
    for batch in _batches(islice(rows, request["rows"])):
        frames.send(pipe, frames.ROWS, batch)
    frames.send(pipe, frames.DONE, {"cut": next(rows, None) is not None, "kinds": found.kinds()})


def _batches(rows: Iterator[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    batch: list[tuple[Cell, ...]] = []
    sent = time.monotonic()
    for row in rows:
        batch.append(row)
        if len(batch) >= _BATCH or time.monotonic() - sent > _SECONDS:
            yield batch
            batch, sent = [], time.monotonic()
    if batch:
        yield batch


def _serialize(session: Session, text: str, media: dict[str, str], most: int, pipe: IO[bytes]) -> None:
    """Send the answer in a standard format: `media` names a type for solutions and one for a graph."""
    result = session.store.query(text, use_default_graph_as_union=True)
    chunks = _Chunks(pipe, most)
    writer = cast(IO[bytes], chunks)
    if isinstance(result, QuerySolutions | QueryBoolean):
        form = QueryResultsFormat.from_media_type(media["solutions"])
        frames.send(pipe, frames.COLUMNS, [media["solutions"]])
        result.serialize(writer, format=form)
    else:
        frames.send(pipe, frames.COLUMNS, [media["graph"]])
        serialize(result, writer, format=RdfFormat.from_media_type(media["graph"]))
    chunks.flush()
    frames.send(pipe, frames.DONE, {"cut": False})


class _Chunks:
    """A file for serializers, which write a few bytes at a time; QueryTooLarge after so many bytes."""

    def __init__(self, pipe: IO[bytes], most: int) -> None:
        self._pipe, self._left, self._chunk = pipe, most, bytearray()

    def write(self, data: bytes) -> int:
        self._chunk += data
        if len(self._chunk) >= _CHUNK:
            self.flush()
        return len(data)

    def flush(self) -> None:
        self._left -= len(self._chunk)
        if self._left < 0:
            raise QueryTooLarge("the answer is larger than its limit (--memory): ask for less 应答超过大小上限")
        if self._chunk:
            frames.send(self._pipe, frames.BYTES, bytes(self._chunk))
            self._chunk.clear()


def _message(error: Exception) -> dict[str, Any]:
    """An error to be raised again on the other side."""
    if not isinstance(error, CemaiError):
        error = QueryError(f"the query cannot be answered: {error} 查询无法执行")
    return {"kind": type(error).__name__, "message": str(error), "fields": {
        name: value for name, value in vars(error).items() if isinstance(value, str | list)}}  # fmt: skip
