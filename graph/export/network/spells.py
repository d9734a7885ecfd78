"""Since when and until when a tie or an entity stands, as far as stated. Days are ISO texts, which sort as days do.

A date known to the month or year is the span of days that it leaves open. A tie stands from the first day of that span,
and one that is stated to have ended stands to the last day of it. No stated end: open. No date: always there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cemai.graph.model.statement import Claim


class Spell(NamedTuple):
    """First and last day, both inclusive, both open where None."""

    begin: str | None = None
    end: str | None = None


class Dates(NamedTuple):
    """The dates of a claim as ISO texts, None where it states none; `kind` is that of its date."""

    begin: str | None = None
    end: str | None = None
    kind: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    year: int | None = None

    @classmethod
    def of(cls, claim: Claim) -> Dates:
        """The dates that a claim states."""
        days = claim.date_begin, claim.date_end, claim.valid_from, claim.valid_to
        begin, end, valid_from, valid_to = (day.isoformat() if day else None for day in days)
        return cls(begin, end, claim.date_kind, valid_from, valid_to, claim.year)


ENDED = "ended"
# What brings an entity into being, and at which end of the claim it stands.
_BIRTHS = {"dated": "subject", "founded": "subject", "designated": "object", "issued": "object"}


def tie_spell(dates: Dates, ended: str | None = None) -> Spell:
    """The spell of a claim with these dates; `ended` is the last day that another claim states.

    The day of a claim of the kind ``ended`` is the end. An evaluation stands in the year that was evaluated.
    """
    begin, end = dates.begin, None
    if dates.kind == ENDED:
        begin, end = None, dates.end
    elif ended and (begin is None or begin <= ended):
        end = ended
    begin, end = begin or dates.valid_from, end or dates.valid_to
    if not begin and not end and dates.year:
        begin, end = f"{dates.year}-01-01", f"{dates.year}-12-31"
    return Spell(begin, end if not begin or not end or begin <= end else None)


def births(claim: Claim) -> Iterator[tuple[str, str]]:
    """The entity that a claim brings into being, and the first day that its date leaves open."""
    born = getattr(claim, _BIRTHS[claim.predicate]) if claim.predicate in _BIRTHS else None
    if born and claim.date_kind not in (None, ENDED, "reported") and claim.date_begin:
        yield born, claim.date_begin.isoformat()


def entity_spell(born: str | None, ended: str | None, ties: Spell) -> Spell:
    """The spell of an entity; `ties` is when the first and the last of its ties begin.

    What is tied to others before its stated begin or after its stated end stands then, too.
    """
    begin = min(born, ties.begin or born) if born else None
    end = None if ended and ties.end and ties.end > ended else ended
    return Spell(begin, end if not begin or not end or begin <= end else None)


def around(spells: Iterable[Spell]) -> Spell | None:
    """First and last day that any of the spells names; None where none names one."""
    begin, end = None, None
    for spell in spells:
        for day in spell:
            if day:
                begin, end = min(begin or day, day), max(end or day, day)
    return Spell(begin, end) if begin else None
