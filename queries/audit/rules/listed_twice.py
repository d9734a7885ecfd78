"""An entry that stands in a numbered directory twice, under one name or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.printed_names import by_hash, names_printed
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex


@rule("listed-twice")
def entries_listed_twice(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Entries by thing and directory; the count of the directory is checked apart."""
    entries: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in statements.stated("listedIn"):
        entries[claim.subject, claim.object or ""].append(claim)
    for (thing, directory), claims in entries.items():
        if len(claims) > 1:
            yield _finding(statements, thing, directory, claims)


def _finding(statements: StatementIndex, thing: str, directory: str, claims: list[Claim]) -> AuditFinding:
    ordered = sorted(claims, key=lambda c: (len(c.text or ""), c.text or "", c.id))
    numbers = [c.text or c.key for c in ordered]
    hashes = by_hash(statements.chinese_names(thing))
    names = list(dict.fromkeys(n for c in ordered for n in names_printed(c, hashes)))
    entry, where = statements.name(thing), statements.name(directory)
    zh = f"{where.zh}把{entry.zh}列了{len(claims)}次（第{'、'.join(numbers)}号）"
    en = f"{where.en} lists {entry.en} {len(claims)} times (entries {', '.join(numbers)})"
    if len(names) > 1:
        zh, en = f"{zh}，写作{'、'.join(f'“{n}”' for n in names)}", f"{en} as {', '.join(names)}"
    sentence = LangText(f"{zh}；总数已另行核对。", f"{en}; the count is checked apart.")
    return finding("listed-twice", "name-variant" if len(names) > 1 else "arithmetic", ordered, sentence)
