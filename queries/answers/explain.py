"""Where a claim comes from: every field that is filled, and every span; its words where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from cemai.graph.model.fields import FIELDS
from cemai.graph.model.locators import Document
from cemai.graph.model.passages import Passage
from cemai.graph.model.statement import Claim, Span
from cemai.queries.session import Session

from .sources import source_line


class Texts(Protocol):
    """Source texts that give the words of a span where its hash proves them (`cemai.loaders.evidence.documents`)."""

    folder: Path

    def document(self, source: str) -> Document | None: ...

    def passage(self, span: Span) -> Passage: ...


def explain(kg: Session, claim_id: str, texts: Texts | None = None) -> list[tuple[str, str]]:
    """Pairs of field and value for one claim. With `texts`, a span shows its words between its neighbours."""
    claim = kg.claim(claim_id)
    return [("id", claim.id), ("kind", claim.kind), *_fields(kg, claim), *_evidence(kg, claim, texts)]


def _fields(kg: Session, claim: Claim) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        value = getattr(claim, field.name)
        if value is None:
            continue
        named = None
        if field.form == "thing":
            named = kg.label(f"dataset/{value}" if field.name == "dataset" else str(value))
        elif field.form == "concept":
            named = kg.label(f"{field.scheme}/{value}")
        yield field.name, f"{value} · {named}" if named else str(value)


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
