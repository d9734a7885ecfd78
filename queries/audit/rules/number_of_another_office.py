"""A document number whose words belong to an office of another kind than the issuer named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.conventions import read_conventions
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex


@rule("number-of-another-office")
def numbers_of_another_office(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Numbers against the offices that the same source names as issuers; a place that issued is not judged."""
    issuers: dict[str, list[Claim]] = defaultdict(list)
    for claim in statements.stated("issued"):
        if claim.object and claim.subject.startswith("org/"):
            issuers[claim.object].append(claim)
    for claim in statements.stated("documentNumber"):
        offices = _offices(claim.text or "")
        named = [c for c in issuers.get(claim.subject, ()) if source_of(c) == source_of(claim)]
        fits = any(office in statements.name(c.subject).zh for c in named for office in offices)
        if offices and named and not fits:
            yield _finding(statements, claim, named[0], offices)


def _offices(number: str) -> tuple[str, ...]:
    """What the name of the issuer of a number must hold, one of them; empty where the number does not say."""
    return next((offices for words, offices in read_conventions().document_numbers.items() if words in number), ())


def _finding(statements: StatementIndex, claim: Claim, issued: Claim, offices: tuple[str, ...]) -> AuditFinding:
    document, issuer = statements.name(claim.subject), statements.name(issued.subject)
    sentence = LangText(
        f"{document.zh}：文号“{claim.text}”属{'、'.join(offices)}一类，而所记发文机关为{issuer.zh}。",
        f"{document.en}: the number “{claim.text}” is that of an office ({', '.join(offices)}), not of {issuer.en}.",
    )
    return finding("number-of-another-office", "name-variant", (claim, issued), sentence, disagreement=True, disputed=2)
