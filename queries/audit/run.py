"""Every rule over the facts, and the findings in order: disagreements first, the largest gap first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .arithmetic import growths, multiples
from .counts import counts
from .dates import dates
from .differences import gaps, points
from .facts import Facts
from .figures import figures
from .findings import Finding
from .names import names
from .pace import pace
from .peers import peers
from .places import places
from .ranks import ranks
from .relations import Relations, relations
from .runs import runs
from .scope import scope
from .shares import shares
from .sums import sums
from .totals import totals

Rule = Callable[[Facts, Relations], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    figures, pace, runs, dates, growths, multiples, shares, sums, totals, counts, ranks, gaps, points, scope, places,
    peers, names,
)  # fmt: skip


def audit(facts: Facts, declared: Relations | None = None) -> list[Finding]:
    """What does not fit together, ranked from 1. The same claims and rule give the same finding once."""
    known = declared or relations()
    found = {f.id: f for rule in RULES for f in rule(facts, known)}
    ordered = sorted(_once(list(found.values())), key=lambda f: (not f.disagreement, -f.severity, f.id))
    return [replace(f, rank=place) for place, f in enumerate(ordered, 1)]


def _once(found: list[Finding]) -> Iterator[Finding]:
    """What another finding tells already is left out: a stale count, a growth that the source itself contradicts."""
    stale = {f.claims[0] for f in found if f.rule == "stale-total"}
    differing = {c for f in found if f.rule == "value-differs" for c in f.claims}
    for f in found:
        first = f.claims[0]
        if not ((f.rule.startswith("count-") and first in stale) or (f.rule == "growth" and first in differing)):
            yield f
