"""Where a place is drawn: its coordinates, its province on the map; a customs district at the city of its name."""

from __future__ import annotations

from collections.abc import Sequence

from cemai.ontology.namespaces import WGS84
from cemai.viz.views.map.page import MapPoint

from .presenter import StatementPresenter

_DISTRICT = "customs/"


class Coordinates:
    """Points for a map whose features bear `names`."""

    def __init__(self, presenter: StatementPresenter, names: Sequence[str]) -> None:
        self.presenter, self.names = presenter, [n for n in names if n]

    def points(self, entities: Sequence[str]) -> list[MapPoint]:
        """The points of those places whose coordinates are known."""
        kg, districts = self.presenter.kg, [entity for entity in entities if entity.startswith(_DISTRICT)]
        kg.entities.look_up(map(self._city_name, districts))
        kg.entities.load(self.presenter.province(self._seat(e) or e if e in districts else e) for e in entities)
        return [point for point in map(self._point, entities) if point]

    def _point(self, entity: str) -> MapPoint | None:
        seat = entity.startswith(_DISTRICT)
        place = self._seat(entity) if seat else entity
        if not place or (where := self._where(place)) is None:
            return None
        return MapPoint(entity, *where, self._province(place), seat, self.presenter.short_name(entity))

    def _seat(self, district: str) -> str | None:
        """The city that a customs district is named after."""
        found = self.presenter.kg.find(self._city_name(district), ("City",))
        return found[0] if len(found) == 1 else None

    def _city_name(self, district: str) -> str:
        return self.presenter.name(district).zh.removesuffix("海关")

    def _where(self, place: str) -> tuple[float, float] | None:
        found = self.presenter.kg.entities.get(place)
        longitude, latitude = found.texts(WGS84 + "long"), found.texts(WGS84 + "lat")
        return (float(longitude[0]), float(latitude[0])) if longitude and latitude else None

    def _province(self, place: str) -> str:
        """The feature of the map that a place lies in, by the beginning of its province's name."""
        label = self.presenter.name(self.presenter.province(place)).zh
        return next((name for name in self.names if label.startswith(name) or name.startswith(label or "-")), "")
