"""One number of a total that grows, counted from two beginnings up to two ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import period_of, source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import enumeration


@rule("same-number")
def one_number_over_two_spans(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Running totals over several years, the first figure of each source."""
    groups: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for c in statements.observations:
        days = period_of(c)
        running = c.object in statements.relations.running_totals and c.measure == "level"
        if running and days and days[0].year < days[1].year:
            groups[c.subject, c.object, c.value].setdefault(source_of(c), c)
    for by_source in groups.values():
        one, *rest = sorted(by_source.values(), key=lambda c: (c.period_begin, c.id))
        for other in rest:
            if one.period_begin != other.period_begin and one.period_end != other.period_end:
                yield _finding(statements, one, other)


def _finding(statements: StatementIndex, one: Claim, other: Claim) -> AuditFinding:
    subject, a, b = statements.name(one.subject), enumeration(statements, [one]), enumeration(statements, [other])
    sentence = LangText(
        f"{subject.zh}：{a.zh}与{b.zh}数目相同而起止不同，所指不是同一些。",
        f"{subject.en}: {a.en} and {b.en} are one number over other spans: not the same ones.",
    )
    return finding("same-number", "scope", (one, other), sentence)
