"""A claim says one thing: the dataclasses of the contract between datasets, graph and exports.

Names of things are identifiers (``place/330100``, ``innovation/1210``); concepts are keys of their scheme
(``signed`` of date-kind). `docs/codebook.md` describes every field in Chinese and English.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a field of Claim is called date
from decimal import Decimal

KINDS = ("Designation", "Adoption", "Evaluation", "Observation", "Provision", "Relation", "Report")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Positions in the squeezed text of a source: `end` exclusive, `sha256` of the UTF-8 slice."""

    role: str
    source: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that states a claim: spans of a held text, or an act or page that is only cited."""

    number: int
    source: str
    spans: tuple[Span, ...] = ()
    page: str | None = None

    @property
    def main_span(self) -> Span | None:
        """The span that carries the value, else the statement, else the first one."""
        for role in ("value", "statement"):
            for span in self.spans:
                if span.role == role:
                    return span
        return self.spans[0] if self.spans else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement with its evidence. Money is in yuan or US dollars, rates and shares in percent."""

    id: str
    kind: str
    dataset: str
    key: str
    subject: str
    predicate: str
    object: str | None = None
    text: str | None = None
    measure: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    printed: str | None = None
    hedge: str | None = None
    modality: str | None = None
    period: str | None = None
    period_printed: str | None = None
    period_begin: Day | None = None
    period_end: Day | None = None
    base_period: str | None = None
    share_of: str | None = None
    rank_scope: str | None = None
    caliber: str | None = None
    date: str | None = None
    date_begin: Day | None = None
    date_end: Day | None = None
    date_precision: str | None = None
    date_kind: str | None = None
    date_kind_basis: str | None = None
    act: str | None = None
    batch: int | None = None
    stage: str | None = None
    learned_from: str | None = None
    year: int | None = None
    tier: str | None = None
    topic: str | None = None
    beneficiary: str | None = None
    rate_pct: Decimal | None = None
    rate_base: str | None = None
    amount: Decimal | None = None
    cap: Decimal | None = None
    floor: Decimal | None = None
    currency: str | None = None
    threshold: Decimal | None = None
    threshold_unit: str | None = None
    per: str | None = None
    condition: str | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    claim_rank: str = "normal"
    rank_reason: str | None = None
    evidence_tier: str = "passage"
    confidence: str = "single-source"
    score: Decimal | None = None
    recorded_by: str | None = None
    recorded_at: Day | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def main_span(self) -> Span | None:
        """The main span of the first evidence that has one."""
        return next((e.main_span for e in self.evidence if e.main_span), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Anything that claims are about. `classes` are local names of the ontology; `properties` its own data.

    A property's value is a str (plain), a Decimal, a date, or an identifier marked by `Ref`.
    """

    id: str
    classes: tuple[str, ...]
    name_zh: str
    name_en: str | None = None
    name_en_basis: str | None = None
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    note: str | None = None
    properties: tuple[tuple[str, PropertyValue], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, Chinese first."""
        return tuple(n for n in (self.name_zh, *self.aliases_zh, self.name_en, *self.aliases_en) if n)


@dataclass(frozen=True, slots=True)
class Ref:
    """An identifier of another thing, as the value of a property."""

    id: str


PropertyValue = str | int | Decimal | Day | Ref
