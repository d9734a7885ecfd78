"""The register of rules: a function under `@rule` takes part in every audit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .findings import AuditFinding
from .statement_index import StatementIndex

Search = Callable[[StatementIndex], Iterator[AuditFinding]]


@dataclass(frozen=True, slots=True)
class AuditRule:
    """A rule: the ids that its findings bear, how it finds them, and the rules whose findings go before its own.

    A finding is left out where one of a rule in `yields_to` doubts the same claim: it says the same once more.
    """

    ids: tuple[str, ...]
    search: Search
    yields_to: tuple[str, ...] = ()


RULES: list[AuditRule] = []


def rule(*ids: str, yields_to: tuple[str, ...] = ()) -> Callable[[Search], Search]:
    """Register a function as a rule whose findings bear one of `ids` (``count-*`` stands for all that begin so)."""

    def register(search: Search) -> Search:
        RULES.append(AuditRule(ids, search, yields_to))
        return search

    return register
