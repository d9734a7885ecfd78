"""Do the tests bite? Small faults put into the code one by one, each against the tests that run its line.

``make mutants`` draws mutants from the rooms ontology, graph, loaders and shapes with three fixed seeds and says which
survived. cosmic-ray makes the mutants; coverage by test says which tests to run, the quickest first. A mutant on a line
that no test runs survives. The work is done on copies laid out as ``cemai/<room>``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
ROOMS = ("ontology", "graph", "loaders", "shapes", "queries", "viz")
MUTATED = ("ontology", "graph", "loaders", "shapes")
SEEDS = (11, 23, 47)
WORK = ROOT / "build" / "mutants"
# Faults that people make. What only types or messages are made of is left alone.
OPERATORS = (
    "ReplaceComparisonOperator_Lt_LtE", "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is", "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_Div", "ReplaceBinaryOperator_Div_Mul",
    "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd", "AddNot",
    "NumberReplacer", "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop",
)  # fmt: skip
FIRST = 60  # tests in the first, quick run of a mutant
SECONDS = 300  # a mutant that runs longer than this in a loop is caught


@dataclass(frozen=True)
class Mutant:
    """One fault: the file (``graph/model/dates.py``), the operator, which of its places, and the line."""

    file: str
    operator: str
    occurrence: int
    line: int


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: killed, survived, or not covered by any test."""

    mutant: Mutant
    result: str
    seconds: float
    diff: str


def main() -> None:
    """Draw, run, report; exit status 1 below the aim."""
    options = _arguments()
    tests = ["tests/ontology", "tests/graph", "tests/loaders", "tests/shapes", "tests/queries", "tests/cemai"]
    copies = [_copy(WORK / f"copy{number}") for number in range(options.jobs)]
    covered = _coverage(copies[0], tests, fresh=options.fresh)
    drawn = _drawn(options.rooms, options.each, options.seeds)
    free: SimpleQueue[Path] = SimpleQueue()
    for copy in copies:
        free.put(copy)

    def run(mutant: Mutant) -> Outcome:
        copy = free.get()
        try:
            outcome = _run(copy, mutant, covered.get(f"{mutant.file}:{mutant.line}", []))
        finally:
            free.put(copy)
        sys.stderr.write(f"{outcome.result:12} {mutant.file}:{mutant.line} {mutant.operator}\n")
        return outcome

    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(run, drawn))
    (WORK / "outcomes.json").write_text(json.dumps([asdict(o) for o in outcomes], indent=1), encoding="utf-8")
    raise SystemExit(_report(outcomes, options.aim))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=70, help="mutants a seed")
    parser.add_argument("--seeds", type=int, nargs="*", default=list(SEEDS))
    parser.add_argument("--rooms", nargs="*", default=list(MUTATED), help="rooms or folders (graph/model)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--aim", type=float, default=85.0, help="percent caught")
    parser.add_argument("--fresh", action="store_true", help="measure again which test runs which line")
    return parser.parse_args()


def _copy(folder: Path) -> Path:
    """The tree laid out as cemai/<room>, with the rooms' own folders as links for tests that read files there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "cemai", folder / "cemai")
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / "cemai" / room)
        (folder / room).symlink_to(folder / "cemai" / room)
    for name in ("tests", "docs", "benchmarks"):
        shutil.copytree(ROOT / name, folder / name)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy2(path, folder)
    return folder


def _pytest(copy: Path, *arguments: str | Path, timeout: float | None = None) -> int:
    """The exit status of pytest in a copy; 1 where the time is over."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    corpus = ROOT.parent / "shared" / "corpus"
    environment.setdefault("CEMAI_CORPUS", str(corpus))
    try:
        return subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=timeout, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return 1


def _coverage(copy: Path, tests: Sequence[str], *, fresh: bool) -> dict[str, list[str]]:
    """``file:line`` -> the tests that run it, the quickest first. Measured once and kept."""
    kept = WORK / "coverage.json"
    if kept.exists() and not fresh:
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    import coverage

    times, data = copy / "times.xml", copy / ".coverage"
    places = [f"--cov=cemai.{room}" for room in MUTATED]
    _pytest(copy, *tests, *places, "--cov-context=test", "--cov-report=", f"--junitxml={times}")
    seconds = _seconds(times)
    found: dict[str, list[str]] = {}
    read = coverage.CoverageData(basename=str(data))
    read.read()
    for file in read.measured_files():
        name = Path(file).relative_to(copy / "cemai").as_posix()
        for line, contexts in read.contexts_by_lineno(file).items():
            ids = {context.partition("|")[0] for context in contexts} - {""}
            found[f"{name}:{line}"] = sorted(ids, key=lambda test: (seconds.get(test.partition("[")[0], 9.0), test))
    kept.write_text(json.dumps(found), encoding="utf-8")
    return found


