"""Servers on this machine for tests: started on a port that is free, waited for, stopped by their process."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

LONGEST = 90.0


@dataclass(frozen=True)
class Server:
    """A SPARQL server: where it answers queries, takes updates and graphs, and whom it lets in."""

    name: str
    query: str
    update: str
    graphs: str
    user: str = ""
    password: str = ""
    digest: bool = False
    process: subprocess.Popen[bytes] | None = None

    @property
    def options(self) -> list[str]:
        """The options of ``cemai push sparql`` for it."""
        found = ["--endpoint", self.query, "--update", self.update, "--graph-store", self.graphs]
        return found + (["--user", self.user] if self.user else []) + (["--digest"] if self.digest else [])

    @property
    def around(self) -> Mapping[str, str]:
        """What the environment must say."""
        return {"CEMAI_SPARQL_PASSWORD": self.password} if self.password else {}


def free_port() -> int:
    """A port of the loopback interface that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(command: Sequence[str | Path], folder: Path, ready: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process in `folder` whose address `ready` answers; stopped at the end. Its words are in ``log``."""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=log, stderr=log)
        try:
            _wait(process, folder / "log", ready)
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)


def _wait(process: subprocess.Popen[bytes], log: Path, ready: str) -> None:
    """Until the address answers with any status; AssertionError with the log when it does not."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(ready, timeout=5, trust_env=False)
            return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{process.args!r}: no answer at {ready}\n{log.read_text(errors='replace')[-4000:]}")
