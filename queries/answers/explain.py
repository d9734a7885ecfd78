"""Where a claim comes from: every field that is filled, and every span; its words where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cemai.graph.errors import TextError
from cemai.graph.model.fields import FIELDS
from cemai.graph.model.locators import Document, sha256
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.queries.session import Session

from .sources import source_line


def explain(kg: Session, claim_id: str, corpus: Path | None = None) -> list[tuple[str, str]]:
    """Pairs of field and value for one claim. With `corpus`, a span shows its words between its neighbours."""
    claim = kg.claim(claim_id)
    if corpus and not corpus.is_dir():
        raise TextError(f"no folder of source texts at {corpus} 原文目录不存在")
    return [("id", claim.id), ("kind", claim.kind), *_fields(kg, claim), *_evidence(kg, claim, corpus)]


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


def _evidence(kg: Session, claim: Claim, corpus: Path | None) -> Iterator[tuple[str, str]]:
    for evidence in claim.evidence:
        head = f"evidence {evidence.number}"
        yield head, f"{evidence.source} · {source_line(kg, evidence.source)}"
        if evidence.page:
            yield f"{head} page", evidence.page
        document = _document(corpus, evidence) if corpus else None
        if corpus and evidence.spans and not document:
            yield f"{head} text", f"not in {corpus} 目录中没有此文件"
        for span in evidence.spans:
            yield f"{head} {span.role}", _span(span, document)


def _document(corpus: Path | None, evidence: Evidence) -> Document | None:
    name = evidence.source.removeprefix("source/")
    path = corpus / f"{name}.txt" if corpus else None
    return Document.read(name, path) if path and path.is_file() else None


def _span(span: Span, document: Document | None) -> str:
    where = f"{span.start}–{span.end} sha256 {span.sha256[:12]}…"
    if document is None:
        return where
    try:
        words = document.slice(span.start, span.end)
    except TextError as error:
        return f"{where} {error}"
    if sha256(words) != span.sha256:
        return f"{where} the text has changed, the words there are others 原文已变"
    before, _, after = document.around(span.start, span.end)
    return f"{where} …{before}【{words}】{after}…"
