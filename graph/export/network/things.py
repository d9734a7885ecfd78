"""What the nodes of a network are: names in both languages, classes, province, coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from cemai.graph.rdf.reader import label
from cemai.graph.rdf.writer import graph_node, node, prop
from cemai.graph.store.backend import Source
from cemai.ontology.namespaces import CM, RDF, identifier, local
from pyoxigraph import NamedNode

from .node_style import main_class

_TYPE, _INFERRED = NamedNode(RDF + "type"), graph_node("inferred")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as the store describes it. `class_` is the main one of the stated classes, `classes` are all of them,
    derived ones included; `lat` and `long` are WGS84 degrees as printed in the data (a Datum is not stated there)."""

    zh: str
    en: str | None
    class_: str | None
    classes: tuple[str, ...]
    province: str | None
    lat: float | None
    long: float | None
    valid_to: str | None


def thing(store: Source, id_: str) -> Thing:
    """Read one thing; its id stands in for a missing name."""
    stated, derived = set[str](), set[str]()
    for quad in store.quads_for_pattern(node(id_), _TYPE, None, None):
        value: str = quad.object.value  # type: ignore[union-attr]
        if value.startswith(CM):
            (derived if quad.graph_name == _INFERRED else stated).add(local(value))
    zh, en = label(store, id_), label(store, id_, "en")
    province, lat, long = (_one(store, id_, name) for name in ("inProvince", "lat", "lon"))
    return Thing(
        zh or en or id_, en, main_class(stated) or None, tuple(sorted(stated | derived)),
        (label(store, identifier(province)) or identifier(province)) if province else None,
        float(lat) if lat else None, float(long) if long else None, _one(store, id_, "validTo"),
    )  # fmt: skip


def _one(store: Source, id_: str, name: str) -> str | None:
    values = [q.object.value for q in store.quads_for_pattern(node(id_), prop(name), None, None)]  # type: ignore[union-attr]
    return min(values, default=None)
