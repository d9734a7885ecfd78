"""Every rule over the facts, and the findings in order: disagreements first, the largest gap first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cemai.queries.audit.rules.cited_before_period_end import cited
from cemai.queries.audit.rules.count_vs_list import counts
from cemai.queries.audit.rules.cumulative_jump import runs
from cemai.queries.audit.rules.date_kind_order import daykinds
from cemai.queries.audit.rules.difference_arithmetic import gaps, percent_for_points, points
from cemai.queries.audit.rules.document_numbers import papers
from cemai.queries.audit.rules.event_dates import dates
from cemai.queries.audit.rules.exceeds_nation import reach
from cemai.queries.audit.rules.growth_arithmetic import growths, multiples
from cemai.queries.audit.rules.lack_vs_presence import lacks
from cemai.queries.audit.rules.misprinted_names import misprints
from cemai.queries.audit.rules.name_variants import names
from cemai.queries.audit.rules.place_order import places
from cemai.queries.audit.rules.rank_vs_values import ranks
from cemai.queries.audit.rules.scope import scope
from cemai.queries.audit.rules.share_arithmetic import shares
from cemai.queries.audit.rules.stale_total import totals
from cemai.queries.audit.rules.sum_vs_parts import sums
from cemai.queries.audit.rules.unlike_counts import peers
from cemai.queries.audit.rules.unlike_periods import spans
from cemai.queries.audit.rules.value_or_caliber import figures
from cemai.queries.audit.rules.year_fraction import pace

from .findings import Finding
from .indicator_relations import Relations, relations
from .statement_index import Facts

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
