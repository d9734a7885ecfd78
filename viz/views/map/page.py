"""A map as one offline page: places as points, provinces shaded by how many there are, by date and by category.

The map is a GeoJSON whose features have names; the one that is shipped carries no approval number (审图号), which the
page says. ECharts draws the South China Sea beside it when it is registered under the name ``china``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from cemai.ontology.text import LangText
from cemai.viz.content import EntityView, Head, StatementView
from cemai.viz.page import read
from cemai.viz.shell import ViewPage, render_view


@dataclass(frozen=True)
class Category:
    """A category of a colouring; the first that applies to a point gives its colour."""

    key: str
    name: LangText
    colour: str


@dataclass(frozen=True)
class Colouring:
    """One way to colour points: by categories of their statements (`of`: claim to category), or by first date."""

    key: str
    name: LangText
    categories: tuple[Category, ...] = ()
    of: Mapping[str, str] | None = None


@dataclass(frozen=True)
class MapPoint:
    """A place on the map, in degrees; `province` is the name of a feature of the map; `seat` where a district is drawn
    at the city of its name; `short` the Chinese name written beside it."""

    thing: str
    longitude: float
    latitude: float
    province: str
    seat: bool = False
    short: str = ""


def map_page(
    head: Head, facts: tuple[StatementView, ...], things: Sequence[EntityView], points: Sequence[MapPoint],
    colourings: Sequence[Colouring], geo: Mapping[str, Any], approval: LangText, begin: str = "",
) -> str:  # fmt: skip
    """The page as HTML text. `geo` is the GeoJSON; `approval` what is to be said of it; `begin` the ISO day at which
    the slider stands first (``""``: all dates)."""
    data = {
        "points": [asdict(point) for point in points], "geo": geo,
        "colourings": [asdict(colouring) | {"of": dict(colouring.of or {})} for colouring in colourings],
    }  # fmt: skip
    library = read("assets/echarts.min.js")
    context = {
        "colourings": colourings, "approval": approval, "seats": any(point.seat for point in points),
        "hollow": any(fact.tier == "unverified" for fact in facts),
    }  # fmt: skip
    return render_view(ViewPage("map", head, facts, tuple(things), data, (library,), date=begin, context=context))


@cache
def shipped_map() -> Mapping[str, Any]:
    """The GeoJSON of China's provinces that is shipped."""
    found: Mapping[str, Any] = json.loads(read("assets/china.json"))
    return found


def feature_names(geo: Mapping[str, Any]) -> list[str]:
    """The names of the features."""
    return [str(feature.get("properties", {}).get("name", "")) for feature in geo["features"]]
