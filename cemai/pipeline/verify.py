"""`cemai verify` and `cemai annotate`: datasets against their documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cemai.graph.errors import DataError, Where
from cemai.loaders.collection import Collection
from cemai.loaders.csv_reader import columns
from cemai.loaders.dataset import EVIDENCE, read_meta
from cemai.loaders.evidence.annotate import SUFFIX, locate_quotes, merge_evidence, merge_rows, write_table
from cemai.loaders.evidence.documents import Corpus
from cemai.loaders.evidence.verify import Checker, Fault
from cemai.loaders.schema import CLAIM_ROWS


@dataclass
class VerificationReport:
    """What a verification found. `unread` counts claims by source whose text is not at hand."""

    checked: int = 0
    spans: int = 0
    faults: list[Fault] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)


def verify_spans(collection: Collection, corpus: Path) -> VerificationReport:
    """Check every claim of tier `passage` against the texts in `corpus`."""
    sources = [source for dataset in collection.datasets for source in dataset.meta.sources]
    texts = Corpus.of_datasets(corpus, sources)
    documents = {name: text for s in sources if (text := texts.document(name := f"source/{s.id}"))}
    checker = Checker(documents, collection.names.things)
    report = VerificationReport(changed=[s.id for s in sources if texts.is_changed(f"source/{s.id}")])
    for claim in collection.all_claims():
        if claim.evidence_tier != "passage":
            continue
        if missing := checker.missing(claim):
            report.unread.update(missing)
            continue
        report.checked += 1
        report.spans += sum(len(e.spans) for e in claim.evidence)
        report.faults += checker.faults(claim)
    return report


def annotate_folder(folder: Path, corpus: Path) -> dict[str, int]:
    """Put the rows of every reading sheet into its table and their spans into evidence.csv; rows by table."""
    meta = read_meta(folder / "dataset.yml")
    kinds = {t.name: t.kind for t in meta.tables}
    source = meta.sources[0]
    document = Corpus.of_datasets(corpus, [source]).document(f"source/{source.id}")
    if document is None:
        raise DataError(Where(folder / "dataset.yml", None, "file", source.file), "no such document in the corpus")
    document = replace(document, id=source.id)  # as the tables name it
    done: dict[str, int] = {}
    spans: list[dict[str, str]] = []
    keys: set[tuple[str, str]] = set()
    for sheet in sorted(folder.glob(f"*{SUFFIX}")):
        table = sheet.name.removesuffix(SUFFIX)
        rows, found = locate_quotes(sheet, document)
        header = _header(sheet, kinds.get(table), rows)
        write_table(folder / f"{table}.csv", merge_rows(folder / f"{table}.csv", rows), header)
        done[table] = len(rows)
        spans += found
        keys |= {(table, r["key"]) for r in rows}
    merge_evidence(folder / EVIDENCE, spans, lambda table, key: (table, key) in keys)
    return done


def _header(sheet: Path, kind: str | None, rows: Sequence[dict[str, str]]) -> list[str]:
    if kind not in CLAIM_ROWS:
        raise DataError(Where(sheet), "dataset.yml names no table of claims for this sheet", "add it under tables")
    header = columns(CLAIM_ROWS[kind])
    unknown = sorted({c for r in rows for c in r} - set(header))
    if unknown:
        raise DataError(Where(sheet, 1, unknown[0]), "unknown column 未知列", f"known columns: {', '.join(header)}")
    return ["key", "subject", *(c for c in header if c not in ("key", "subject"))]
