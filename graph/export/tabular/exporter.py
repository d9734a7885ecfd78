"""Every table of a graph as a folder with their metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Protocol

from cemai.graph.errors import OutputError
from cemai.graph.export.base import Exporter
from cemai.graph.export.files import whole_folder
from cemai.graph.export.provenance import Provenance
from cemai.graph.export.snapshot import Snapshot
from cemai.graph.export.statements import StatementRows
from cemai.graph.model.entity import Entity
from cemai.graph.model.statement import UNVERIFIED, Claim

from .csv_sink import CsvSink
from .csvw import FILE as CSVW
from .csvw import csvw_metadata
from .datapackage import FILE as DATAPACKAGE
from .datapackage import package_descriptor
from .entities import entity_tables
from .findings import Findings
from .model import FilledTable, Row, TableSchema
from .parquet_sink import ParquetSink, need_polars
from .readme import readme_text
from .records import concept_table, dataset_table
from .statements import claim_row, claim_schema, evidence_rows, evidence_schema, span_rows, span_schema


class Sink(Protocol):
    """The file of a table, open for rows."""

    def add(self, row: Row) -> None:
        """Take a row."""

    def close(self) -> int:
        """Write what waits; the number of rows."""


class TablesExporter(Exporter):
    """One table a class of entities, claims with their evidence and spans, vocabularies, findings; with metadata.

    Claims are written as they come; tables of entities, which have the columns that their members need, at the end.
    """

    summary: ClassVar[str] = (
        "导出表格：每类一表，另有断言、证据、分歧与元数据 · Export tables: one per class, claims, evidence, metadata."
    )
    formats: ClassVar[tuple[str, ...]] = ("csv", "parquet")
    takes: ClassVar[tuple[str, ...]] = ("excel", "unverified", "force")

    def setup(self, snapshot: Snapshot) -> None:
        self._refuse()
        self.snapshot = snapshot
        self.folder = self.opened.enter_context(whole_folder(self.out, force=self.options.force))
        self.counts: dict[str, int] = {}
        self.schemas: list[TableSchema] = []
        self.hidden: tuple[str, ...] = ()
        self._left_out, self._kept, self._cited = 0, set[str](), set[str]()
        self._statement_rows = StatementRows(snapshot)
        self._claims, self._evidence, self._spans = map(self._open, (claim_schema(), evidence_schema(), span_schema()))

    def statement(self, claim: Claim) -> None:
        if claim.evidence_tier == UNVERIFIED and not self.options.unverified:
            self._left_out += 1
            return
        self._kept.add(claim.id)
        self._cited.update(e.source for e in claim.evidence)
        self._claims.add(claim_row(self._statement_rows, claim))
        for row in evidence_rows(claim):
            self._evidence.add(row)
        for row in span_rows(claim):
            self._spans.add(row)

    def finish(self) -> None:
        for schema, sink in zip(self.schemas, (self._claims, self._evidence, self._spans), strict=True):
            self.counts[schema.name] = sink.close()
        self.provenance = self.snapshot.provenance(self._cited)
        findings = Findings.among(self.snapshot.findings.values(), self._kept)
        self.hidden = tuple(_hidden(self._left_out, findings.left_out))
        for table in _other_tables(self.snapshot.entities, findings, self.provenance):
            self._write(table)
        self._describe()
        self.report += [*self.hidden, f"{len(self.schemas)} tables 张表 → {self.out}"]

    def _refuse(self) -> None:
        """Raise OutputError where tables cannot be written so: Parquet without polars, or for spreadsheets."""
        if self.format == "parquet":
            need_polars()
            if self.options.excel:
                raise OutputError("--excel is for CSV, not for Parquet --excel 只用于 CSV")

    def _open(self, schema: TableSchema) -> Sink:
        self.schemas.append(schema)
        path = self.folder / f"{schema.name}.{self.format}"
        if self.format == "parquet":
            return ParquetSink(path, schema)
        return CsvSink(self.opened.enter_context(path.open("wb")), schema, excel=self.options.excel)

    def _write(self, table: FilledTable) -> None:
        sink = self._open(table.schema)
        for row in table.rows:
            sink.add(row)
        self.counts[table.schema.name] = sink.close()

    def _describe(self) -> None:
        """Metadata and README beside the tables."""
        schemas, provenance = self.schemas, self.provenance
        write_json(self.folder / DATAPACKAGE, package_descriptor(self.folder, schemas, provenance, self.format))
        if self.format == "csv":
            write_json(self.folder / CSVW, csvw_metadata(schemas, provenance))
        text = readme_text(schemas, self.counts, provenance, self.format, self.hidden, excel=self.options.excel)
        (self.folder / "README.md").write_text(text, encoding="utf-8", newline="\n")


def fixed_schemas() -> list[TableSchema]:
    """The tables that every graph gives, but that of claims: for the codebook."""
    nothing = Provenance("", "", date.min, (), (), 0)
    things, *rest = (table.schema for table in _other_tables((), Findings((), 0), nothing))
    return [things, evidence_schema(), span_schema(), *rest]


def _other_tables(entities: Iterable[Entity], findings: Findings, provenance: Provenance) -> Iterator[FilledTable]:
    """All but those of claims."""
    yield from entity_tables(entities)
    yield from findings.tables()
    yield dataset_table(provenance)
    yield concept_table()


def _hidden(claims: int, findings: int) -> Iterator[str]:
    """What was left out, in lines for people."""
    for count, words in (
        (claims, "条未核实的陈述未收入 unverified statements are left out"),
        (findings, "处分歧涉及未收入的陈述，亦未收入 findings of the audit that involve them are left out"),
    ):
        if count:
            yield f"{count} {words}: --all"


def write_json(path: Path, data: Any) -> None:
    """JSON as people read it."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
