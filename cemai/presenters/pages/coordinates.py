"""Where a place is drawn: its coordinates, its province on the map; a customs district at the city of its name."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import WGS84
from cemai.viz.map import Point

from .statements import Statements


class Coordinates:
    """Points for a map whose features bear `names`."""

    def __init__(self, statements: Statements, names: Sequence[str]) -> None:
        self.statements, self.names = statements, [n for n in names if n]

    def point(self, thing: str) -> Point | None:
        """The point of a place, or None where its coordinates are not known."""
        seat = thing.startswith("customs/")
        place = self._seat(thing) if seat else thing
        if not place or (where := self._where(place)) is None:
            return None
        return Point(thing, *where, self._province(place), seat, self.statements.short_name(thing))

    def _seat(self, district: str) -> str | None:
        """The city that a customs district is named after."""
        name = self.statements.name(district).zh.removesuffix("海关")
        found = self.statements.kg.find(name, ("City",))
        return found[0] if len(found) == 1 else None

    def _where(self, place: str) -> tuple[float, float] | None:
        store = self.statements.kg.store
        found = {
            name: next((float(q.object.value) for q in  # type: ignore[union-attr]
                        store.quads_for_pattern(node(place), NamedNode(WGS84 + name), None, None)), None)
            for name in ("long", "lat")
        }  # fmt: skip
        return (found["long"], found["lat"]) if found["long"] is not None and found["lat"] is not None else None

    def _province(self, place: str) -> str:
        """The feature of the map that a place lies in, by the beginning of its province's name."""
        label = self.statements.name(self.statements.province(place)).zh
        return next((name for name in self.names if label.startswith(name) or name.startswith(label or "-")), "")
