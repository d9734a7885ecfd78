"""The tables of a dataset, one model a kind: every column is named here, any other is an error.

An empty cell is None. Names of things stand as words (杭州) or as identifiers (``place/330100``); they are
resolved later. Dates and periods stand in the normal form of `graph.dates`, with the printed form beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Annotated, Literal

from cemai.graph.model import dates
from cemai.graph.model.normal_form import plain
from cemai.ontology.namespaces import IDENTIFIER, KEY
from cemai.ontology.schema import load
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from .faults import refused

LONGEST_KEY = 120  # keys and identifiers become names of files
MOST_DIGITS, FINEST_PLACES = 16, 10  # what the arithmetic of the store holds with room for sums
LONGEST_TEXT = 10**9


def _is_key(value: str) -> str:
    if not KEY.fullmatch(value):
        raise refused("a key is lower-case letters and digits in groups joined by '-' 键只用小写字母、数字与连字符")
    return _not_longer(value, LONGEST_KEY)


def _is_identifier(value: str) -> str:
    if not IDENTIFIER.fullmatch(value):
        problem = "an identifier has the form kind/key, in lower-case letters, digits and '-' 编号须为“类/键”的形式"
        raise refused(problem)
    return _not_longer(value, LONGEST_KEY)


def _not_longer(value: str, longest: int) -> str:
    if len(value) > longest:
        problem = f"is {len(value)} characters long, at most {longest} are taken 有 {len(value)} 字，至多 {longest} 字"
        raise refused(problem, "shorten it 请缩短")
    return value


def _is_date(value: str) -> str:
    try:
        dates.parse(value)
    except ValueError as error:
        raise refused(f"{error} 日期无效", _date_meant(value)) from None
    return value


def _date_meant(value: str) -> str:
    """The normal form of a date that is written in another way, as far as it can be told."""
    try:
        meant = dates.parse_printed(plain(value))
    except ValueError:
        meant = None
    return f"write {meant.normal()} 请写作 {meant.normal()}" if meant else "write 2024, 2024-03 or 2024-03-07 请这样写"


def _is_day(value: str) -> str:
    if dates.parse(value).precision != "day":
        raise refused("a whole date is needed here 须为完整日期", "write year, month and day: 2022-06-30 写年月日")
    return value


def _in_vocabulary(scheme: str, value: str) -> str:
    known = load().concepts[scheme]
    if value not in known:
        raise _not_listed(f"not a key of the scheme {scheme} 词表中没有此值", known)
    return value


def _is_role(value: str) -> str:
    roles = load().leaves("hasRoleIn")
    if value not in roles:
        raise _not_listed("not a role in an innovation 不是创新中的角色", sorted(roles))
    return value


def _not_listed(problem: str, known: Sequence[str]) -> PydanticCustomError:
    """An error that tells what could stand in the cell."""
    return refused(problem, f"known 可用: {', '.join(known)}")


def _is_computable(value: Decimal) -> Decimal:
    """The store counts with decimals of 128 bits: what is larger or finer it would hold and not compare."""
    if not value:
        return Decimal(0)  # without a sign or exponent
    too_large, too_small = value.adjusted() >= MOST_DIGITS, value.adjusted() < -FINEST_PLACES
    if too_large or too_small or value != round(value, FINEST_PLACES):
        problem = "is not below 10^16 with at most 10 decimals 数值须小于 10^16，小数至多 10 位"
        raise refused(problem, "correct the number or its unit 请改正数值或单位")
    return value


def _split(value: object) -> object:
    return tuple(p.strip() for p in value.split("|") if p.strip()) if isinstance(value, str) else value or ()


def _is_name(value: str) -> str:
    if any(c in value for c in "\r\n\t"):
        raise refused("a name has no line break or tab 名称中不能换行或有制表符", "write it in one line 写成一行")
    return value


Key = Annotated[str, AfterValidator(_is_key)]
Identifier = Annotated[str, AfterValidator(_is_identifier)]
Name = Annotated[str, AfterValidator(_is_name)]
When = Annotated[str, AfterValidator(_is_date)]
WholeDay = Annotated[str, AfterValidator(_is_day)]
Names = Annotated[tuple[Name, ...], BeforeValidator(_split)]
Tier = Annotated[str, AfterValidator(partial(_in_vocabulary, "evidence-tier"))]
Rank = Annotated[str, AfterValidator(partial(_in_vocabulary, "claim-rank"))]
Basis = Annotated[str, AfterValidator(partial(_in_vocabulary, "basis"))]
SpanRole = Annotated[str, AfterValidator(partial(_in_vocabulary, "span-role"))]
Level = Annotated[str, AfterValidator(partial(_in_vocabulary, "place-level"))]
AdoptionRole = Annotated[str, AfterValidator(_is_role)]
Number = Annotated[Decimal, Field(allow_inf_nan=False), AfterValidator(_is_computable)]
Rate = Annotated[Number, Field(ge=0, le=100)]
Positive = Annotated[Number, Field(gt=0)]


class TableRow(BaseModel):
    """Base: unknown columns are errors, cells are stripped, empty cells are None."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class ClaimRow(TableRow):
    """What every table of claims may hold beside the columns of its kind."""

    key: Key
    subject: Name
    source: Name | None = None
    page: str | None = None
    evidence_tier: Tier | None = None
    confidence: str | None = None
    claim_rank: Rank = "normal"
    rank_reason: str | None = None
    note: str | None = None


