"""The graph as a network: entities as nodes, and an edge for each claim that ties two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import ClassVar

from cemai.graph.export.base import Exporter
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.model.entity import Entity, Ref
from cemai.graph.model.statement import Claim
from cemai.graph.rdf.writer import prop
from cemai.graph.store.patterns import objects_of
from cemai.ontology.namespaces import RDFS
from pyoxigraph import Literal, NamedNode

from .node_style import COLOURS, OTHER, main_class, radius
from .notes import network_notes
from .places import Point, on_map, positions
from .rows import Attribute, Cell, Network, NetworkNode
from .spells import Spell, around
from .survey import Survey
from .ties import EDGE_COLUMNS, PropertyLabel

_LABEL = NamedNode(RDFS + "label")
NODE_COLUMNS = (
    Attribute("labelEn"), Attribute("class"), Attribute("classes"), Attribute("province"), Attribute("lat", "double"),
    Attribute("long", "double"), Attribute("ties", "integer"), Attribute("firstDate"), Attribute("validFrom"),
    Attribute("validTo"), Attribute("year", "integer"),
)  # fmt: skip


class NetworkExporter(Exporter):
    """Gathers a network from the claims. Who knows a file format for it overrides `write`."""

    takes: ClassVar[tuple[str, ...]] = ("unverified",)
    spans = False

    def setup(self, snapshot: Snapshot) -> None:
        self.snapshot, self.survey = snapshot, Survey(self.options.unverified)

    def statement(self, claim: Claim) -> None:
        self.survey.add(claim)

    def finish(self) -> None:
        network = self._network()
        self.write(network)
        self.report.append(f"{len(network.nodes)} nodes 节点, {len(network.edges)} edges 边 → {self.out}")

    def write(self, network: Network) -> None:
        """Write the network. Raises OutputError."""
        raise NotImplementedError

    def _network(self) -> Network:
        survey, snapshot = self.survey, self.snapshot
        survey.draw(self._property_label())
        names = sorted(survey.numbers)
        tied = list(map(snapshot.entity, names))
        over = survey.ties.over()
        spells = [survey.spell(each.id, each.text("validTo") or over.get(each.id)) for each in tied]
        provenance = snapshot.provenance()
        return Network(
            f"{provenance.zh} {provenance.en}", NODE_COLUMNS, EDGE_COLUMNS,
            list(_nodes(tied, spells, survey, snapshot)), survey.edges, provenance.until,
            network_notes(snapshot, survey.sources, survey.tiers), _interval(chain(spells, [survey.interval])),
        )  # fmt: skip

    def _property_label(self) -> PropertyLabel:
        """What a property is called; its own name where the ontology gives none."""

        @cache
        def label(name: str, language: str) -> str:
            for found in objects_of(self.snapshot.store, prop(name), _LABEL):
                if isinstance(found, Literal) and found.language == language:
                    return found.value
            return name

        return label


def _interval(spells: Iterable[Spell]) -> tuple[str, str] | None:
    found = around(spells)
    return (found.begin or "", found.end or "") if found else None


def _nodes(tied: list[Entity], spells: list[Spell], survey: Survey, snapshot: Snapshot) -> Iterator[NetworkNode]:
    numbers = [survey.numbers[each.id] for each in tied]
    fixed = {number: point for number, each in zip(numbers, tied, strict=True) if (point := _on_map(each))}
    points = positions(len(tied), fixed, survey.ends)
    for each, number, spell in zip(tied, numbers, spells, strict=True):
        x, y = points[number]
        class_ = main_class(name for name in each.classes if "://" not in name)
        degree = survey.degree[each.id]
        values = tuple(_values(each, class_, snapshot, degree, survey.first(each.id), spell))
        yield NetworkNode(each.id, each.label, values, *spell, COLOURS.get(class_, OTHER), radius(degree), x, y)


def _on_map(each: Entity) -> Point | None:
    lat, long = _degrees(each, "lat"), _degrees(each, "lon")
    return on_map(lat, long) if lat is not None and long is not None else None


def _degrees(each: Entity, name: str) -> float | None:
    return next((float(value) for value in each.values(name) if isinstance(value, Decimal)), None)


def _values(
    each: Entity, class_: str, snapshot: Snapshot, degree: int, first: str | None, spell: Spell
) -> Iterable[Cell]:  # fmt: skip
    classes = sorted(name for name in {*each.classes, *each.derived_classes} if "://" not in name)
    provinces = [value.id for name, value in each.stated() if name == "inProvince" and isinstance(value, Ref)]
    province = next(iter(provinces), None)
    province = province and snapshot.entity(province).label
    return (each.name_en, class_ or None, "|".join(classes), province, _degrees(each, "lat"), _degrees(each, "lon"),
            degree, first, spell.begin, spell.end, int(first[:4]) if first else None)  # fmt: skip
