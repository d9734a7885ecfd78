"""A claim says one thing: the dataclasses of the contract between datasets, graph and exports.

Names of things are identifiers (``place/330100``, ``innovation/1210``); concepts are keys of their scheme
(``signed`` of date-kind). What a field means says its property in the ontology; `docs/codebook.md` lists all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - a field of Claim is called date
from decimal import Decimal
from typing import Annotated

from .field import Field

KINDS = ("Designation", "Adoption", "Evaluation", "Observation", "Provision", "Relation", "Report")
UNVERIFIED = "unverified"  # the evidence tier of what no source at hand says


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
    dataset: Annotated[str, Field("dataset", form="thing")]
    key: Annotated[str, Field("rowKey")]
    subject: Annotated[str, Field("subject", form="thing")]
    predicate: Annotated[str, Field("predicate", form="predicate")]
    object: Annotated[str | None, Field("object", form="thing")] = None
    text: Annotated[str | None, Field("text")] = None
    measure: Annotated[str | None, Field("measure", scheme="measure")] = None
    value: Annotated[Decimal | None, Field("value")] = None
    unit: Annotated[str | None, Field("unit", scheme="unit")] = None
    printed: Annotated[str | None, Field("printed")] = None
    hedge: Annotated[str | None, Field("hedge", scheme="hedge")] = None
    modality: Annotated[str | None, Field("modality", scheme="modality")] = None
    period: Annotated[str | None, Field("period")] = None
    period_printed: Annotated[str | None, Field("periodPrinted")] = None
    period_begin: Annotated[Day | None, Field("periodBegin")] = None
    period_end: Annotated[Day | None, Field("periodEnd")] = None
    base_period: Annotated[str | None, Field("basePeriod")] = None
    share_of: Annotated[str | None, Field("shareOf", form="thing")] = None
    rank_scope: Annotated[str | None, Field("rankScope")] = None
    caliber: Annotated[str | None, Field("caliber", scheme="caliber")] = None
    date: Annotated[str | None, Field("datePrinted")] = None
    date_begin: Annotated[Day | None, Field("dateBegin")] = None
    date_end: Annotated[Day | None, Field("dateEnd")] = None
    date_precision: Annotated[str | None, Field("datePrecision", scheme="date-precision")] = None
    date_kind: Annotated[str | None, Field("dateKind", scheme="date-kind")] = None
    date_kind_basis: Annotated[str | None, Field("dateKindBasis", scheme="basis")] = None
    act: Annotated[str | None, Field("act", form="thing")] = None
    batch: Annotated[int | None, Field("batch")] = None
    stage: Annotated[str | None, Field("centralStage", scheme="stage", column="central_stage")] = None
    learned_from: Annotated[str | None, Field("learnedFrom", form="thing")] = None
    year: Annotated[int | None, Field("evaluationYear")] = None
    tier: Annotated[str | None, Field("evaluationTier", scheme="evaluation-tier")] = None
    topic: Annotated[str | None, Field("topic", scheme="topic")] = None
    beneficiary: Annotated[str | None, Field("beneficiary", scheme="beneficiary")] = None
    rate_pct: Annotated[Decimal | None, Field("ratePercent")] = None
    rate_base: Annotated[str | None, Field("rateBase")] = None
    amount: Annotated[Decimal | None, Field("amount")] = None
    cap: Annotated[Decimal | None, Field("cap")] = None
    floor: Annotated[Decimal | None, Field("floor")] = None
    currency: Annotated[str | None, Field("currency", scheme="unit")] = None
    threshold: Annotated[Decimal | None, Field("threshold")] = None
    threshold_unit: Annotated[str | None, Field("thresholdUnit", scheme="unit")] = None
    per: Annotated[str | None, Field("per", scheme="per")] = None
    condition: Annotated[str | None, Field("condition")] = None
    valid_from: Annotated[Day | None, Field("validFrom")] = None
    valid_to: Annotated[Day | None, Field("validTo")] = None
    claim_rank: Annotated[str, Field("claimRank", scheme="claim-rank")] = "normal"
    rank_reason: Annotated[str | None, Field("rankReason")] = None
    evidence_tier: Annotated[str, Field("evidenceTier", scheme="evidence-tier")] = "passage"
    confidence: Annotated[str, Field("confidence", scheme="confidence")] = "single-source"
    score: Annotated[Decimal | None, Field("score")] = None
    recorded_by: Annotated[str | None, Field("recordedBy")] = None
    recorded_at: Annotated[Day | None, Field("recordedAt")] = None
    note: Annotated[str | None, Field("note")] = None
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def main_span(self) -> Span | None:
        """The main span of the first evidence that has one."""
        return next((e.main_span for e in self.evidence if e.main_span), None)
