"""What the audit finds: claims that do not fit together, the class, the size of the gap and a plain sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cemai.graph.model.statement import Claim

CLASSES = ("value", "caliber", "date-kind", "scope", "arithmetic", "stale-total", "name-variant")
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Two claims or more (`claims`: their ids) that do not fit together.

    `disagreement` is False where they need not agree: kinds of date, calibers, roundings, later totals.
    `gap` is in `gap_unit` (the unit of the figures, ``day`` for dates); `relative` is in percent of the larger
    figure. `rank` is 1 for the most serious.
    """

    id: str
    rule: str
    klass: str
    disagreement: bool
    claims: tuple[str, ...]
    gap: Decimal | None = None
    gap_unit: str | None = None
    relative: Decimal | None = None
    zh: str
    en: str
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
    sentence: tuple[str, str],
    *,
    disagreement: bool,
    gap: Decimal | None = None,
    unit: str | None = None,
    relative: Decimal | None = None,
) -> Finding:
    """A finding with its id, made of the rule and the claims' ids: the same data gives the same id."""
    ids = tuple(dict.fromkeys(c.id for c in claims))
    digest = hashlib.sha256("\n".join([rule, *sorted(ids)]).encode()).hexdigest()[:12]
    return Finding(
        id=f"disagreement/{rule}/{digest}", rule=rule, klass=klass, disagreement=disagreement, claims=ids,
        gap=None if gap is None else _short(gap), gap_unit=unit if gap is not None else None,
        relative=None if relative is None else _short(relative), zh=sentence[0], en=sentence[1],
    )  # fmt: skip


def _short(number: Decimal) -> Decimal:
    return number.quantize(_PLACES).normalize() + 0


def relative_gap(one: Decimal, other: Decimal) -> Decimal:
    """The distance of two figures in percent of the larger; 0 for two zeros.

    >>> relative_gap(Decimal(50), Decimal(40))
    Decimal('20')
    """
    larger = max(abs(one), abs(other))
    return abs(one - other) * 100 / larger if larger else Decimal(0)
