"""Since when and until when a tie or a thing stands, as far as it is stated. Days are ISO texts, which sort as days do.

A date known to the month or year is the span of days that it leaves open. A tie stands from the first day of that span,
and one that is stated to have ended stands to the last day of it. No stated end: open. No date: always there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Spell(NamedTuple):
    """First and last day, both inclusive, both open where None."""

    begin: str | None = None
    end: str | None = None


ENDED = "ended"
# What brings a thing into being, and at which end of the claim it stands.
_BIRTHS = {"dated": "subject", "founded": "subject", "designated": "object", "issued": "object"}


def tie_spell(told: Mapping[str, str], ended: str | None = None) -> Spell:
    """The spell of one claim; `told` holds its properties by local name, `ended` the last day that another states.

    The day of a claim of the kind ``ended`` is the end. An evaluation stands in the year that was evaluated.
    """
    begin, end = told.get("dateBegin"), None
    if told.get("dateKind") == ENDED:
        begin, end = None, told.get("dateEnd")
    elif ended and (begin is None or begin <= ended):
        end = ended
    begin, end = begin or told.get("validFrom"), end or told.get("validTo")
    if not begin and not end and (year := told.get("evaluationYear")):
        begin, end = f"{year}-01-01", f"{year}-12-31"
    return Spell(begin, end if not begin or not end or begin <= end else None)


def births(told: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The thing that a claim brings into being, and the first day that its date leaves open."""
    end = _BIRTHS.get(told["predicate"], "")
    if end in told and told.get("dateKind") not in (None, ENDED, "reported") and "dateBegin" in told:
        yield told[end], told["dateBegin"]


def thing_spell(born: str | None, ended: str | None, ties: Spell) -> Spell:
    """The spell of a thing; `ties` is when the first and the last of its ties begin.

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
