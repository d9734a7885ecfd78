"""A framework whose name tells how many parts it has, and fewer or more parts that are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex

DIGITS = "零一二三四五六七八九十"


@rule("named-parts")
def parts_unlike_the_name(statements: StatementIndex) -> Iterator[AuditFinding]:
    """六体系两平台 has eight parts."""
    parts: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in statements.stated("hasPart", "partOf"):
        whole, part = (claim.subject, claim.object) if claim.predicate == "hasPart" else (claim.object, claim.subject)
        if whole and part and statements.is_a(whole, "Framework"):
            parts[whole].setdefault(part, claim)
    for whole, known in parts.items():
        name = statements.name(whole)
        number = sum(DIGITS.index(c) for c in name.zh.replace("两", "二") if c in DIGITS)
        if number > 1 and len(known) != number:
            few = len(known) < number
            zh, en = ("，所列或不完整，并非矛盾。", ": the list need not be whole.") if few else ("。", ".")
            sentence = LangText(
                f"“{name.zh}”之名有{number}项，所列为{len(known)}项{zh}",
                f"the name of {name.en} tells of {number} parts, {len(known)} are named{en}",
            )
            yield finding("named-parts", "arithmetic", known.values(), sentence, disagreement=not few)
