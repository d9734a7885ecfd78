"""Where a place is drawn: its coordinates, its province on the map; a customs district at the city of its name."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from cemai.graph.rdf.writer import node
from cemai.ontology.namespaces import WGS84
from cemai.viz.views.map.page import Point

from .presenter import StatementPresenter


class Coordinates:
    """Points for a map whose features bear `names`."""

    def __init__(self, presenter: StatementPresenter, names: Sequence[str]) -> None:
        self.presenter, self.names = presenter, [n for n in names if n]

    def point(self, entity: str) -> Point | None:
        """The point of a place, or None where its coordinates are not known."""
        seat = entity.startswith("customs/")
        place = self._seat(entity) if seat else entity
        if not place or (where := self._where(place)) is None:
            return None
        return Point(entity, *where, self._province(place), seat, self.presenter.short_name(entity))

    def _seat(self, district: str) -> str | None:
        """The city that a customs district is named after."""
        name = self.presenter.name(district).zh.removesuffix("海关")
        found = self.presenter.kg.find(name, ("City",))
        return found[0] if len(found) == 1 else None

    def _where(self, place: str) -> tuple[float, float] | None:
        store = self.presenter.kg.store
        found = {
            name: next((float(q.object.value) for q in  # type: ignore[union-attr]
                        store.quads_for_pattern(node(place), NamedNode(WGS84 + name), None, None)), None)
            for name in ("long", "lat")
        }  # fmt: skip
        return (found["long"], found["lat"]) if found["long"] is not None and found["lat"] is not None else None

    def _province(self, place: str) -> str:
        """The feature of the map that a place lies in, by the beginning of its province's name."""
        label = self.presenter.name(self.presenter.province(place)).zh
        return next((name for name in self.names if label.startswith(name) or name.startswith(label or "-")), "")
