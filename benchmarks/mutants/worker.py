"""Runs tests on one copy, time and again: a process that has imported what is slow forks for every mutant.

Started as ``python -m benchmarks.mutants.worker`` in the copy. Reads jobs from stdin and answers on stdout, one JSON
object a line: {"tests": [...], "kept": {fixture: path}, "seconds": limit} -> {"result": "killed", "by": "..."}.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

MEMORY = 6 << 30  # bytes; a fault can let a list grow for ever


def main() -> None:
    """Answers jobs until stdin ends."""
    _warm()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


def _warm() -> None:
    """Imports what all tests need and no mutant is in."""
    import hypothesis
    import networkx
    import playwright.sync_api
    import pydantic
    import pyoxigraph
    import pytest
    import rdflib

    _ = (hypothesis, networkx, playwright, pydantic, pyoxigraph, pytest, rdflib)


def _answer(job: dict[str, Any]) -> dict[str, str]:
    log = Path("run.log")
    shutil.rmtree(".hypothesis", ignore_errors=True)  # examples found with another mutant
    child = os.fork()
    if child == 0:
        _run(job, log)
    limit = time.monotonic() + float(job["seconds"])
    while time.monotonic() < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _end(child)
            return _result(os.waitstatus_to_exitcode(status), log)
        time.sleep(0.05)
    _end(child)
    os.waitpid(child, 0)
    return {"result": "time over", "by": ""}


def _end(child: int) -> None:
    """Ends the child and every process that it started: it leads a group of its own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _run(job: dict[str, Any], log: Path) -> None:
    import pytest

    from benchmarks.mutants.plugin import Chosen

    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for stream, target in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(stream, target)
    status = 3
    try:
        files = list(dict.fromkeys(test.partition("::")[0] for test in job["tests"]))
        options = ["-q", "-x", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=0", "--basetemp=temporary",
                   "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]  # fmt: skip
        status = int(pytest.main([*options, *files], plugins=[Chosen(job["tests"], job["kept"])]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _result(status: int, log: Path) -> dict[str, str]:
    """Survived where all passed; else killed, by the test that pytest names, or by none where nothing could start."""
    if status == 0:
        return {"result": "survived", "by": ""}
    said = log.read_text(encoding="utf-8", errors="replace").splitlines()
    failed = (line.partition(" ")[2].partition(" - ")[0] for line in said if line.startswith(("FAILED ", "ERROR ")))
    return {"result": "killed", "by": next(failed, f"exit status {status}")}


if __name__ == "__main__":
    main()
