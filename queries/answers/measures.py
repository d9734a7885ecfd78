"""Who pays for what: one row a provision, the highest stated maximum for one applicant first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import name_key
from cemai.graph.rdf.writer import node
from cemai.graph.repository import UNVERIFIED, short
from cemai.ontology.namespaces import identifier, term
from cemai.ontology.text import LangText
from cemai.queries.runner import Cell
from cemai.queries.session import Session
from pyoxigraph import NamedNode

from .provisions import Terms
from .topics import one_topic

NOTICE = LangText("按公布内容列示，现行是否有效未知", "as published; whether in force today is not known")
# How many projects of one firm a measure supports, where a source says so.
MOST_PROJECTS = "indicator/max-projects-per-firm"


@dataclass(frozen=True)
class Support:
    """One provision. `maximum` is the most that one applicant can get as stated, in `currency`; None is not known."""

    place: str | None
    place_zh: str | None
    policy: str | None
    policy_zh: str | None
    measure: str
    measure_zh: str
    topic: str
    beneficiary: str
    formula_zh: str
    formula_en: str
    maximum: int | float | None
    currency: str | None
    maximum_note: str | None
    quantified: bool
    valid_from: str | None
    valid_to: str | None
    tier: str
    locator: str
    claim: str

    def row(self) -> dict[str, Cell]:
        """The provision as a row for a table."""
        return asdict(self)


@dataclass(frozen=True)
class Measures:
    """The rows, and how many were left out: without any figure, without stated dates, unverified."""

    rows: tuple[Support, ...]
    without_figure: int
    without_dates: int
    hidden: int


def measures(
    kg: Session,
    topic: str | None = None,
    *,
    city: str | None = None,
    beneficiary: str | None = None,
    on: date | None = None,
    unquantified: bool = False,
    unverified: bool = False,
) -> Measures:
    """Provisions of a topic, for a place (and what lies in it), for a beneficiary, stated as valid on a day.

    Raises QueryError for a topic or beneficiary that is none, NameUnknown or NameAmbiguous for the place.
    """
    asked = {"topic": one_topic(kg, topic)} if topic is not None else {}
    if beneficiary is not None:
        asked["beneficiary"] = _beneficiary(kg, beneficiary)
    where = _where(kg)
    wanted = inside(kg, kg.one(city, ("Place",))) if city is not None else None
    rows = [r for r in kg.query("measures/provisions", asked).dicts()
            if wanted is None or wanted & set(where[str(r["measure"])].places)]  # fmt: skip
    shown = [
        _support(kg, r, where[str(r["measure"])]) for r in rows if unverified or short(str(r["tier"])) != UNVERIFIED
    ]
    hidden, undated = len(rows) - len(shown), 0
    if on:
        undated = sum(not (s.valid_from or s.valid_to) for s in shown)
        shown = [s for s in shown if _valid(s, on.isoformat())]
    figured = [s for s in shown if unquantified or s.quantified]
    return Measures(tuple(sorted(figured, key=_order)), len(shown) - len(figured), undated, hidden)


def _order(support: Support) -> tuple[bool, bool, str, float, str]:
    """With a figure before without, known maxima first, the highest of a currency first."""
    known = support.maximum is not None
    return not support.quantified, not known, support.currency or "", -(support.maximum or 0), support.claim


def _valid(support: Support, day: str) -> bool:
    stated = support.valid_from or support.valid_to
    return bool(stated) and (support.valid_from or day) <= day <= (support.valid_to or day)


@dataclass
class _Where:
    """Places and policies of a measure, in the order of their identifiers."""

    places: dict[str, str]
    policies: dict[str, str]


def _where(kg: Session) -> dict[str, _Where]:
    found: dict[str, _Where] = defaultdict(lambda: _Where({}, {}))
    for row in kg.query("measures/places").dicts():
        at = found[str(row["measure"])]
        at.places[str(row["place"])] = str(row["place_zh"])
        if row["policy"]:
            at.policies[str(row["policy"])] = str(row["policy_zh"])
    return found


def inside(kg: Session, place: str) -> set[str]:
    """A place and all that lies within it."""
    quads = kg.store.quads_for_pattern(None, NamedNode(term("within")), node(place), None)
    return {place} | {identifier(q.subject.value) for q in quads}  # type: ignore[union-attr]


def _beneficiary(kg: Session, text: str) -> str:
    """The key of a beneficiary by its key or name."""
    keys = kg.concepts("beneficiary")
    for key in keys:
        names = (key, *(kg.label(f"beneficiary/{key}", language) or key for language in ("zh", "en")))
        if name_key(text) in map(name_key, names):
            return key
    raise QueryError(f"no beneficiary is called {text!r} 没有此受益对象; keys 可用: {', '.join(keys)}")


def _support(kg: Session, row: dict[str, Cell], where: _Where) -> Support:
    terms = _terms(kg, row)
    (most, note), said = terms.maximum(kg), terms.said(kg)
    claim = short(str(row["claim"]))
    return Support(
        " ".join(where.places) or None, "、".join(where.places.values()) or None,
        " ".join(where.policies) or None, "、".join(where.policies.values()) or None,
        str(row["measure"]), str(row["measure_zh"]), _key(row["topic"]) or "", _key(row["beneficiary"]) or "",
        said.zh, said.en, _plain(most), terms.currency if most is not None else None, note, terms.quantified,
        _text(row["valid_from"]), _text(row["valid_to"]), short(str(row["tier"])), kg.locator(kg.claim(claim)), claim,
    )  # fmt: skip


def _terms(kg: Session, row: dict[str, Cell]) -> Terms:
    def number(name: str) -> Decimal | None:
        return None if row[name] is None else Decimal(str(row[name]))

    per = _key(row["per"])
    most = None
    if per in ("project", "site") and kg.find(MOST_PROJECTS):
        stated = kg.query("series/figures", {"subject": str(row["measure"]), "indicator": MOST_PROJECTS}).dicts()
        most = next((int(Decimal(str(r["value"]))) for r in stated), None)
    return Terms(
        number("rate"), _text(row["rate_base"]), number("amount"), number("cap"), number("floor"),
        _key(row["currency"]) or "CNY", number("threshold"), _key(row["threshold_unit"]), per,
        _text(row["condition"]), most,
    )  # fmt: skip


def _key(cell: Cell) -> str | None:
    return None if cell is None else str(cell).partition("/")[2]


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
