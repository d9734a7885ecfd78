"""The other end of a worker: starts the process, waits for its frames no longer than allowed, and stops it."""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
import time
from tempfile import TemporaryFile
from typing import IO, Any, cast

from cemai.graph import errors
from cemai.graph.errors import CemaiError, QueryCrashed, QueryError, QueryTimeout, QueryTooLarge

from . import frames
from .limits import Limits

_START = (
    "import sys; sys.path += [p for p in sys.argv[2:] if p not in sys.path]; "
    "from cemai.queries.process.worker import main; main(sys.argv[1])"
)
_OPENING = Limits(60.0)  # in which a process must have opened the graph
_SLICE = 0.2  # seconds; on Windows Ctrl-C is seen between two waits only
_AHEAD = 4  # frames that are read before they are wanted
_OUT_OF_MEMORY = ("memory allocation", "bad_alloc", "MemoryError")
TOO_LARGE = 77  # exit status of a worker that took more memory than allowed

Frame = tuple[bytes, Any]


class Child:
    """A process with one graph. A thread reads what it sends, so that every system can wait for a limited time."""

    def __init__(self, store: str) -> None:
        self._ready = self.ended = False
        self._messages = TemporaryFile()  # noqa: SIM115 - closed by kill
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            # Without the current folder on the path: a user's file may bear the name of a module.
            [sys.executable, "-X", "utf8", "-P", "-c", _START, store, *sys.path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._messages,
        )  # fmt: skip
        self._requests = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        self._frames: queue.Queue[Frame | None] = queue.Queue(_AHEAD)
        threading.Thread(target=self._read, daemon=True).start()

    def ask(self, request: dict[str, Any], limits: Limits) -> None:
        """Send a request once the graph is open. Raises StoreError without one, QueryCrashed."""
        if not self._ready:
            self.frame(_OPENING.seconds, _OPENING)
            self._ready = True
        asked = request | {"rows": limits.rows, "megabytes": limits.megabytes}
        with contextlib.suppress(OSError):  # it died: the next frame tells
            frames.send(self._requests, frames.READY, asked)

    def frame(self, seconds: float, limits: Limits) -> Frame:
        """The next frame within `seconds`. Raises what the process says, QueryTimeout, QueryTooLarge, QueryCrashed."""
        until = time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise QueryTimeout(f"stopped after {limits.seconds:g} s without a whole answer: ask for less, or give "
                                   "it more time (--timeout) 查询超时，已停止；请缩小范围或加大 --timeout")  # fmt: skip
            with contextlib.suppress(queue.Empty):
                found = self._frames.get(timeout=min(left, _SLICE))
                if found is None:
                    raise self._death(limits)
                if found[0] == frames.ERROR:
                    raise _rebuilt(found[1])
                return found

    def kill(self) -> None:
        """End the process at once."""
        self.ended = True
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers, self._messages):
            with contextlib.suppress(OSError, ValueError):  # bytes that it no longer takes
                pipe.close()

    def _read(self) -> None:
        """Pass on every frame as it comes, None at the end."""
        frame: Frame | None = (b"", None)
        while frame is not None and not self.ended:
            try:
                frame = frames.receive(self._answers)
            except (OSError, ValueError):  # closed by kill
                frame = None
            while not self.ended:
                with contextlib.suppress(queue.Full):
                    self._frames.put(frame, timeout=_SLICE)
                    break

    def _death(self, limits: Limits) -> QueryError:
        """Why the process ended."""
        status = self._process.wait()
        self._messages.seek(0)
        said = self._messages.read()[-2000:].decode("utf-8", "replace").strip()
        if status == TOO_LARGE or any(words in said for words in _OUT_OF_MEMORY):
            return QueryTooLarge(f"stopped at {limits.megabytes} MB of memory: ask for less, or allow more (--memory) "
                                 "查询占用内存超过上限，已停止；请缩小范围或加大 --memory")  # fmt: skip
        last = said.splitlines()[-1][:200] if said else ""
        how = f"signal {-status}" if status < 0 else f"status {status}"
        return QueryCrashed(f"the process of the query died ({how}) 查询进程意外终止 {last}".rstrip())


def _rebuilt(error: dict[str, Any]) -> CemaiError:
    """The error that the process raised, of its own kind."""
    kind = getattr(errors, error["kind"], QueryError)
    found: CemaiError = kind.__new__(kind)
    found.args = (error["message"],)
    vars(found).update(error["fields"])
    return found
