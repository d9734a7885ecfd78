"""What every view shows: statements, the things they are about, and the head and foot of its page.

Plain values, no graph: texts in both languages, dates as ISO days (``""`` where unknown).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from cemai.graph.model.date_text import brief
from cemai.ontology.text import EMPTY, LangText

from .pinyin import search_text


@dataclass(frozen=True)
class Fact:
    """One statement as pages show it.

    `date` is as printed; `begin` and `end` are the first and last day that its precision leaves open; `until` is the
    last day of what has ended. `words` is the passage where the text was at hand. `tier`, `role` and `rank` are keys.
    """

    claim: str
    subject: str
    subject_name: LangText
    role: str
    role_name: LangText
    object: str
    object_name: LangText
    tier: str
    confidence: LangText
    locator: str
    date: str = ""
    begin: str = ""
    end: str = ""
    until: str = ""
    kind: LangText = EMPTY
    act: str = ""
    act_name: LangText = EMPTY
    rank: str = "normal"
    words: str = ""
    note: LangText = EMPTY


@dataclass(frozen=True)
class Thing:
    """A thing that can be chosen: `kind` picks colour and shape, `claims` are the statements of its panel."""

    id: str
    name: LangText
    kind: str
    claims: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """As the scripts read it, with what the search looks through."""
        searched = search_text((self.name.zh, self.name.en, *self.other_names, self.id))
        return {"name": asdict(self.name), "kind": self.kind, "claims": self.claims, "search": searched}


@dataclass(frozen=True)
class Head:
    """Title, subtitle, and notes: data up to when, sources with date and interest, tiers, what silence means."""

    title: LangText
    subtitle: LangText = EMPTY
    notes: tuple[LangText, ...] = ()


def most_exact(facts: Iterable[Fact]) -> str:
    """The date that leaves least open, the earliest of those, as `brief` writes it; ``""`` without any."""
    spans = [
        (date.fromisoformat(f.end or f.begin) - date.fromisoformat(f.begin), f.begin, f.end) for f in facts if f.begin
    ]
    return brief(*min(spans)[1:]) if spans else ""


def facts_data(facts: tuple[Fact, ...]) -> dict[str, Any]:
    """The statements by claim id, as the scripts read them."""
    return {fact.claim: asdict(fact) for fact in facts}
