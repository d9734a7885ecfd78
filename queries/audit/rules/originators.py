"""One innovation that sources ascribe to different originators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import joined, source_key


@rule("originators")
def several_originators(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Everyone who is said to have originated the same innovation."""
    groups: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in statements.stated("originated"):
        groups[claim.object or ""].setdefault(claim.subject, claim)
    for thing, by_subject in groups.items():
        if len(by_subject) > 1:
            names = joined(_named(statements, c) for c in by_subject.values())
            innovation = statements.name(thing)
            sentence = LangText(
                f"{innovation.zh}的首创者不一：{names.zh}。",
                f"sources name different originators of {innovation.en}: {names.en}.",
            )
            yield finding(
                "originators", "value", by_subject.values(), sentence, disagreement=True, disputed=len(by_subject)
            )


def _named(statements: StatementIndex, claim: Claim) -> LangText:
    name, source = statements.name(claim.subject), source_key(claim)
    return LangText(f"{name.zh}（{source}）", f"{name.en} ({source})")
