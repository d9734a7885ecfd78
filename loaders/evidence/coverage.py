"""What of a document is covered: its tokens against the spans of claims. `docs/coverage.md` tells the rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cemai.graph.errors import TextError
from cemai.graph.model.locators import Document, sha256, squeeze
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.numbers import is_printed_as
from cemai.graph.model.statement import Claim, Span

from .tokens import Token

STATUSES = ("covered", "mentioned", "ignored", "uncovered")
VALUE_ROLES = ("value", "period")
# A value is a figure or a date; a longer span of that role is read as a statement.
LONGEST_VALUE = 40
_NUMBERS = ("value", "rate_pct", "amount", "cap", "floor", "threshold", "batch", "year")
_TEXTS = ("printed", "period_printed", "date", "text", "condition", "rank_scope")


@dataclass(frozen=True)
class SpanMatch:
    """A span whose words are still those of its hash, and its claim."""

    span: Span
    claim: Claim

    @property
    def is_value_span(self) -> bool:
        """Whether what stands inside counts as stated: a short span of role value or period."""
        return self.span.role in VALUE_ROLES and self.span.end - self.span.start <= LONGEST_VALUE


@dataclass(frozen=True)
class Ignore:
    """A stretch that holds nothing to record."""

    start: int
    end: int
    reason: str


@dataclass
class DocumentCoverage:
    """Spans and ignored stretches of one document. `known` are name keys of things that claims here name.

    `stale` counts the spans whose words are others now; they cover nothing.
    """

    document: Document
    matches: list[SpanMatch]
    ignored: Sequence[Ignore] = ()
    known: frozenset[str] = frozenset()
    stale: int = 0
    _masks: dict[str, bytearray] = field(init=False)

    def __post_init__(self) -> None:
        length = len(self.document.squeezed)
        self._masks = {name: bytearray(length) for name in ("value", "span", "ignored")}
        self.matches.sort(key=lambda match: match.span.start)
        self._starts = [match.span.start for match in self.matches]
        for match in self.matches:
            self._mark("span", match.span.start, match.span.end)
            if match.is_value_span:
                self._mark("value", match.span.start, match.span.end)
        for entry in self.ignored:
            self._mark("ignored", entry.start, entry.end)

    def _mark(self, mask: str, start: int, end: int) -> None:
        self._masks[mask][start:end] = b"\1" * (end - start)

    def is_wholly(self, mask: str, start: int, end: int) -> bool:
        """Whether every character of a stretch lies in value spans (``value``), in any (``span``), is ``ignored``."""
        return all(self._masks[mask][start:end])

    def has_span(self, start: int, end: int) -> bool:
        """Whether a span stands anywhere in the stretch."""
        return any(self._masks["span"][start:end])

    def _around(self, start: int, end: int) -> list[SpanMatch]:
        """The spans that hold the whole stretch."""
        return [m for m in self.matches[: bisect_right(self._starts, start)] if m.span.end >= end]

    def status(self, token: Token) -> str:
        """covered, mentioned, ignored or uncovered.

        Covered: by spans of role value or period, or by another span whose claim states this very number.
        """
        start, end = token.core
        if self.is_wholly("value", start, end):
            return "covered"
        if any(_states(match.claim, token) for match in self._around(start, end)):
            return "covered"
        if token.kind in ("title", "number") and not _name_keys(token.words).isdisjoint(self.known):
            return "mentioned"
        if self.is_wholly("span", start, end):
            return "mentioned"
        return "ignored" if self.is_wholly("ignored", start, end) else "uncovered"


def match_spans(
    document: Document, claims: Iterable[Claim], ignored: Sequence[Ignore] = (), known: frozenset[str] = frozenset()
) -> DocumentCoverage:
    """The coverage of one document. A span whose words have another hash is counted as stale and covers nothing."""
    pairs = [(s, c) for c in claims for e in c.evidence for s in e.spans if s.source == document.id]
    matches = [SpanMatch(span, claim) for span, claim in pairs if _holds(document, span)]
    return DocumentCoverage(document, matches, ignored, known, stale=len(pairs) - len(matches))


def _holds(document: Document, span: Span) -> bool:
    """Whether the words of a span are those that were recorded."""
    try:
        return sha256(document.slice(span.start, span.end)) == span.sha256
    except TextError:
        return False


def _name_keys(title: str) -> set[str]:
    return {name_key(title), name_key(title.removeprefix("《").removesuffix("》"))}


def _states(claim: Claim, token: Token) -> bool:
    """Whether one of the claim's own fields states the number of a figure, or the words of any token."""
    if token.kind == "figure":
        numbers = (getattr(claim, name) for name in _NUMBERS)
        if any(n is not None and is_printed_as(token.words, Decimal(n)) for n in numbers):
            return True
    words = squeeze(token.words)
    return any(_holds_words(getattr(claim, name), words) for name in _TEXTS)


def _holds_words(text: str | None, words: str) -> bool:
    """Whether words stand in a text, and no number is cut by them."""
    return bool(text) and bool(re.search(rf"(?<![\d.]){re.escape(words)}(?![\d.]*\d)", squeeze(str(text))))
