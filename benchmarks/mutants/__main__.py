"""``make mutants``: draw small faults from four rooms with fixed seeds, say which ones no test catches.

cosmic-ray makes the mutants; coverage by test says which tests to run, those beside the code and the quickest first,
30 s of them at most. All is done in copies below build/mutants; a mutant on a line that no test runs has survived.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue

from benchmarks.mutants.bench import Bench, Outcome
from benchmarks.mutants.contexts import Measured, measured
from benchmarks.mutants.layout import ROOT, WORK, copied, surroundings
from benchmarks.mutants.places import Mutant, drawn

MUTATED = ("ontology", "graph", "loaders", "shapes")
SEEDS = (11, 23, 47)


def main() -> None:
    """Draw, run, report; exit status 1 where a room is below the aim."""
    options = _arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    known = measured(copied(WORK / "measuring"), options.jobs, fresh=options.fresh)
    mutants = drawn(ROOT, options.rooms, options.each, options.seeds)
    store = _store()
    benches = [Bench(copied(WORK / f"copy{number}"), store) for number in range(options.jobs)]
    try:
        outcomes = _tried(benches, mutants, known)
    finally:
        for bench in benches:
            bench.close()
    (WORK / "outcomes.json").write_text(json.dumps([asdict(o) for o in outcomes], indent=1), encoding="utf-8")
    raise SystemExit(_report(outcomes, options.aim))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--each", type=int, default=72, help="mutants a seed")
    parser.add_argument("--seeds", type=int, nargs="*", default=list(SEEDS))
    parser.add_argument("--rooms", nargs="*", default=list(MUTATED), help="rooms, or folders and files in them")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--aim", type=float, default=85.0, help="percent caught in each room")
    parser.add_argument("--fresh", action="store_true", help="measure again which test runs which line")
    return parser.parse_args()


def _store() -> Path:
    """A graph of the shipped data, for the tests of mutants that its build does not run."""
    store, copy = WORK / "store", WORK / "measuring"
    command: list[str | Path] = [Path(sys.executable).parent / "cemai", "build"]
    environment = surroundings(copy, {"CEMAI_STORE": str(store)})
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)
    return store


def _tried(benches: Sequence[Bench], mutants: Sequence[Mutant], known: Measured) -> list[Outcome]:
    """Every mutant on a bench that is free; each outcome is told on stderr as it comes."""
    free: SimpleQueue[Bench] = SimpleQueue()
    for bench in benches:
        free.put(bench)

    def tried(mutant: Mutant) -> Outcome:
        bench = free.get()
        try:
            outcome = bench.tried(mutant, known)
        finally:
            free.put(bench)
        seen = outcome.by if outcome.caught else f"\n{outcome.diff}"
        sys.stderr.write(f"{outcome.result:12}{mutant.file}:{mutant.line} {mutant.operator} {seen}\n")
        return outcome

    with ThreadPoolExecutor(len(benches)) as pool:
        return list(pool.map(tried, mutants))


def _report(outcomes: Sequence[Outcome], aim: float) -> int:
    """Survivors, then the share caught by room; 1 where a room is below the aim."""
    for outcome in outcomes:
        if not outcome.caught:
            print(f"{outcome.result}: {outcome.mutant.file}:{outcome.mutant.line}\n{outcome.diff}\n")
    rooms: Counter[str] = Counter(outcome.mutant.room for outcome in outcomes)
    caught: Counter[str] = Counter(outcome.mutant.room for outcome in outcomes if outcome.caught)
    late = sum(outcome.result == "time over" for outcome in outcomes)
    for room, count in rooms.items():
        print(f"{room}: {caught[room]} of {count} caught, {100 * caught[room] / count:.0f} %")
    print(f"together: {caught.total()} of {len(outcomes)} ({late} by the time limit), aim {aim:.0f} % in each room")
    return int(any(100 * caught[room] < aim * count for room, count in rooms.items()))


if __name__ == "__main__":
    main()
