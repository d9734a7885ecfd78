"""A printed name that says one thing twice: one word in two spellings side by side, one year in a list of years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.claim_fields import source_of
from cemai.queries.audit.conventions import read_conventions
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.printed_names import printing
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import short_key

_YEAR_TWICE = re.compile(r"(\d{4})年?、\1")


@rule("doubled-words")
def names_with_doubled_words(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Once for a source and name, with the claims that print it."""
    printed: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for thing, claims in statements.by_thing.items():
        for name in statements.chinese_names(thing):
            if words := _doubled(name):
                for claim in printing(claims, name):
                    printed[source_of(claim), name, words].append(claim)
    for (source, name, words), claims in sorted(printed.items()):
        where = short_key(source)
        sentence = LangText(
            f"{where}所印名称“{name}”中“{words}”重复，应为误植。",
            f"{where} prints the name “{name}”: “{words}” says one thing twice, a slip.",
        )
        yield finding("doubled-words", "name-variant", claims, sentence)


def _doubled(name: str) -> str:
    """The words that say one thing twice; empty where none do."""
    pairs = (pair for a, b in read_conventions().spellings for pair in (a + b, b + a))
    year = _YEAR_TWICE.search(name)
    return next((pair for pair in pairs if pair in name), year[0] if year else "")
