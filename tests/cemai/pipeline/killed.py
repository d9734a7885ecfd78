"""Builds that are killed at every file operation in turn, each in a fork of one warm process.

``python -m tests.cemai.pipeline.killed STORE DATA`` builds DATA over STORE; the build is killed (SIGKILL) at its
1st file operation below STORE, then at its 2nd, and so on until one ends by itself. After each kill a second
fork reads the graph. Prints one JSON line a build: {"step": 3, "event": "os.mkdir", "answer": [...]}.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from cemai.queries.answers.trace import trace

from cemai.api.knowledge_graph import KnowledgeGraph
from cemai.pipeline.build import build

MOST = 200


def answer(store: Path) -> list[str]:
    """The subjects of 1210, as a reader sees them."""
    return sorted(step.subject_zh for step in trace(KnowledgeGraph.open(store), "1210").steps)


def in_fork(work: Callable[[int], None]) -> tuple[bool, str]:
    """Run `work` in a fork that may write to a pipe; whether it ended well, and what it wrote."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        status = 1
        try:
            work(writing)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said


def killed_build(store: Path, data: Path, step: int) -> Callable[[int], None]:
    """A build that kills itself before its `step`-th file operation below the store."""
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(("os.", "open", "shutil.")) and any(str(store) in str(a) for a in arguments):
            seen += 1
            if seen == step:
                os.write(pipe, event.encode())
                os.kill(os.getpid(), signal.SIGKILL)

    pipe = -1

    def work(writing: int) -> None:
        nonlocal pipe
        pipe = writing
        sys.addaudithook(watch)
        build(store, [data])

    return work


def read(store: Path) -> Callable[[int], None]:
    """A reader that writes its answer as JSON."""
    return lambda writing: (os.write(writing, json.dumps(answer(store)).encode()), None)[1]


def main(store: Path, data: Path) -> None:
    """Kill at the 1st operation, at the 2nd … until a build ends by itself."""
    for step in range(1, MOST):
        ended, event = in_fork(killed_build(store, data, step))
        well, said = in_fork(read(store))
        sys.stdout.write(
            json.dumps({"step": step, "event": event, "answer": json.loads(said) if well else None}) + "\n"
        )
        if ended:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
