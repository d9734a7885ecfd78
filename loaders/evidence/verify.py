"""Check a claim against the documents it points into: hash, whole token, value and names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cemai.graph.errors import TextError
from cemai.graph.model import dates
from cemai.graph.model.entity import Entity
from cemai.graph.model.locators import Document, sha256, squeeze
from cemai.graph.model.normal_form import name_key
from cemai.graph.model.numbers import is_printed_as
from cemai.graph.model.statement import Claim, Span


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: the claim, the span when it is about one, and what is wrong."""

    claim: str
    rule: str
    detail: str
    span: Span | None = None


@dataclass(frozen=True)
class Checker:
    """Checks claims of tier `passage`; documents that are not at hand are named, not guessed."""

    documents: Mapping[str, Document]
    things: Mapping[str, Entity]

    def missing(self, claim: Claim) -> set[str]:
        """Sources of a claim's spans whose text is not at hand."""
        return {s.source for e in claim.evidence for s in e.spans} - set(self.documents)

    def faults(self, claim: Claim) -> Iterator[Fault]:
        """Everything that does not hold for one claim."""
        if claim.evidence_tier != "passage":
            return
        if not any(e.spans for e in claim.evidence):
            yield Fault(claim.id, "evidence", "tier passage without a span")
        for evidence in claim.evidence:
            words: list[tuple[Span, str]] = []
            broken = False
            for span in evidence.spans:
                text, rule, problem = self._text(span)
                if rule:
                    yield Fault(claim.id, rule, problem, span)
                    broken = True
                words.append((span, text))
            if not broken:
                yield from self._words(claim, words)

    def _text(self, span: Span) -> tuple[str, str, str]:
        """The words of a span, and the rule that it breaks with an explanation (both empty when it holds)."""
        document = self.documents[span.source]
        try:
            text = document.slice(span.start, span.end)
        except TextError as error:
            return "", "outside", str(error)
        if sha256(text) != span.sha256:
            return text, "hash", f"{span.source} {span.start}-{span.end}: the words there have another hash"
        if span.role in ("value", "period") and not document.is_whole_token(span.start, span.end):
            return text, "token", f"{span.source} {span.start}-{span.end}: cuts through a number: {text!r}"
        return text, "", ""

    def _words(self, claim: Claim, words: list[tuple[Span, str]]) -> Iterator[Fault]:
        by_role: dict[str, list[str]] = {}
        for span, text in words:
            by_role.setdefault(span.role, []).append(text)
        yield from self._value(claim, by_role.get("value", []), by_role.get("unit", []))
        naming = by_role.get("subject", []) + by_role.get("header", [])
        if not self._named(claim.subject, naming):
            yield Fault(claim.id, "subject", f"no name of {claim.subject} in {naming}")
        if claim.kind in ("Adoption", "Relation") and claim.object is not None:
            everything = [text for _, text in words]
            if not self._named(claim.object, everything):
                yield Fault(claim.id, "object", f"no name of {claim.object} in {everything}")

    def _value(self, claim: Claim, texts: list[str], units: list[str]) -> Iterator[Fault]:
        printed = claim.printed or claim.date
        if printed and texts and not any(squeeze(printed) in t for t in texts):
            yield Fault(claim.id, "value", f"{printed!r} is not in {texts}")
        if claim.kind == "Observation" and claim.printed and claim.value is not None:
            if not texts:
                yield Fault(claim.id, "value", "an observation without a value span")
            scales = [m.group() for unit in (*units, *texts) for m in re.finditer("[百千万亿]+", unit)]
            if not any(is_printed_as(claim.printed + scale, claim.value) for scale in ("", *scales)):
                yield Fault(claim.id, "number", f"{claim.printed!r} does not read as {claim.value}")
        if claim.date and claim.date_begin:
            try:
                read = dates.parse_printed(claim.date)
            except ValueError as error:
                yield Fault(claim.id, "date", f"{claim.date!r}: {error}")
                return
            if read and (read.begin, read.end) != (claim.date_begin, claim.date_end):
                yield Fault(claim.id, "date", f"{claim.date!r} does not read as {claim.date_begin}")

    def _named(self, thing: str, texts: Iterable[str]) -> bool:
        keys = list(filter(None, map(name_key, self.things[thing].names)))
        return any(key in name_key(text) for text in texts for key in keys)
