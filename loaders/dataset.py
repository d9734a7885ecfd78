"""A dataset is a folder: ``dataset.yml``, its tables, a README. This module reads one into checked rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from cemai.graph.errors import DataError, DataErrors, Where, gathering
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from .csv_reader import read_table
from .schema import CLAIM_ROWS, OTHER_ROWS, THING_ROWS, ClaimRow, EvidenceRow, Key, Row, Tier, When

EVIDENCE = "evidence.csv"
KINDS: dict[str, type[Row]] = CLAIM_ROWS | THING_ROWS | OTHER_ROWS


class Part(BaseModel):
    """Base of the parts of dataset.yml: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(Part):
    zh: str
    en: str


class SourceMeta(Part):
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
        raise ValueError(f"unknown kind of table; known: {', '.join(KINDS)}")
    return kind


class TableMeta(Part):
    """One table: its kind and how many rows it must hold."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*\.csv$")]
    kind: Annotated[str, AfterValidator(_known_kind)]
    min: int = 1
    max: int | None = None

    @property
    def name(self) -> str:
        return self.file.removesuffix(".csv")


class DatasetMeta(Part):
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
            raise ValueError(f"tables: {files} have one name (`_` and `-` count as the same) 表名重复")
        return self


class Ignored(Part):
    """A stretch of a source that holds nothing to record, with the reason."""

    source: Key
    start: int
    end: int
    reason: str


DatasetMeta.model_rebuild()


class _UniqueKeys(yaml.SafeLoader):
    """Reads YAML as data; a key that stands twice is an error, and dates stay text until they are checked."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = sorted({str(k) for k in keys if keys.count(k) > 1})
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"key {twice[0]!r} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


_UniqueKeys.add_constructor("tag:yaml.org,2002:timestamp", _text)


@dataclass(frozen=True)
class Dataset:
    """A read folder: the description and, by table, the numbered rows; and the spans by (table, key)."""

    folder: Path
    meta: DatasetMeta
    tables: dict[str, list[tuple[int, Row]]]
    evidence: dict[tuple[str, str], list[EvidenceRow]]

    def path(self, table: str) -> Path:
        return self.folder / f"{table}.csv"


def find_datasets(root: Path) -> list[Path]:
    """Every folder below `root` that holds a dataset.yml, sorted. Raises DataError when there is none."""
    folders = sorted(p.parent for p in root.rglob("dataset.yml"))
    if not folders:
        raise DataError(Where(root), "no dataset.yml here or below 未找到 dataset.yml", "give a folder of datasets")
    return folders


def read_dataset(folder: Path) -> Dataset:
    """Read and check one folder. Raises DataError for anything that is not as it must be."""
    meta = read_meta(folder / "dataset.yml")
    tables: dict[str, list[tuple[int, Row]]] = {}
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
    return Dataset(folder, meta, tables, _read_evidence(folder, tables))


def read_meta(path: Path) -> DatasetMeta:
    try:
        content: Any = yaml.load(path.read_text(encoding="utf-8"), _UniqueKeys)  # noqa: S506 - a SafeLoader
        return DatasetMeta.model_validate(content)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        row = mark.line + 1 if mark else None
        raise DataError(Where(path, row), f"not YAML: {getattr(error, 'problem', error)}", "mend the file") from None
    except UnicodeDecodeError:
        raise DataError(Where(path), "not UTF-8 编码不是 UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        raise DataError(Where(path), f"cannot be read: {error.strerror} 无法读取", "mend the file") from None
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        value = first.get("input") if column else None
        message = first["msg"].removeprefix("Value error, ")
        raise DataError(Where(path, None, column or None, value), message, "mend the file") from None


def _check_count(path: Path, table: TableMeta, count: int) -> None:
    if count < table.min or (table.max is not None and count > table.max):
        problem = f"{count} rows, dataset.yml expects {table.min} to {table.max or 'any number'} 行数不符"
        raise DataError(Where(path), problem, "restore the rows or correct min/max")


def _check_keys(path: Path, rows: list[tuple[int, Row]]) -> None:
    seen: dict[str, int] = {}
    for number, row in rows:
        column = "key" if hasattr(row, "key") else "id"
        key = getattr(row, column)
        if key in seen:
            raise DataError(Where(path, number, column, key), f"the key stands already in row {seen[key]} 键重复",
                            "give each row a key of its own")  # fmt: skip
        seen[key] = number


def _check_files(folder: Path, meta: DatasetMeta) -> None:
    """A table that no entry of dataset.yml names would be dropped in silence: refuse it."""
    named = {t.file for t in meta.tables} | {EVIDENCE}
    for path in sorted(folder.glob("*.csv")):
        if path.name not in named and not path.name.endswith(".sheet.csv"):
            raise DataError(Where(path), "dataset.yml does not name this table 未在 dataset.yml 登记",
                            "add it under tables or remove it")  # fmt: skip


def _read_evidence(folder: Path, tables: dict[str, list[tuple[int, Row]]]) -> dict[tuple[str, str], list[EvidenceRow]]:
    path = folder / EVIDENCE
    found: dict[tuple[str, str], list[EvidenceRow]] = {}
    if not path.exists():
        return found
    keys = {(t, r.key) for t, rows in tables.items() for _, r in rows if isinstance(r, ClaimRow)}
    for number, row in read_table(path, EvidenceRow):
        if (row.table, row.key) not in keys:
            raise DataError(Where(path, number, "key", f"{row.table}/{row.key}"), "no such claim 没有对应的行",
                            "remove the span or restore the row")  # fmt: skip
        if row.end <= row.start or row.end - row.start > 300:
            raise DataError(Where(path, number, "end", row.end), "a span has 1 to 300 code points", "locate it anew")
        found.setdefault((row.table, row.key), []).append(row)
    return found
