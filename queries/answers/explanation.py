"""Where a claim comes from: every field that is filled, and every span; its words where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from cemai.graph.model.field import Field
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.locators import Document
from cemai.graph.model.passages import Passage
from cemai.graph.model.statement import Claim, Span
from cemai.queries.session import Session

from .columns import AnswerColumn, AnswerTable
from .sources import source_line

EVIDENCE = AnswerTable(
    (AnswerColumn("field", heading="field"), AnswerColumn("value", heading="value")), ("field", "value"), most=200
)


class Texts(Protocol):
    """Source texts that give the words of a span where its hash proves them (`cemai.loaders.evidence.documents`)."""

    folder: Path

    def document(self, source: str) -> Document | None: ...

    def passage(self, span: Span) -> Passage: ...


def explain_claims(kg: Session, ids: Iterable[str], texts: Texts | None = None) -> list[tuple[str, str]]:
    """Pairs of field and value for some claims. With `texts`, a span shows its words between its neighbours."""
    claims = kg.claims(ids)
    kg.entities.load(_named(field, value) for claim in claims for field, value in _filled(claim))
    return [pair for claim in claims for pair in _explained(kg, claim, texts)]


def _explained(kg: Session, claim: Claim, texts: Texts | None) -> Iterator[tuple[str, str]]:
    yield "id", claim.id
    yield "kind", claim.kind
    for field, value in _filled(claim):
        thing = _named(field, value)
        label = kg.label(thing) if thing else None
        yield field.name, f"{value} · {label}" if label else str(value)
    yield from _evidence(kg, claim, texts)


def _filled(claim: Claim) -> list[tuple[Field, object]]:
    """The fields of a claim that hold something."""
    values = ((field, getattr(claim, field.name)) for field in FIELDS)
    return [(field, value) for field, value in values if value is not None]


def _named(field: Field, value: object) -> str | None:
    """The thing or concept that a field holds."""
    if field.form == "thing":
        return f"dataset/{value}" if field.name == "dataset" else str(value)
    return f"{field.scheme}/{value}" if field.form == "concept" else None


def _evidence(kg: Session, claim: Claim, texts: Texts | None) -> Iterator[tuple[str, str]]:
    for evidence in claim.evidence:
        head = f"evidence {evidence.number}"
        yield head, f"{evidence.source} · {source_line(kg, evidence.source)}"
        if evidence.page:
            yield f"{head} page", evidence.page
        missing = texts is not None and bool(evidence.spans) and texts.document(evidence.source) is None
        if texts and missing:
            yield f"{head} text", f"not in {texts.folder} 目录中没有此文件"
        for span in evidence.spans:
            yield f"{head} {span.role}", _span(span, None if missing else texts)


def _span(span: Span, texts: Texts | None) -> str:
    """Positions and hash; with the texts at hand the words, and what is not shown."""
    where = f"{span.start}–{span.end} sha256 {span.sha256[:12]}…"
    if texts is None:
        return where
    passage = texts.passage(span)
    return " ".join(filter(None, (where, passage.quoted, passage.en, passage.zh)))
