"""Random claims of every kind with every field of the contract."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from cemai.graph.model.fields import BY_NAME
from cemai.graph.model.statement import KINDS, ROLES, Claim, Evidence, Span
from hypothesis import strategies as st

OWN = ("id", "kind", "evidence")
MANDATORY = ("dataset", "key", "subject", "predicate", "claim_rank", "evidence_tier", "confidence")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40)
_word = st.text("abcz019", min_size=1, max_size=6)
keys = st.lists(_word, min_size=1, max_size=3).map("-".join)
identifiers = st.lists(keys, min_size=1, max_size=3).map(lambda parts: "kind/" + "/".join(parts))
decimals = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), places=6, allow_nan=False, allow_infinity=False
)
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS: dict[str, st.SearchStrategy[Any]] = {
    "string": texts, "decimal": decimals, "integer": st.integers(1, 10**6), "date": dates, "concept": keys,
    "thing": identifiers, "predicate": st.sampled_from(["piloted", "adopted", "observed", "documentNumber"]),
}  # fmt: skip


def spans(source: str) -> st.SearchStrategy[tuple[Span, ...]]:
    """Spans of one source; a span of the same positions has the same words, so the same hash."""

    def span(role: str, start: int, length: int) -> Span:
        digest = hashlib.sha256(f"{start} {length}".encode()).hexdigest()
        return Span(role, source, start, start + length, digest)

    one = st.builds(span, st.sampled_from(ROLES), st.integers(0, 10**6), st.integers(1, 300))
    return st.lists(one, max_size=4, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def evidences(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """One evidence or several, numbered from 1, each with a source of its own."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        source = f"source/{draw(keys)}"
        page = draw(st.none() | st.just("https://example.org/页?a=1"))
        found.append(Evidence(number, source, draw(spans(source)), page))
    return tuple(found)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with any choice of fields filled."""
    values: dict[str, Any] = {}
    for field in fields(Claim):
        if field.name in OWN:
            continue
        known = keys if field.name == "dataset" else FORMS[BY_NAME[field.name].form]
        values[field.name] = draw(known if field.name in MANDATORY else st.none() | known)
    values["key"] = draw(keys)
    made = f"{values['dataset']}/{draw(keys)}/{values['key']}"
    return Claim(id=made, kind=draw(st.sampled_from(KINDS)), evidence=draw(evidences()), **values)
