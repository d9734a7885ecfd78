"""`cemai verify` and `cemai annotate`: datasets against their documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cemai.graph.errors import DataError, Where
from cemai.graph.model.locators import Document
from cemai.loaders.collection import Collection
from cemai.loaders.csv_reader import columns
from cemai.loaders.dataset import DESCRIPTION, EVIDENCE, DatasetMeta, read_meta
from cemai.loaders.evidence.annotate import SUFFIX, locate_quotes, merge_evidence, merge_rows, write_table
from cemai.loaders.evidence.documents import Corpus
from cemai.loaders.evidence.verify import Checker, Fault
from cemai.loaders.schema import CLAIM_ROWS


@dataclass
class VerificationReport:
    """What a verification found.

    `changed` says by source how its text differs from the recorded one, `unread` counts claims by source whose text
    is not at hand.
    """

    checked: int = 0
    spans: int = 0
    faults: list[Fault] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    unread: Counter[str] = field(default_factory=Counter)


def verify_spans(collection: Collection, corpus: Path) -> VerificationReport:
    """Check every claim of tier `passage` against the texts in `corpus`."""
    sources = [source for dataset in collection.datasets for source in dataset.meta.sources]
    texts = Corpus.of_datasets(corpus, sources)
    documents = {name: text for s in sources if (text := texts.document(name := f"source/{s.id}"))}
    checker = Checker(documents, collection.names.things)
    changed = {s.id: change for s in sources if (change := texts.change(f"source/{s.id}"))}
    report = VerificationReport(changed=changed)
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


def differences(collection: Collection, corpus: Path) -> Iterator[str]:
    """What a corpus has against the datasets, a line each."""
    return differing_lines(verify_spans(collection, corpus), collection)


def differing_lines(report: VerificationReport, collection: Collection) -> Iterator[str]:
    """Texts that are others, and spans that do not hold, a line each."""
    for name, change in report.changed.items():
        yield f"changed 文件已变: {name} (another SHA-256: {change})"
    for fault in report.faults:
        yield f"{collection.origin[fault.claim]}: {fault.claim}: {fault.rule}: {fault.detail}"


def annotate_folder(folder: Path, corpus: Path) -> dict[str, int]:
    """Put the rows of every reading sheet into its table and their spans into evidence.csv; rows by table."""
    meta = read_meta(folder / DESCRIPTION)
    kinds = {t.name: t.kind for t in meta.tables}
    document = _recorded_document(folder, meta, corpus)
    tables: dict[str, tuple[list[dict[str, str]], list[str]]] = {}
    spans: list[dict[str, str]] = []
    for sheet in sorted(folder.glob(f"*{SUFFIX}")):
        table = sheet.name.removesuffix(SUFFIX)
        rows, found = locate_quotes(sheet, document)
        tables[table] = rows, _header(sheet, kinds.get(table), rows)
        spans += found
    # Nothing is written before every sheet is read.
    for table, (rows, header) in tables.items():
        write_table(folder / f"{table}.csv", merge_rows(folder / f"{table}.csv", rows), header)
    keys = {(table, row["key"]) for table, (rows, _) in tables.items() for row in rows}
    merge_evidence(folder / EVIDENCE, spans, lambda table, key: (table, key) in keys)
    return {table: len(rows) for table, (rows, _) in tables.items()}


def _recorded_document(folder: Path, meta: DatasetMeta, corpus: Path) -> Document:
    """The document that the sheets quote, called as the tables name it. Raises DataError where it is not the recorded
    one: positions in another text would stand in the tables beside those of the right one."""
    where = Where(folder / DESCRIPTION, None, "sources")
    if not meta.sources:
        raise DataError(where, "names no source 未登记来源", "add the document that the sheets quote 请登记所引的原文")
    source = meta.sources[0]
    texts = Corpus.of_datasets(corpus, [source])
    document = texts.document(f"source/{source.id}")
    if document is None:
        raise DataError(replace(where, column="sources.0.file", value=source.file),
                        "no such document in the corpus 原文目录中没有此文件",
                        f"put it into {corpus}, or correct its name 放入目录或改正文件名")  # fmt: skip
    if source.document_sha256 is None:
        problem = "the document's hash is not recorded 未记录原文的 SHA-256"
        fix = f"write document_sha256: {document.file_sha256} 请写入此值"
        raise DataError(replace(where, column="sources.0.document_sha256"), problem, fix)
    if change := texts.change(f"source/{source.id}"):
        raise DataError(Where(corpus / str(source.file), None, "SHA-256", document.file_sha256),
                        f"not the recorded document: {change} 与所记原文不符",
                        "take the recorded text; for a new one locate every span anew and record its hash "
                        "请用所记原文；若改用新文本，须重新定位并更新 SHA-256")  # fmt: skip
    return replace(document, id=source.id)


def _header(sheet: Path, kind: str | None, rows: Sequence[dict[str, str]]) -> list[str]:
    if kind not in CLAIM_ROWS:
        problem = "dataset.yml names no table of claims for this sheet 未在 dataset.yml 登记此表"
        raise DataError(Where(sheet), problem, "add it under tables 请登记在 tables 下")
    header = columns(CLAIM_ROWS[kind])
    unknown = sorted({c for r in rows for c in r} - set(header))
    if unknown:
        fix = f"known columns 可用的列: {', '.join(header)}"
        raise DataError(Where(sheet, 1, unknown[0]), "unknown column 未知列", fix)
    return ["key", "subject", *(c for c in header if c not in ("key", "subject"))]
