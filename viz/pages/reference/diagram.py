"""Places of boxes and lines of the two drawings of the ontology: the trees of classes, and what ties them together.

Only positions are worked out here; the template draws them as SVG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BOX_W, BOX_H = 148, 34
COLUMN, ROW = 196, 42
# The map of the main classes: column and row of each.
GRID = {
    "Challenge": (0, 0), "Measure": (1, 0), "Policy": (2, 0), "Claim": (3, 0),
    "Innovation": (0, 1), "Actor": (1, 1), "Entity": (2, 1), "Evidence": (3, 1),
    "EvaluationRound": (0, 2), "Place": (1, 2), "Organisation": (2, 2), "Passage": (3, 2),
    "Programme": (0, 3), "Zone": (1, 3), "Province": (2, 3), "Source": (3, 3),
}  # fmt: skip
# Properties that are drawn between them, by their ends; "" is the order of classes.
TIES = (
    ("Policy", "hasMeasure", "Measure"), ("Measure", "addresses", "Challenge"), ("Claim", "act", "Policy"),
    ("Actor", "issued", "Policy"), ("Actor", "reportsChallenge", "Challenge"), ("Actor", "hasRoleIn", "Innovation"),
    ("Claim", "subject", "Entity"), ("Claim", "evidence", "Evidence"), ("Evidence", "passage", "Passage"),
    ("Passage", "inSource", "Source"), ("Place", "evaluated", "EvaluationRound"), ("Place", "designated", "Zone"),
    ("Place", "inProvince", "Province"), ("Organisation", "locatedIn", "Place"), ("Place", "designated", "Programme"),
    ("Actor", "", "Entity"), ("Place", "", "Actor"), ("Organisation", "", "Actor"),
)  # fmt: skip
WIDE, HIGH = 300, 128


@dataclass(frozen=True)
class Box:
    """A class at the middle of its box."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Connector:
    """An arrow along points; `name` is its property, empty for the order of classes; the label stands at (x, y)."""

    name: str
    points: tuple[tuple[float, float], ...]
    x: float = 0
    y: float = 0

    @property
    def path(self) -> str:
        """The points as an SVG path."""
        return "M" + " L".join(f"{x:g} {y:g}" for x, y in self.points)


@dataclass(frozen=True)
class Drawing:
    """Boxes and lines within a width and height."""

    boxes: tuple[Box, ...]
    lines: tuple[Connector, ...]
    width: float
    height: float


def tree(root: str, below: Mapping[str, Sequence[str]]) -> Drawing:
    """A class and those below it: a column a level, a row a leaf, each box level with its first leaf."""
    boxes: dict[str, Box] = {}
    row, deepest = 0, 0

    def put(name: str, depth: int) -> float:
        nonlocal row, deepest
        deepest = max(deepest, depth)
        rows = [put(child, depth + 1) for child in below.get(name, ()) if child not in boxes]
        if not rows:
            rows, row = [row * ROW + ROW / 2], row + 1
        boxes[name] = Box(name, depth * COLUMN + BOX_W / 2 + 2, rows[0])
        return boxes[name].y

    put(root, 0)
    lines = [_elbow(boxes[child], boxes[name]) for name in boxes for child in below.get(name, ())]
    return Drawing(tuple(boxes.values()), tuple(lines), deepest * COLUMN + BOX_W + 4, row * ROW)


def _elbow(child: Box, parent: Box) -> Connector:
    """From the left of a class to the right of the one above it."""
    begin, end = child.x - BOX_W / 2, parent.x + BOX_W / 2
    middle = end + (begin - end) * 0.6
    return Connector("", ((begin, child.y), (middle, child.y), (middle, parent.y), (end, parent.y)))


def ties() -> Drawing:
    """The main classes and the properties between them."""
    boxes = {name: Box(name, c * WIDE + BOX_W / 2 + 2, r * HIGH + BOX_H / 2 + 2) for name, (c, r) in GRID.items()}
    lines = tuple(_straight(boxes[one], boxes[other], name) for one, name, other in TIES)
    return Drawing(tuple(boxes.values()), lines, 3 * WIDE + BOX_W + 4, 3 * HIGH + BOX_H + 4)


def _straight(one: Box, other: Box, name: str) -> Connector:
    """From the edge of one box to the edge of the other, along the line between their middles."""
    begin, end = _edge(one, other), _edge(other, one)
    return Connector(name, (begin, end), (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)


def _edge(box: Box, toward: Box) -> tuple[float, float]:
    dx, dy = toward.x - box.x, toward.y - box.y
    reach = min(BOX_W / 2 / abs(dx) if dx else 1.0, BOX_H / 2 / abs(dy) if dy else 1.0)
    return round(box.x + dx * reach, 1), round(box.y + dy * reach, 1)
