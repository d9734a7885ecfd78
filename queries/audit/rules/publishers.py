"""One report under two publishers in one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of, spans_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import joined, short_key

LINE = 40  # characters: names in one line published together


@rule("publishers")
def several_publishers(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Publishers of a report or policy that one source names in different places."""
    papers: dict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in statements.stated("publishes"):
        press = statements.name(claim.subject).zh.endswith("出版社")  # a press and its author are no two publishers
        if claim.object and statements.is_a(claim.object, "Source", "Policy") and not press:
            papers[claim.object, source_of(claim)].setdefault(claim.subject, claim)
    for (paper, source), by_publisher in papers.items():
        claims = list(by_publisher.values())
        if len(claims) > 1 and not _stand_together(claims):
            name, publishers = statements.name(paper), joined(statements.name(p) for p in by_publisher)
            sentence = LangText(
                f"{name.zh}在{short_key(source)}中署名不一：{publishers.zh}；或为作者与刊载平台之别。",
                f"{name.en} has several publishers ({publishers.en}): author and platform, perhaps.",
            )
            yield finding("publishers", "name-variant", claims, sentence)


def _stand_together(claims: list[Claim]) -> bool:
    """Whether the names stand in one line."""
    first, *others = [[s.start for s in spans_of(c, "subject")] for c in claims]
    return all(any(abs(a - b) <= LINE for a in first for b in other) for other in others)
