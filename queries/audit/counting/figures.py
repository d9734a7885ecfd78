"""Things of a class whose figure lies above or below a bound: the provinces whose trade grew."""

from __future__ import annotations

from cemai.graph.model.count_lists import Figures
from cemai.graph.model.statement import Claim
from cemai.queries.audit.claim_fields import period_of, value_of
from cemai.queries.audit.statement_index import StatementIndex

from .listing import Listing, lists


@lists(Figures)
def with_figure(statements: StatementIndex, count: Claim, form: Figures) -> Listing | None:
    """The things whose figure of the period passes the bound, where every thing of the class has a figure."""
    figures, days = statements.figures, period_of(count)
    known = [c for c in figures.of_period(form.indicator, form.measure, days) if statements.is_a(c.subject, form.of)]
    best = (figures.best(s, form.indicator, days, count, form.measure) for s in dict.fromkeys(c.subject for c in known))
    every = [c for c in best if c]
    whole = statements.relations.complete_sets.get(form.of)
    if whole is None or len(every) < whole:
        return None
    return Listing({c.subject: c for c in every if _passes(c, form)})


def _passes(claim: Claim, form: Figures) -> bool:
    value = value_of(claim)
    return (form.over is None or value > form.over) and (form.under is None or value < form.under)
