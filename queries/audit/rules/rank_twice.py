"""Two subjects at one exact rank of one scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import quote, topic


@rule("rank-twice")
def ranks_given_twice(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Ranks of one indicator, scope, period and dataset."""
    ranks: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in statements.observations:
        if c.measure == "rank" and not c.hedge and c.rank_scope:
            ranks[c.object, c.rank_scope, period_of(c), c.value, c.dataset].setdefault(c.subject, c)
    for by_subject in ranks.values():
        if len(by_subject) > 1:
            one, other = list(by_subject.values())[:2]
            a, b, place = topic(statements, one), topic(statements, other), quote(one)
            sentence = LangText(f"{a.zh}与{b.zh}同为{place.zh}。", f"{a.en} and {b.en} are both {place.en}.")
            yield finding("rank-twice", "arithmetic", (one, other), sentence, disagreement=True, disputed=2)
