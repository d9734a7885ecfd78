"""Runs the installed `cemai` command as a user does: a process of its own, a store named by CEMAI_STORE."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pyoxigraph import Store

from cemai.api.knowledge_graph import KnowledgeGraph

LONGEST = 120.0
Around = Mapping[str, str] | None


def embedded(kg: KnowledgeGraph) -> Store:
    """The store of a graph that is held on this machine."""
    assert isinstance(kg.store, Store)
    return kg.store


def command() -> Path:
    """The `cemai` command that stands beside the Python that runs the tests."""
    found = shutil.which("cemai", path=str(Path(sys.executable).parent))
    assert found, "the command `cemai` is not installed beside this Python: pip install -e ."
    return Path(found)


@dataclass(frozen=True)
class Done:
    """What a command left behind: exit status, stdout and stderr as text."""

    status: int
    out: str
    err: str

    def json(self) -> list[dict[str, Any]]:
        """stdout as JSON rows."""
        found: list[dict[str, Any]] = json.loads(self.out)
        return found

    def csv(self) -> list[dict[str, str]]:
        """stdout as CSV rows by column."""
        return list(csv.DictReader(io.StringIO(self.out, newline=""), strict=True))

    @property
    def complaint(self) -> str:
        """The message of an error that the user can mend: status 2, nothing on stdout, no traceback."""
        assert self.status == 2, f"status {self.status}\n{self.out}\n{self.err}"
        assert "Traceback" not in self.err, self.err
        assert self.out == "", self.out
        return self.err


def environment(store: Path, around: Around = None) -> dict[str, str]:
    """The surroundings of a command: the store, no corpus and no data but what a test names in `around`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CEMAI_")}
    return kept | {"CEMAI_STORE": str(store)} | dict(around or {})


@dataclass(frozen=True)
class Cli:
    """Calls `cemai` with a store; `cli("trace", "1210")` waits and gives what it left behind."""

    store: Path

    def __call__(
        self, *arguments: str | Path, store: Path | None = None, text: str | bytes = b"", around: Around = None
    ) -> Done:
        given = text if isinstance(text, bytes) else text.encode()
        done = subprocess.run(
            [command(), *map(str, arguments)], input=given, capture_output=True, timeout=LONGEST, check=False,
            env=environment(store or self.store, around),
        )  # fmt: skip
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    def rows(self, *arguments: str | Path, store: Path | None = None) -> list[dict[str, Any]]:
        """The rows that a command answers with, asked for as JSON. The command must succeed."""
        done = self(*arguments, "--format", "json", store=store)
        assert done.status == 0, done.err
        return done.json()

    def start(self, *arguments: str | Path, store: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a command and go on; its output is thrown away."""
        return subprocess.Popen(
            [command(), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment(store or self.store),
        )  # fmt: skip


@dataclass(frozen=True)
class Inside(Cli):
    """The same command run inside this process, ten times faster: for tests that ask for many small things."""

    def __call__(
        self, *arguments: str | Path, store: Path | None = None, text: str | bytes = b"", around: Around = None
    ) -> Done:
        from cemai.cli import main

        given = text if isinstance(text, bytes) else text.encode()
        with (
            _streams(given) as (out, err),
            patch.dict(os.environ, environment(store or self.store, around), clear=True),
        ):
            with patch.object(sys, "argv", ["cemai", *map(str, arguments)]):
                try:
                    main()
                    status = 0
                except SystemExit as stop:
                    status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
                except Exception:
                    status = 1
                    traceback.print_exc(file=sys.stderr)
            sys.stdout.flush()
            sys.stderr.flush()
            return Done(status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


@contextmanager
def _streams(given: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Standard streams in memory, as a process that is no terminal has them."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch.object(
            sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8", errors="surrogateescape", newline="\n")
        ),
        patch.object(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True)),
        patch.object(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True)),
    ):
        yield out, err
