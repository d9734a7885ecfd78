"""Which tests run which line: measured once by coverage on a copy, then asked for every mutant."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from benchmarks.mutants.layout import ROOMS, WORK, surroundings

# The rooms' own tests, without those that ask other servers time and again what the store is asked, and without Java.
TESTS = ("tests/ontology", "tests/graph", "tests/loaders", "tests/shapes")
IGNORED = ("tests/graph/store/test_catalogue.py", "tests/ontology/test_reasoner.py", "tests/ontology/java")
BUDGET = 30.0  # seconds of tests a mutant, as they were measured
MOST = 600  # tests a mutant
CONFIG = """[run]
parallel = true
disable_warnings = no-data-collected,module-not-imported,module-not-measured,module-not-python,couldnt-parse
source =
    {source}
data_file = {copy}/coverage/data
context = ${{TEST_CONTEXT-}}
"""


@dataclass(frozen=True)
class Measured:
    """``lines``: file -> line -> contexts; ``tests``: test -> its seconds and shared fixtures."""

    lines: dict[str, dict[str, list[str]]]
    tests: dict[str, dict[str, object]]

    def contexts(self, copy: Path, file: str, line: int) -> set[str]:
        """Contexts that run the line; of a line outside functions or in a function's head, those of the whole
        module or function, for it runs only once, at import."""
        of_file = self.lines.get(file, {})
        first, last, head = _around(copy / file, line)
        if head:
            return {context for at, found in of_file.items() if first <= int(at) <= last for context in found}
        return {context for at in range(first, last + 1) for context in of_file.get(str(at), ())}

    def chosen(self, copy: Path, file: str, line: int) -> list[str]:
        """The tests to run, as many as the budget allows: those beside it first, then of its room, the quickest first.

        What runs as the module is imported (``""``) may matter to any test of the room.
        """
        contexts = self.contexts(copy, file, line)
        shared = {context.removeprefix("fixture ") for context in contexts if context.startswith("fixture ")}
        own = f"tests/{file.partition('/')[0]}/"
        found = [
            name for name, test in self.tests.items()
            if name in contexts or shared & set(_fixtures(test)) or ("" in contexts and name.startswith(own))
        ]  # fmt: skip
        imported = "" in contexts
        found.sort(
            key=lambda name: (
                not imported and name not in contexts, -_kinship(file, name), _seconds(self.tests[name]), name,
            )
        )  # fmt: skip
        return _within_budget((name, _seconds(self.tests[name])) for name in found)

    def seconds(self, tests: Iterable[str]) -> float:
        """How long the tests took when they were measured."""
        return sum(_seconds(self.tests[test]) for test in tests)


def measured(copy: Path, jobs: int, *, fresh: bool) -> Measured:
    """Runs the tests of the rooms once under coverage; kept until `fresh`."""
    kept = WORK / "measured.json"
    if fresh or not kept.exists():
        kept.write_text(json.dumps(asdict(_measure(copy, jobs))), encoding="utf-8")
    return Measured(**json.loads(kept.read_text(encoding="utf-8")))


def _measure(copy: Path, jobs: int) -> Measured:
    (copy / "coverage").mkdir()
    config = copy / "coverage.ini"
    config.write_text(
        CONFIG.format(copy=copy, source="\n    ".join(str(copy / room) for room in ROOMS)), encoding="utf-8"
    )
    reports = copy / "reports"
    reports.mkdir()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.mutants.plugin", "-n", str(jobs)]
    more = {"COVERAGE_PROCESS_START": str(config), "CEMAI_MUTANTS_REPORT": str(reports)}
    with (WORK / "measured.log").open("w", encoding="utf-8") as log:
        done = subprocess.run(
            [*command, "--dist", "loadfile", "--hypothesis-seed=0", *(f"--ignore={p}" for p in IGNORED), *TESTS],
            cwd=copy, env=surroundings(copy, more), stdout=log, stderr=log, check=False,
        )  # fmt: skip
    if done.returncode not in (0, 1):  # 1: some tests failed, which are left out
        raise SystemExit(f"the tests could not be run: see {WORK / 'measured.log'}")
    tests: dict[str, dict[str, object]] = {}
    for report in reports.iterdir():
        tests |= json.loads(report.read_text(encoding="utf-8"))
    return Measured(_lines(copy), tests)


def _lines(copy: Path) -> dict[str, dict[str, list[str]]]:
    import coverage

    found: dict[str, dict[str, set[str]]] = {}
    for path in (copy / "coverage").iterdir():
        data = coverage.CoverageData(basename=str(path))
        try:
            data.read()
        except coverage.exceptions.CoverageException:
            continue  # of a process that a test killed as it wrote
        for file in data.measured_files():
            of_file = found.setdefault(Path(file).relative_to(copy).as_posix(), {})
            for line, contexts in data.contexts_by_lineno(file).items():
                # A child process has the test in its environment, a test process tells it as it goes: `|name`.
                of_file.setdefault(str(line), set()).update(context.strip("|") for context in contexts)
    return {file: {line: sorted(names) for line, names in lines.items()} for file, lines in found.items()}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _around(path: Path, line: int) -> tuple[int, int, bool]:
    """First and last line of the statement at the line; of the whole function or module where that runs at import."""
    inner: ast.stmt | None = None
    function: ast.FunctionDef | None = None
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.stmt) or not _first(node) <= line <= (node.end_lineno or 0):
            continue
        if isinstance(node, ast.FunctionDef):
            function = node
        inner = node
    if inner is None or function is None:
        return 1, 1 << 30, True
    if line < function.body[0].lineno:
        return function.lineno, function.end_lineno or line, True
    body: list[ast.stmt] | None = getattr(inner, "body", None)
    first: int = inner.lineno
    last: int = max(line, body[0].lineno - 1) if body else inner.end_lineno or line
    return first, last, False


def _first(node: ast.stmt) -> int:
    first: int = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
    return first


def _kinship(file: str, test: str) -> int:
    """How many folders the path of a file and that of a test have in common: 2 for graph/export/x and its tests."""
    pairs = zip(file.split("/")[:-1], test.partition("::")[0].split("/")[1:-1], strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _within_budget(tests: Iterable[tuple[str, float]]) -> list[str]:
    chosen: list[str] = []
    spent = 0.0
    for name, seconds in tests:
        if len(chosen) < MOST and (not chosen or spent + seconds <= BUDGET):
            chosen.append(name)
            spent += seconds
    return chosen


def _seconds(test: dict[str, object]) -> float:
    return float(str(test["seconds"]))


def _fixtures(test: dict[str, object]) -> list[str]:
    found = test["fixtures"]
    return list(map(str, found)) if isinstance(found, list) else []
