"""A dataset is a folder: ``dataset.yml``, its tables, a README. This module reads one into checked rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from cemai.graph.errors import DataError, DataErrors, Where, gathering
from cemai.graph.model.declared_relations import DeclaredRelations
from cemai.graph.model.locators import LONGEST_SPAN
from cemai.ontology.text import LangText
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic.dataclasses import dataclass as checked

from .csv_reader import read_table
from .faults import refused
from .relations import RELATIONS, read_relations
from .schema import CLAIM_ROWS, OTHER_ROWS, THING_ROWS, ClaimRow, EvidenceRow, Key, TableRow, Tier, When
from .yaml_reader import read_yaml

DESCRIPTION = "dataset.yml"
EVIDENCE = "evidence.csv"
# Numbered rows by the table and key of the claim.
EvidenceRows = dict[tuple[str, str], list[tuple[int, EvidenceRow]]]
KINDS: dict[str, type[TableRow]] = CLAIM_ROWS | THING_ROWS | OTHER_ROWS


class DatasetPart(BaseModel):
    """Base of the parts of dataset.yml: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@checked(config=ConfigDict(extra="forbid"), frozen=True)
class Bilingual(LangText):
    """A text that dataset.yml gives in both languages: neither may be left out."""

    zh: str = field()
    en: str = field()


class SourceMeta(DatasetPart):
    """A document that spans point into, or that is cited as a whole."""

    id: Key
    title: Bilingual
    publisher: Bilingual
    interest: Bilingual
    written: When
    file: str | None = None
    document_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    text_profile: Literal["squeeze-1"] | None = None


def _known_kind(kind: str) -> str:
    if kind not in KINDS:
        raise refused("unknown kind of table 未知的表类型", f"known 可用: {', '.join(KINDS)}")
    return kind


class TableMeta(DatasetPart):
    """One table: its kind and how many rows it must hold."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*\.csv$")]
    kind: Annotated[str, AfterValidator(_known_kind)]
    min: int = 1
    max: int | None = None

    @property
    def name(self) -> str:
        return self.file.removesuffix(".csv")


class DatasetMeta(DatasetPart):
    """What dataset.yml says."""

    id: Key
    title: Bilingual
    recorded_by: str
    recorded_at: date
    licence: str
    evidence_tier: Tier = "passage"
    confidence: str = "single-source"
    sources: tuple[SourceMeta, ...] = ()
    tables: tuple[TableMeta, ...]
    ignore: tuple[Ignored, ...] = ()

    @model_validator(mode="after")
    def _tables_differ(self) -> DatasetMeta:
        """Table names become parts of identifiers, where `_` reads as `-`: they must differ there, too."""
        names = [t.name.replace("_", "-") for t in self.tables]
        if twice := sorted({n for n in names if names.count(n) > 1}):
            files = ", ".join(t.file for t in self.tables if t.name.replace("_", "-") == twice[0])
            problem = f"tables: {files} have the same name (`_` and `-` count as the same) 表名重复"
            raise refused(problem, "rename one of them 请改名")
        return self


class Ignored(DatasetPart):
    """A stretch of a source that holds nothing to record, with the reason."""

    source: Key
    start: int
    end: int
    reason: str


DatasetMeta.model_rebuild()


@dataclass(frozen=True)
class Dataset:
    """A read folder: the description, the numbered rows by table, the spans by (table, key), declared relations."""

    folder: Path
    meta: DatasetMeta
    tables: dict[str, list[tuple[int, TableRow]]]
    evidence: EvidenceRows
    relations: DeclaredRelations

    def path(self, table: str) -> Path:
        return self.folder / f"{table}.csv"


def find_datasets(root: Path) -> list[Path]:
    """Every folder below `root` that holds a dataset.yml, sorted. Raises DataError when there is none."""
    folders = sorted(p.parent for p in root.rglob("dataset.yml"))
    if not folders:
        raise DataError(
            Where(root), "no dataset.yml here or below 未找到 dataset.yml", "give a folder of datasets 请给出数据集目录"
        )
    return folders


def read_dataset(folder: Path) -> Dataset:
    """Read and check one folder. Raises DataError for anything that is not as it must be."""
    meta = read_meta(folder / DESCRIPTION)
    tables: dict[str, list[tuple[int, TableRow]]] = {}
    errors: list[DataError] = []
    for table in meta.tables:
        path = folder / table.file
        with gathering(errors):
            tables[table.name] = read_table(path, KINDS[table.kind])
            _check_count(path, table, len(tables[table.name]))
            _check_keys(path, tables[table.name])
    if errors:
        raise DataErrors(errors)
    _check_files(folder, meta)
    return Dataset(folder, meta, tables, _read_evidence(folder, tables), read_relations(folder))


def read_meta(path: Path) -> DatasetMeta:
    """What a dataset.yml says. Raises DataErrors."""
    return read_yaml(path, DatasetMeta.model_validate)


def _check_count(path: Path, table: TableMeta, count: int) -> None:
    if count < table.min or (table.max is not None and count > table.max):
        problem = f"{count} rows, dataset.yml expects {table.min} to {table.max or 'any number'} 行数不符"
        raise DataError(Where(path), problem, "restore the rows or correct min/max 请恢复各行，或改正 min/max")


def _check_keys(path: Path, rows: list[tuple[int, TableRow]]) -> None:
    seen: dict[str, int] = {}
    for number, row in rows:
        column = "key" if hasattr(row, "key") else "id"
        key = getattr(row, column)
        if key in seen:
            raise DataError(Where(path, number, column, key), f"duplicate key, row {seen[key]} has it 键重复",
                            "give each row a key of its own 每行用不同的键")  # fmt: skip
        seen[key] = number


def _check_files(folder: Path, meta: DatasetMeta) -> None:
    """A table that no entry of dataset.yml names, or a file of settings that nobody reads: refuse it."""
    named = {t.file for t in meta.tables} | {EVIDENCE}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in named and not path.name.endswith(".sheet.csv"):
            raise DataError(Where(path), "dataset.yml does not name this table 未在 dataset.yml 登记",
                            "add it under tables or remove it 请登记在 tables 下或删去")  # fmt: skip
    for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        if path.name not in (DESCRIPTION, RELATIONS):
            problem = "a dataset has no such file 数据集没有这种文件"
            raise DataError(
                Where(path), problem, f"rename it to {RELATIONS}, or move it out of the folder 请改名或移出目录"
            )


def _read_evidence(folder: Path, tables: dict[str, list[tuple[int, TableRow]]]) -> EvidenceRows:
    path = folder / EVIDENCE
    found: EvidenceRows = {}
    if not path.exists():
        return found
    keys = {(t, r.key) for t, rows in tables.items() for _, r in rows if isinstance(r, ClaimRow)}
    for number, row in read_table(path, EvidenceRow):
        if (row.table, row.key) not in keys:
            raise DataError(Where(path, number, "key", f"{row.table}/{row.key}"), "no such claim 没有对应的行",
                            "remove the span or restore the row 请删去定位或恢复该行")  # fmt: skip
        if not 1 <= row.end - row.start <= LONGEST_SPAN:
            problem = f"a span has 1 to {LONGEST_SPAN} code points 定位长度须为1至{LONGEST_SPAN}字"
            raise DataError(Where(path, number, "end", row.end), problem, "locate it again 请重新定位")
        found.setdefault((row.table, row.key), []).append((number, row))
    return found
