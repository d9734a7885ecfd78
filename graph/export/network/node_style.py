"""Colours and sizes: a colour for each family of classes, and a radius that grows with the number of ties."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

# Okabe and Ito's colours, told apart by colour-blind readers; the same as on our pages. A thing of several classes is
# named and drawn as the first of them here: Shanghai is a city before it is a province.
COLOURS = {
    **dict.fromkeys(("City", "Province", "FunctionalArea", "County", "Town", "FormerDivision", "UnnamedPlace"),
                    "#009E73"),
    **dict.fromkeys(("PilotZone", "SpecialZone"), "#B79F00"),
    "CustomsDistrict": "#56B4E9",
    **dict.fromkeys(("PlaceGroup", "Country", "Market"), "#CC79A7"),
    **dict.fromkeys(("SupervisionMode", "FrameworkPart", "Framework", "Innovation"), "#D55E00"),
    "Policy": "#0072B2",
    "Measure": "#5C6166",
    **dict.fromkeys(("Enterprise", "Association", "Agency", "Institution", "Organisation", "Person"), "#E69F00"),
    **dict.fromkeys(("PilotProgramme", "Platform", "Park", "Event", "Training", "TransportLine", "OverseasWarehouse",
                     "Fund", "Initiative", "Programme", "Cluster"), "#8C5AA8"),
}  # fmt: skip
OTHER = "#7F7F7F"
UNVERIFIED_COLOUR = "#C8C8C8"
_ORDER = {name: number for number, name in enumerate(COLOURS)}


def main_class(stated: Iterable[str]) -> str:
    """The class that names a thing of several; ``""`` for none."""
    return min(stated, key=lambda name: (_ORDER.get(name, len(_ORDER)), name), default="")


def radius(ties: int) -> float:
    """The size of a node with that many ties: its area grows with them."""
    return round(4 + 2 * sqrt(ties), 1)
