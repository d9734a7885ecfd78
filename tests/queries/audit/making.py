"""Made-up claims and things for the rules: figures in one short line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from cemai.graph.model.dates import parse
from cemai.graph.model.declared_relations import DeclaredRelations
from cemai.graph.model.entity import Entity, Ref
from cemai.graph.model.locators import sha256
from cemai.graph.model.numbers import printed_numbers
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.loaders.collection import SHIPPED
from cemai.loaders.relations import read_relations
from cemai.queries.audit.engine import audit
from cemai.queries.audit.findings import AuditFinding
from cemai.queries.audit.statement_index import StatementIndex

CLASSES = {
    "place/cn": "Country", "place/p": "Province", "place/q": "Province", "place/a": "City", "place/b": "City",
    "place/c": "City", "place/group": "PlaceGroup", "place/old": "FormerDivision", "zone/a": "PilotZone",
    "zone/b": "PilotZone", "zone/c": "PilotZone",
    "policy/x": "Policy", "innovation/mode": "SupervisionMode", "innovation/frame": "Framework",
    "org/club": "Association", "org/office": "Agency", "source/report": "Source",
    "programme/scheme": "PilotProgramme", "cluster/c": "Cluster",
}  # fmt: skip
PROVINCE = {"place/a": "place/p", "place/b": "place/p", "place/c": "place/q"}
WRITTEN = {
    "source/one": (date(2024, 6, 1), date(2024, 6, 30)),
    "source/two": (date(2024, 12, 1), date(2024, 12, 31)),
}


def days(text: str | None) -> tuple[date | None, date | None]:
    """First and last day of a normal form."""
    if text is None:
        return None, None
    span = parse(text)
    return span.begin, span.end


def figure(key: str, indicator: str, printed: str, **more: Any) -> Claim:
    """A figure of city A in yuan, from one source: its value is read from the printed form."""
    given: dict[str, Any] = {"subject": "place/a", "measure": "level", "unit": "CNY", "modality": "actual",
                             "period": "2023", "source": "one", "caliber": "unspecified"} | more  # fmt: skip
    given.setdefault("value", printed_numbers(printed)[0])
    begin, end = days(given["period"])
    source = given.pop("source")
    given["value"] = Decimal(given["value"])
    return Claim(id=f"{source}/t/{key}", kind="Observation", dataset=source, key=key, predicate="observed",
                 object=f"indicator/{indicator}", printed=printed, period_begin=begin, period_end=end,
                 evidence=(Evidence(1, f"source/{source}"),), **given)  # fmt: skip


def percent(key: str, indicator: str, printed: str, measure: str = "growth", **more: Any) -> Claim:
    """A growth or a share in percent."""
    return figure(key, indicator, printed, measure=measure, unit="percent", **more)


def dated(key: str, predicate: str, thing: str, day: str | None, date_kind: str | None, **more: Any) -> Claim:
    """A designation, adoption or dated relation of city A."""
    given: dict[str, Any] = {"subject": "place/a", "source": "one", "kind": "Relation"} | more
    begin, end = days(day)
    source, words = given.pop("source"), given.pop("words", ())
    spans = tuple(Span("statement", f"source/{source}", i, i + 1, sha256(w)) for i, w in enumerate(words))
    return Claim(id=f"{source}/t/{key}", dataset=source, key=key, predicate=predicate, object=thing, date=day,
                 date_begin=begin, date_end=end, date_kind=date_kind,
                 evidence=(Evidence(1, f"source/{source}", spans),), **given)  # fmt: skip


def things() -> dict[str, Entity]:
    """The made-up places, zones, offices and sources; sources one and two are of 2024-06 and 2024-12."""
    every = [Entity(id=i, classes=(c,), name_zh=i) for i, c in CLASSES.items()]
    every += [
        Entity(id=i, classes=("Source",), name_zh=i, properties=(("writtenBegin", b), ("writtenEnd", e)))
        for i, (b, e) in WRITTEN.items()
    ]
    known = {t.id: t for t in every}
    for place, province in PROVINCE.items():
        known[place] = replace(known[place], properties=(("inProvince", Ref(province)),))
    return known


def named(thing: str, zh: str, *aliases: str, en: str | None = None, ended: date | None = None) -> Entity:
    """One of the made-up things under names of its own; `ended` is the last day of a division."""
    properties = (("validTo", ended),) if ended else ()
    known = things().get(thing) or Entity(id=thing, classes=("Indicator",), name_zh=thing)
    return replace(known, name_zh=zh, name_en=en, aliases_zh=aliases, properties=known.properties + properties)


@cache
def shipped_relations() -> DeclaredRelations:
    """What the shipped register declares of its indicators."""
    return read_relations(SHIPPED / "reference" / "register")


def statements(*claims: Claim, more: Iterable[Entity] = (), **relations: Any) -> StatementIndex:
    """Claims about the made-up things; `more` things go before those of the same identifier.

    The relations are the shipped ones; each one given stands in the place of the shipped one of its name.
    """
    known: Mapping[str, Entity] = things() | {t.id: t for t in more}
    return StatementIndex(claims=claims, things=known, relations=replace(shipped_relations(), **relations))


def audited(*claims: Claim, more: Iterable[Entity] = (), **relations: Any) -> list[AuditFinding]:
    """What the whole audit finds in these claims."""
    return audit(statements(*claims, more=more, **relations))


def verdicts(*claims: Claim, more: Iterable[Entity] = (), **relations: Any) -> list[tuple[str, str, bool]]:
    """Rule, class and whether it is a disagreement, of every finding."""
    return [(f.rule, f.klass, f.disagreement) for f in audited(*claims, more=more, **relations)]
