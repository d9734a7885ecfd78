"""Made-up claims and facts for the rules: figures in one short line each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.model.dates import parse
from cemai.graph.model.locators import sha256
from cemai.graph.model.numbers import numbers
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.queries.audit.engine import audit
from cemai.queries.audit.findings import Finding
from cemai.queries.audit.indicator_relations import relations
from cemai.queries.audit.statement_index import Facts

CLASSES = {
    "place/cn": "Country", "place/p": "Province", "place/q": "Province", "place/a": "City", "place/b": "City",
    "place/c": "City", "place/group": "PlaceGroup", "zone/a": "PilotZone", "zone/b": "PilotZone", "zone/c": "PilotZone",
    "policy/x": "Policy", "innovation/mode": "SupervisionMode", "innovation/frame": "Framework",
    "org/club": "Association", "org/office": "Agency", "source/report": "Source",
    "programme/scheme": "PilotProgramme",
}  # fmt: skip
PROVINCE = {"place/a": "place/p", "place/b": "place/p", "place/c": "place/q"}


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
    given.setdefault("value", numbers(printed)[0])
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


def facts(*claims: Claim, **more: Any) -> Facts:
    """Facts about the made-up places; sources one and two are of 2024-06 and 2024-12."""
    written = {
        "source/one": (date(2024, 6, 1), date(2024, 6, 30)),
        "source/two": (date(2024, 12, 1), date(2024, 12, 31)),
    }
    return Facts(claims=claims, classes={k: frozenset({v}) for k, v in CLASSES.items()}, province=PROVINCE,
                 written=written, **more)  # fmt: skip


def found(*claims: Claim, **more: Any) -> list[Finding]:
    """What the whole audit finds in these claims."""
    return audit(facts(*claims, **more), relations())


def told(*claims: Claim, **more: Any) -> list[tuple[str, str, bool]]:
    """Rule, class and whether it is a disagreement, of every finding."""
    return [(f.rule, f.klass, f.disagreement) for f in found(*claims, **more)]