class DatedRow(ClaimRow):
    """A claim that carries a date."""

    act: Name | None = None
    date: When | None = None
    date_printed: str | None = None
    date_kind: str | None = None
    date_kind_basis: Basis | None = None


class DesignationRow(DatedRow):
    object: Name
    predicate: Literal["designated"] = "designated"
    batch: Annotated[int, Field(ge=1, le=9999)] | None = None


class AdoptionRow(DatedRow):
    predicate: AdoptionRole
    object: Name
    learned_from: Name | None = None
    stage: str | None = None


class EvaluationRow(ClaimRow):
    object: Name
    predicate: Literal["evaluated"] = "evaluated"
    year: Annotated[int, Field(ge=2000, le=2100)]
    tier: str


class ObservationRow(ClaimRow):
    object: Name
    predicate: Literal["observed"] = "observed"
    measure: str
    value: Number
    unit: str
    printed: str
    hedge: str | None = None
    modality: str = "actual"
    period: When | None = None
    period_printed: str | None = None
    base_period: When | None = None
    share_of: Name | None = None
    rank_scope: str | None = None
    caliber: str = "unspecified"


class ProvisionRow(ClaimRow):
    predicate: Literal["provides"] = "provides"
    topic: str
    beneficiary: str
    rate_pct: Rate | None = None
    rate_base: str | None = None
    amount: Positive | None = None
    cap: Positive | None = None
    floor: Positive | None = None
    currency: str | None = None
    threshold: Number | None = None
    threshold_unit: str | None = None
    per: str | None = None
    condition: str | None = None
    valid_from: WholeDay | None = None
    valid_to: WholeDay | None = None
    printed: str | None = None


class RelationRow(DatedRow):
    predicate: str
    object: Name | None = None
    text: str | None = None
    printed: str | None = None


class ReportRow(ClaimRow):
    predicate: Literal["reportsChallenge", "recommends"]
    object: Name
    topic: str | None = None
    text: str


class ThingRow(TableRow):
    """Any thing: an identifier, a class of the ontology and its names."""

    id: Identifier
    class_: Annotated[str, Field(alias="class")]
    name_zh: Name
    name_en: Name | None = None
    name_en_basis: str | None = None
    aliases_zh: Names = ()
    aliases_en: Names = ()
    note: str | None = None


class PlaceRow(TableRow):
    """A current division with its GB/T 2260 code. Degrees; the datum is not stated by the source."""

    key: Annotated[str, Field(pattern=r"^\d{6}$")]
    level: Level
    province: str | None = None
    name_zh: Name
    name_en: Name
    name_en_basis: str
    aliases_zh: Names = ()
    aliases_en: Names = ()
    lon: Annotated[Decimal, Field(ge=73, le=136)] | None = None
    lat: Annotated[Decimal, Field(ge=3, le=54)] | None = None
    code_version: When
    note: str | None = None


class LocalityRow(TableRow):
    """A place that has no code of its own: a functional area or a town."""

    key: Key
    name_zh: Name
    name_en: Name | None = None
    aliases_zh: Names = ()
    parent: str | None = None
    lon: Annotated[Decimal, Field(ge=73, le=136)] | None = None
    lat: Annotated[Decimal, Field(ge=3, le=54)] | None = None
    basis: str | None = None
    note: str | None = None


class FormerRow(TableRow):
    """A division that exists no longer, with the one that came after it."""

    key: Key
    name_zh: Name
    name_en: Name | None = None
    aliases_zh: Names = ()
    province: str
    valid_to: When
    successor: str
    note: str | None = None


class IdentityRow(TableRow):
    """A decision that two names are one thing (`merged`), or that one name is several (`kept-apart`), and why."""

    key: Key
    decision: Literal["merged", "kept-apart"]
    names: Names
    things: Names
    reason: str


class EvidenceRow(TableRow):
    """One span of one evidence of one claim; several rows make an evidence."""

    table: str
    key: Key
    evidence: Annotated[int, Field(ge=1, le=9999)]
    role: SpanRole
    source: str
    start: Annotated[int, Field(ge=0, le=LONGEST_TEXT)]
    end: Annotated[int, Field(ge=1, le=LONGEST_TEXT)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


CLAIM_ROWS: dict[str, type[ClaimRow]] = {
    "Designation": DesignationRow,
    "Adoption": AdoptionRow,
    "Evaluation": EvaluationRow,
    "Observation": ObservationRow,
    "Provision": ProvisionRow,
    "Relation": RelationRow,
    "Report": ReportRow,
}
OTHER_ROWS: dict[str, type[TableRow]] = {"Identity": IdentityRow}
THING_ROWS: dict[str, type[TableRow]] = {
    "Thing": ThingRow,
    "Place": PlaceRow,
    "Area": LocalityRow,
    "Town": LocalityRow,
    "FormerDivision": FormerRow,
}
