"""Where a claim comes from: every field that is filled, and every span; its words where the text is at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cemai.graph.errors import TextError
from cemai.graph.model.fields import FIELDS, Field
from cemai.graph.model.locators import Document, sha256
from cemai.graph.model.statement import Claim, Evidence, Span
from cemai.queries.session import Session

from .columns import Column, Table
from .sources import source_line


EVIDENCE = Table((Column("field", heading="field"), Column("value", heading="value")), ("field", "value"), most=200)


def explain_claims(kg: Session, ids: Iterable[str], corpus: Path | None = None) -> list[tuple[str, str]]:
    """Pairs of field and value for some claims. With `corpus`, a span shows its words between its neighbours."""
    claims = kg.claims(ids)
    if corpus and not corpus.is_dir():
        raise TextError(f"no folder of source texts at {corpus} 原文目录不存在")
    kg.entities.load(_named(field, value) for claim in claims for field, value in _filled(claim))
    return [pair for claim in claims for pair in _explained(kg, claim, corpus)]


def _explained(kg: Session, claim: Claim, corpus: Path | None) -> Iterator[tuple[str, str]]:
    yield "id", claim.id
    yield "kind", claim.kind
    for field, value in _filled(claim):
        thing = _named(field, value)
        label = kg.label(thing) if thing else None
        yield field.name, f"{value} · {label}" if label else str(value)
    yield from _evidence(kg, claim, corpus)


def _filled(claim: Claim) -> list[tuple[Field, object]]:
    """The fields of a claim that hold something."""
    values = ((field, getattr(claim, field.name)) for field in FIELDS)
    return [(field, value) for field, value in values if value is not None]


def _named(field: Field, value: object) -> str | None:
    """The thing or concept that a field holds."""
    if field.form == "thing":
        return f"dataset/{value}" if field.name == "dataset" else str(value)
    return f"{field.scheme}/{value}" if field.form == "concept" else None


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
