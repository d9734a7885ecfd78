"""Every rule over the facts, and the findings in order: disagreements first, the largest gap first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .arithmetic import growths, multiples
from .cited import cited
from .counts import counts
from .dates import dates
from .daykinds import daykinds
from .differences import gaps, percent_for_points, points
from .facts import Facts
from .figures import figures
from .findings import Finding
from .lacks import lacks
from .misprints import misprints
from .names import names
from .pace import pace
from .papers import papers
from .peers import peers
from .places import places
from .ranks import ranks
from .reach import reach
from .relations import Relations, relations
from .runs import runs
from .scope import scope
from .shares import shares
from .spans import spans
from .sums import sums
from .totals import totals

Rule = Callable[[Facts, Relations], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    figures, pace, runs, dates, growths, multiples, shares, sums, totals, counts, ranks, gaps, points,
    percent_for_points, scope, places, peers, names, spans, reach, daykinds, papers, misprints, lacks, cited,
)  # fmt: skip


def audit(facts: Facts, declared: Relations | None = None) -> list[Finding]:
    """What does not fit together, ranked from 1. The same claims and rule give the same finding once."""
    known = declared or relations()
    found = {f.id: f for rule in RULES for f in rule(facts, known)}
    ordered = sorted(_once(list(found.values())), key=lambda f: (not f.disagreement, -f.severity, f.id))
    return [replace(f, rank=place) for place, f in enumerate(ordered, 1)]


def _once(found: list[Finding]) -> Iterator[Finding]:
    """What another finding tells already is left out: a stale count, a growth that the source itself
    contradicts or that was written for percentage points.
    """
    stale = {f.claims[0] for f in found if f.rule == "stale-total"}
    differing = {c for f in found if f.rule == "value-differs" for c in f.claims}
    units = {f.claims[0] for f in found if f.rule == "percent-for-points"}
    for f in found:
        first = f.claims[0]
        if f.rule in ("value-differs", "growth") and units.intersection(f.claims):
            continue
        if not ((f.rule.startswith("count-") and first in stale) or (f.rule == "growth" and first in differing)):
            yield f