def _seconds(report: Path) -> dict[str, float]:
    """Test function (``tests/a/test_b.py::test_c``) -> the seconds of its quickest case."""
    found: dict[str, float] = {}
    for case in ElementTree.parse(report).getroot().iter("testcase"):  # noqa: S314 our own report
        name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name', '').partition('[')[0]}"
        found[name] = min(found.get(name, 99.0), float(case.get("time", 9)))
    return found


def _drawn(rooms: Iterable[str], each: int, seeds: Iterable[int]) -> list[Mutant]:
    """Mutants without repetition, `each` a seed, drawn from all files of the rooms alike."""
    every = [mutant for room in rooms for path in sorted((ROOT / room).rglob("*.py")) for mutant in _mutants(path)]
    drawn: dict[Mutant, None] = {}
    for seed in seeds:
        left = [mutant for mutant in every if mutant not in drawn]
        drawn |= dict.fromkeys(random.Random(seed).sample(left, min(each, len(left))))
    return list(drawn)


def _mutants(path: Path) -> Iterable[Mutant]:
    name = path.relative_to(ROOT).as_posix()
    if "/datasets/" in name:
        return  # scripts that read one document, tried with that document only
    for operator in OPERATORS:
        for occurrence, line in enumerate(_places(operator, path)):
            yield Mutant(name, operator, occurrence, line)


def _places(operator: str, path: Path) -> list[int]:
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.plugins import get_operator

    worker = get_operator(f"core/{operator}")()
    tree = get_ast_from_path(path)
    return [start[0] for node in ast_nodes(tree) for start, _ in worker.mutation_positions(node)]


def _run(copy: Path, mutant: Mutant, tests: Sequence[str]) -> Outcome:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    file = copy / "cemai" / mutant.file
    code = file.read_text(encoding="utf-8")
    changed: Any = mutate_code(code, get_operator(f"core/{mutant.operator}")(), mutant.occurrence)
    start, diff = time.monotonic(), _diff(code, changed)
    if not tests:
        return Outcome(mutant, "not covered", 0.0, diff)
    file.write_text(changed, encoding="utf-8")
    try:
        quick, rest = tests[:FIRST], tests[FIRST:]
        status = _pytest(copy, "-x", *quick, timeout=SECONDS)
        if status == 0 and rest:
            status = _pytest(copy, "-x", *rest, timeout=SECONDS)
    finally:
        file.write_text(code, encoding="utf-8")
    return Outcome(mutant, "killed" if status else "survived", round(time.monotonic() - start, 1), diff)


def _diff(before: str, after: str) -> str:
    lines = [(a, b) for a, b in zip(before.splitlines(), after.splitlines(), strict=False) if a != b]
    return "\n".join(f"- {a.strip()}\n+ {b.strip()}" for a, b in lines[:2])


def _report(outcomes: Sequence[Outcome], aim: float) -> int:
    """Survivors, then the share caught by room; 1 below the aim."""
    for outcome in outcomes:
        if outcome.result != "killed":
            print(f"{outcome.result}: {outcome.mutant.file}:{outcome.mutant.line}\n{outcome.diff}\n")
    rooms: Counter[str] = Counter(o.mutant.file.partition("/")[0] for o in outcomes)
    caught = Counter(o.mutant.file.partition("/")[0] for o in outcomes if o.result == "killed")
    for room, count in rooms.items():
        print(f"{room}: {caught[room]} of {count} caught, {100 * caught[room] / count:.0f} %")
    share = 100 * sum(caught.values()) / max(1, len(outcomes))
    print(f"{sum(caught.values())} of {len(outcomes)} caught, {share:.0f} % (aim {aim:.0f} %)")
    return int(share < aim)


if __name__ == "__main__":
    main()
