"""What the audit finds: claims that do not fit together, the class, the size of the gap and a plain sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText

CLASSES = ("value", "caliber", "date-kind", "scope", "arithmetic", "stale-total", "name-variant")
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Gap:
    """A distance in `unit` (that of the figures, ``day`` for dates); `relative` in percent of the larger figure."""

    size: Decimal
    unit: str | None
    relative: Decimal | None = None

    @classmethod
    def between(cls, one: Decimal, other: Decimal, unit: str | None) -> Gap:
        """The gap of two figures.

        >>> Gap.between(Decimal(50), Decimal(40), "CNY")
        Gap(size=Decimal('10'), unit='CNY', relative=Decimal('20'))
        """
        return cls(abs(one - other), unit, relative_gap(one, other))

    @classmethod
    def of_days(cls, number: int) -> Gap:
        """The gap of two dates."""
        return cls(Decimal(number), "day")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """Two claims or more (`claims`: their ids) that do not fit together.

    `disagreement` is False where they need not agree: kinds of date, calibers, roundings, later totals. `disputed`
    are the claims of which the finding doubts what they say. `relative` is in percent of the larger figure. `rank` is
    1 for the most serious.
    """

    id: str
    rule: str
    klass: str
    disagreement: bool
    claims: tuple[str, ...]
    disputed: tuple[str, ...]
    gap: Decimal | None = None
    gap_unit: str | None = None
    relative: Decimal | None = None
    sentence: LangText
    rank: int = 0

    @property
    def severity(self) -> Decimal:
        """Relative gap in percent, at most 100; days count as a share of a year; 1 where nothing is measured."""
        if self.relative is not None:
            return min(self.relative, Decimal(100))
        if self.gap is not None and self.gap_unit == "day":
            return min(self.gap / Decimal("3.65"), Decimal(100))
        return Decimal(1)


def finding(
    rule: str,
    klass: str,
    claims: Iterable[Claim],
    sentence: LangText,
    *,
    disagreement: bool = False,
    gap: Gap | None = None,
    disputed: int = 1,
) -> AuditFinding:
    """A finding with its id, made of the rule and the claims' ids: the same data gives the same id.

    The first `disputed` of the claims are those that the finding doubts.
    """
    ids = tuple(dict.fromkeys(c.id for c in claims))
    digest = hashlib.sha256("\n".join([rule, *sorted(ids)]).encode()).hexdigest()[:12]
    return AuditFinding(
        id=f"disagreement/{rule}/{digest}",
        rule=rule,
        klass=klass,
        disagreement=disagreement,
        claims=ids,
        disputed=ids[:disputed],
        gap=_short(gap.size) if gap else None,
        gap_unit=gap.unit if gap else None,
        relative=_short(gap.relative) if gap and gap.relative is not None else None,
        sentence=sentence,
    )


def gap_of_levels(one: Claim, other: Claim) -> Gap | None:
    """The gap of two figures, None where their units differ."""
    if one.unit != other.unit:
        return None
    return Gap.between(one.value or Decimal(0), other.value or Decimal(0), one.unit)


def _short(number: Decimal) -> Decimal:
    return number.quantize(_PLACES).normalize() + 0


def relative_gap(one: Decimal, other: Decimal) -> Decimal:
    """The distance of two figures in percent of the larger; 0 for two zeros.

    >>> relative_gap(Decimal(50), Decimal(40))
    Decimal('20')
    """
    larger = max(abs(one), abs(other))
    return abs(one - other) * 100 / larger if larger else Decimal(0)
