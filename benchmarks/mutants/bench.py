"""One copy of the tree with its worker: puts a fault in, has the tests run, and takes it out again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.mutants.contexts import Measured
from benchmarks.mutants.layout import surroundings
from benchmarks.mutants.places import Mutant, difference, mutated

GRAPH = "tests::graph"  # the fixture of the shipped data's graph: made anew only where the fault can change it


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: killed, time over, survived, not covered (no test runs it)."""

    mutant: Mutant
    result: str
    by: str
    diff: str

    @property
    def caught(self) -> bool:
        return self.result in ("killed", "time over")


class Bench:
    """A copy of the tree, and a process in it that runs tests."""

    def __init__(self, copy: Path, store: Path) -> None:
        self.copy = copy
        self.store = store
        self._time = 1_700_000_000
        self._sound: dict[str, bool] = {}
        self._worker = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.mutants.worker"],
            cwd=copy, env=surroundings(copy), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def tried(self, mutant: Mutant, measured: Measured) -> Outcome:
        """The outcome of one mutant. A test that fails without the fault, too, is no witness and left out."""
        file = self.copy / mutant.file
        code = file.read_text(encoding="utf-8")
        changed = mutated(code, mutant)
        tests = measured.chosen(self.copy, mutant.file, mutant.line)
        kept = {} if f"fixture {GRAPH}" in measured.contexts(self.copy, mutant.file, mutant.line) else self._kept()
        while tests := [test for test in tests if self._sound.get(test, True)]:
            limit = 60 + 5 * measured.seconds(tests)
            self._write(file, changed)
            try:
                answer = self.run(tests, kept, limit)
            finally:
                self._write(file, code)
            witness = answer["by"] if answer["by"] in tests else tests[0]  # none where the code cannot be imported
            if answer["result"] != "killed" or self._is_sound(witness, limit):
                return Outcome(mutant, answer["result"], answer["by"], difference(code, changed))
        return Outcome(mutant, "not covered", "", difference(code, changed))

    def _is_sound(self, test: str, limit: float) -> bool:
        """Whether a test passes without any fault; asked once a test."""
        if test not in self._sound:
            self._sound[test] = self.run([test], self._kept(), limit)["result"] == "survived"
        return self._sound[test]

    def run(self, tests: Sequence[str], kept: dict[str, str], seconds: float) -> dict[str, str]:
        """Runs the tests on the copy as it is."""
        assert self._worker.stdin is not None and self._worker.stdout is not None  # noqa: S101 pipes asked for above
        self._worker.stdin.write(json.dumps({"tests": tests, "kept": kept, "seconds": seconds}) + "\n")
        self._worker.stdin.flush()
        answer: dict[str, str] = json.loads(self._worker.stdout.readline())
        return answer

    def close(self) -> None:
        """Ends the worker."""
        if self._worker.stdin is not None:
            self._worker.stdin.close()
        self._worker.wait()

    def _kept(self) -> dict[str, str]:
        return {GRAPH: str(self.store)}

    def _write(self, file: Path, code: str) -> None:
        """Each writing has a time of its own: Python takes compiled code by the time and size of its source."""
        file.write_text(code, encoding="utf-8")
        self._time += 2
        os.utime(file, (self._time, self._time))
