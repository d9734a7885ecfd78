"""A printed name in Latin letters that is like the known name, but another."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from cemai.graph.model.entity import Entity
from cemai.ontology.text import LangText
from cemai.queries.audit.findings import AuditFinding, finding
from cemai.queries.audit.printed_names import printing
from cemai.queries.audit.registry import rule
from cemai.queries.audit.statement_index import StatementIndex
from cemai.queries.audit.wording import source_key

ALIKE = 0.7


@rule("misspelt")
def names_misspelt(statements: StatementIndex) -> Iterator[AuditFinding]:
    """Once for a thing and name, with the claims that print it: the name stands against the register of names."""
    for thing in statements.things.values():
        right = _latin_name(thing)
        for name in (n for n in thing.names if right and n.isascii() and _is_misspelt(n, right)):
            if claims := printing(statements.by_thing.get(thing.id, ()), name):
                where = source_key(claims[0])
                sentence = LangText(
                    f"{where}把{right}写作“{name}”，应为误写。", f"{where} writes {right} as “{name}”, a misspelling."
                )
                yield finding("misspelt", "name-variant", claims, sentence)


def _latin_name(thing: Entity) -> str:
    """The main name in Latin letters; empty where there is none."""
    return next((n for n in (thing.name_zh, thing.name_en or "") if n and n.isascii()), "")


def _is_misspelt(name: str, right: str) -> bool:
    """Whether a name is like another but for some letters, and no short or long form of it."""
    one, other = ("".join(n.casefold().split()) for n in (name, right))
    differ = one != other and one not in other and other not in one
    return differ and SequenceMatcher(None, one, other).ratio() >= ALIKE
