"""What a list behind a count is, and the register of the forms of lists."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from cemai.graph.model.count_lists import COUNT_LISTS, CountList
from cemai.graph.model.statement import Claim
from cemai.ontology.text import LangText
from cemai.queries.audit.statement_index import StatementIndex

Items = Mapping[Hashable, Claim]
NOTHING = LangText("")


@dataclass(frozen=True, slots=True)
class Listing:
    """The items counted, each with the claim that states it.

    `open`: items may be left out, so that a longer count is no contradiction. `remark` says what more is known where
    the count differs, and `proof` are then the claims that show it instead of the whole list.
    """

    items: Items
    open: bool = False
    remark: LangText = NOTHING
    proof: tuple[Claim, ...] | None = None


# The arguments are the statements, the count and the declared form (one class of COUNT_LISTS).
Lister = Callable[[StatementIndex, Claim, Any], Listing | None]
_LISTERS: dict[type[CountList], Lister] = {}


def lists(form: type[CountList]) -> Callable[[Lister], Lister]:
    """Register a function as the one that reads lists of a form."""

    def register(lister: Lister) -> Lister:
        _LISTERS[form] = lister
        return lister

    return register


def list_behind(statements: StatementIndex, count: Claim, form: CountList) -> Listing | None:
    """The list behind a count; None where nothing is known of it."""
    return _LISTERS[type(form)](statements, count, form)


def list_name(form: CountList) -> str:
    """The name of a form as ``relations.yml`` gives it."""
    return next(name for name, known in COUNT_LISTS.items() if isinstance(form, known))
