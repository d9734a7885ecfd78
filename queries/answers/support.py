"""Who pays for what: one row a provision, the highest stated maximum for one applicant first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Annotated

from cemai.graph.errors import QueryError
from cemai.graph.model.normal_form import name_key
from cemai.graph.repository import UNVERIFIED, Repository
from cemai.ontology.text import LangText
from cemai.queries.runner import Cell, Row
from cemai.queries.session import Session

from .columns import AnswerColumn, AnswerRow, ClaimId, Day, Heading, Locator, Record, Tier
from .provisions import ProvisionTerms
from .topics import one_topic

NOTICE = LangText("按公布内容列示，现行是否有效未知", "as published; whether in force today is not known")
# How many projects of one firm a measure supports, where a source says so.
MOST_PROJECTS = "indicator/max-projects-per-firm"


def _maximum(_: Repository, row: Record) -> Cell:
    most = "未知 unknown" if row["maximum"] is None else f"{row['maximum']:,} {row['currency']}"
    return "\n".join(str(part) for part in (most, row["maximum_note"]) if part)


def _formula(_: Repository, row: Record) -> Cell:
    return f"{row['formula_zh']}\n{row['formula_en']}"


def _validity(_: Repository, row: Record) -> Cell:
    stated = row["valid_from"] or row["valid_to"]
    return f"{row['valid_from'] or ''}–{row['valid_to'] or ''}" if stated else ""


@dataclass(frozen=True, kw_only=True)
class Support(AnswerRow):
    """One provision. `maximum` is the most that one applicant can get as stated, in `currency`; None is not known."""

    place: str | None
    place_zh: Annotated[str | None, Heading("地方 place")]
    policy: str | None
    policy_zh: Annotated[str | None, Heading("政策 policy")]
    measure: str
    measure_zh: Annotated[str, Heading("措施 measure")]
    topic: str
    beneficiary: str
    formula_zh: str
    formula_en: str
    maximum: Annotated[int | float | None, Heading("单个申请者上限 maximum", show=_maximum)]
    currency: str | None
    maximum_note: str | None
    quantified: bool
    valid_from: Day
    valid_to: Day
    tier: Tier
    locator: Locator
    claim: ClaimId

    made = (
        AnswerColumn("formula", None, "标准 formula", show=_formula),
        AnswerColumn("valid", None, "写明有效期 stated validity", show=_validity),
    )
    shown = ("place_zh", "measure_zh", "formula", "maximum", "policy_zh", "valid", "tier", "locator")


@dataclass(frozen=True)
class Measures:
    """The rows, and how many were left out: without any figure, without stated dates, unverified."""

    rows: tuple[Support, ...]
    without_figure: int
    without_dates: int
    hidden: int


def find_support(
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
    wanted = kg.inside(kg.one(city, ("Place",))) if city is not None else None
    rows = kg.rows("measures/provisions", asked)
    ties = _ties(kg, {str(row["measure"]) for row in rows})
    rows = [row for row in rows if wanted is None or wanted & ties[str(row["measure"])].places.keys()]
    kept = [row for row in rows if unverified or row["tier"] != UNVERIFIED]
    most = _most_projects(kg, kept)
    shown = [_support(kg, row, ties[str(row["measure"])], most.get(str(row["measure"]))) for row in kept]
    hidden, undated = len(rows) - len(shown), 0
    if on:
        undated = sum(not (s.valid_from or s.valid_to) for s in shown)
        shown = [s for s in shown if _valid(s, on.isoformat())]
    figured = sorted((s for s in shown if unquantified or s.quantified), key=_order)
    claims = kg.claims(s.claim for s in figured)
    located = (replace(s, locator=kg.locator(claim)) for s, claim in zip(figured, claims, strict=True))
    return Measures(tuple(located), len(shown) - len(figured), undated, hidden)


def _order(support: Support) -> tuple[bool, bool, str, float, str]:
    """With a figure before without, known maxima first, the highest of a currency first."""
    known = support.maximum is not None
    return not support.quantified, not known, support.currency or "", -(support.maximum or 0), support.claim


def _valid(support: Support, day: str) -> bool:
    """Whether a day lies in the stated period; both its days count, and an end that is not stated is open."""
    stated = support.valid_from or support.valid_to
    return bool(stated) and (support.valid_from or day) <= day <= (support.valid_to or day)


@dataclass
class _Ties:
    """Places and policies of a measure with their names, in the order of their identifiers."""

    places: dict[str, str]
    policies: dict[str, str]


def _ties(kg: Session, measures: set[str]) -> dict[str, _Ties]:
    found: dict[str, _Ties] = defaultdict(lambda: _Ties({}, {}))
    for row in kg.rows("measures/places", {"measure": sorted(measures)}) if measures else ():
        ties = found[str(row["measure"])]
        ties.places[str(row["place"])] = str(row["place_zh"])
        if row["policy"]:
            ties.policies[str(row["policy"])] = str(row["policy_zh"])
    return found


def _beneficiary(kg: Session, text: str) -> str:
    """The key of a beneficiary by its key or name."""
    known = kg.vocabulary("beneficiary")
    for key, label in known.items():
        if name_key(text) in map(name_key, (key, label.zh, label.en)):
            return key
    raise QueryError(f"no beneficiary is called {text!r} 没有此受益对象; keys 可用: {', '.join(known)}")


def _most_projects(kg: Session, rows: Iterable[Row]) -> dict[str, int]:
    """How many projects or sites of one firm a measure supports, for those where it matters and is stated."""
    measures = sorted({str(row["measure"]) for row in rows if row["per"] in ("project", "site")})
    asked = {"subject": measures, "indicator": MOST_PROJECTS}
    found: dict[str, int] = {}
    for row in kg.rows("series/figures", asked) if measures else ():
        found.setdefault(str(row["subject"]), int(Decimal(str(row["value"]))))
    return found


def _support(kg: Session, row: Row, ties: _Ties, most_projects: int | None) -> Support:
    """A row of the query as support; where it is stated is not said yet."""
    terms = _terms(row, most_projects)
    (most, note), said = terms.maximum(kg), terms.formula(kg)
    return Support(
        place=" ".join(ties.places) or None, place_zh="、".join(ties.places.values()) or None,
        policy=" ".join(ties.policies) or None, policy_zh="、".join(ties.policies.values()) or None,
        measure=str(row["measure"]), measure_zh=str(row["measure_zh"]), topic=str(row["topic"]),
        beneficiary=str(row["beneficiary"]), formula_zh=said.zh, formula_en=said.en, maximum=_plain(most),
        currency=terms.currency if most is not None else None, maximum_note=note, quantified=terms.quantified,
        valid_from=_text(row["valid_from"]), valid_to=_text(row["valid_to"]), tier=str(row["tier"]), locator="",
        claim=str(row["claim"]),
    )  # fmt: skip


def _terms(row: Row, most_projects: int | None) -> ProvisionTerms:
    def number(name: str) -> Decimal | None:
        return None if row[name] is None else Decimal(str(row[name]))

    return ProvisionTerms(
        number("rate"), _text(row["rate_base"]), number("amount"), number("cap"), number("floor"),
        str(row["currency"] or "CNY"), number("threshold"), _text(row["threshold_unit"]), _text(row["per"]),
        _text(row["condition"]), most_projects,
    )  # fmt: skip


def _text(cell: Cell) -> str | None:
    return None if cell is None else str(cell)


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
