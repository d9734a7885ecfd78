"""A division that had ceased to exist when the source was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import short_key


@rule("former-name")
def names_of_former_divisions(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Once for a division and source, with the claims that name it."""
    for thing in sorted(statements.former):
        by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in statements.by_thing.get(thing, ()):
            by_source[source_of(claim)].append(claim)
        for source, claims in sorted(by_source.items()):
            written, ended = statements.written(source), statements.former[thing]
            if written and ended < written[0]:
                name, where = statements.name(thing), short_key(source)
                sentence = LangText(
                    f"{where}（{written[0]:%Y-%m}）仍用{name.zh}之名，该区划至迟于{ended:%Y-%m}已撤改。",
                    f"{where} ({written[0]:%Y-%m}) still writes {name.en}, which ended by {ended:%Y-%m}.",
                )
                yield finding("former-name", "name-variant", claims, sentence)
