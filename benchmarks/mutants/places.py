"""Which faults: the operators of cosmic-ray, their places in the code, a draw of them."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutants.left_out import Position, left_out

# Faults that people make. Operators that change only types (`X | None`) or decorators are no part of it.
OPERATORS = (
    "ReplaceComparisonOperator_Lt_LtE", "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is", "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_Div", "ReplaceBinaryOperator_Div_Mul",
    "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd", "AddNot",
    "NumberReplacer", "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One fault: the file (``graph/model/dates.py``), the operator, which of its places, and the line."""

    file: str
    operator: str
    occurrence: int
    line: int

    @property
    def room(self) -> str:
        return self.file.partition("/")[0]


def drawn(root: Path, rooms: Sequence[str], each: int, seeds: Iterable[int]) -> list[Mutant]:
    """Mutants without repetition, `each` a seed. A room's part grows as the root of its places, so that a figure
    for a small room says something, too."""
    every = {room: _mutants(root, room) for room in rooms}
    parts = _parts({room: len(mutants) for room, mutants in every.items()}, each)
    chosen: dict[Mutant, None] = {}
    for seed in seeds:
        dice = random.Random(seed)
        for room, mutants in every.items():
            left = [mutant for mutant in mutants if mutant not in chosen]
            chosen |= dict.fromkeys(dice.sample(left, min(parts[room], len(left))))
    return list(chosen)


def mutated(code: str, mutant: Mutant) -> str:
    """The code with the fault in it."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    return str(mutate_code(code, get_operator(f"core/{mutant.operator}")(), mutant.occurrence))


def difference(before: str, after: str) -> str:
    """The changed lines, the old with `-`, the new with `+`."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return "\n".join(f"- {old.strip()}\n+ {new.strip()}" for old, new in pairs if old != new)


def _parts(places: Mapping[str, int], each: int) -> dict[str, int]:
    whole = sum(math.sqrt(count) for count in places.values()) or 1.0
    return {room: round(each * math.sqrt(count) / whole) for room, count in places.items()}


def _mutants(root: Path, room: str) -> list[Mutant]:
    """All mutants of a room or of a folder in it, without scripts that read one document of a dataset."""
    files = sorted(path for path in (root / room).rglob("*.py") if "datasets" not in path.parts)
    return [mutant for path in files for mutant in _of_file(path, path.relative_to(root).as_posix())]


def _of_file(path: Path, name: str) -> list[Mutant]:
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.plugins import get_operator

    tree = get_ast_from_path(path)
    nodes, spans = list(ast_nodes(tree)), left_out(path.read_text(encoding="utf-8"))
    found = []
    for operator in OPERATORS:
        worker = get_operator(f"core/{operator}")()
        positions = [start for node in nodes for start, _ in worker.mutation_positions(node)]
        found += [
            Mutant(name, operator, occurrence, start[0])
            for occurrence, start in enumerate(positions)
            if not any(first <= start < last for first, last in spans) and not _no_sum(operator, tree, start)
        ]
    return found


def _no_sum(operator: str, tree: Any, start: Position) -> bool:
    """Whether a sign that calculates elsewhere does not here: the star of ``f(*parts)`` or ``def f(*, a)``."""
    return "BinaryOperator" in operator and tree.get_leaf_for_position(start).parent.type not in ("term", "arith_expr")
