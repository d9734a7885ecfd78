"""Cities that one source sets side by side: their levels of one indicator and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText

from .claim_fields import has_happened, period_of, source_of
from .statement_index import StatementIndex
from .wording import joined


@lru_cache(maxsize=2)
def cities_by_table(statements: StatementIndex) -> dict[tuple[object, ...], list[Claim]]:
    """Levels of cities by indicator, unit, period and source."""
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in statements.observations:
        if c.measure == "level" and has_happened(c) and period_of(c) and statements.is_a(c.subject, "City"):
            groups[c.object, c.unit, period_of(c), source_of(c)].append(c)
    return dict(groups)


def subjects(statements: StatementIndex, claims: Iterable[Claim]) -> LangText:
    """The names of what the claims are about, each once."""
    return joined(statements.name(s) for s in dict.fromkeys(c.subject for c in claims))
