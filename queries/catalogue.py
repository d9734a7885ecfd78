"""The catalogue: every .rq file with its header of ``#+`` lines (YAML)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from cemai.graph.errors import QueryError
from cemai.ontology.text import LangText

HERE = Path(__file__).parent
TYPES = ("thing", "concept", "string", "integer", "date")
NAMED = ("claim", "concept", "dataset", "term")
KINDS = (*NAMED, "date", "number")


@dataclass(frozen=True)
class Parameter:
    """A variable of the query that the caller may bind. Without a default it stays free."""

    name: str
    type: str
    zh: str
    en: str
    default: str | None = None
    scheme: str | None = None
    classes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class QueryColumn(LangText):
    """What a column of the answer means, in both languages, and what stands in it where that is always one kind.

    `kind` is ``claim``, ``concept``, ``dataset`` or ``term`` for names; things have identifiers. A ``date`` is a day in
    ISO form, a ``number`` a decimal; both are texts in plain cells.
    """

    kind: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it holds what has a key."""
        return self.kind in NAMED


@dataclass(frozen=True)
class Query:
    """One question: its name in the catalogue, text, what it answers, its parameters, and what its columns mean."""

    name: str
    text: str
    zh: str
    en: str
    questions: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, QueryColumn]


class _Header(yaml.SafeLoader):
    """YAML in which only true and false are booleans: a parameter may be called ``on``."""


_Header.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":bool") or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def all_queries() -> dict[str, Query]:
    """All queries by name (``zones/by-batch``)."""
    found = {}
    for path in sorted(HERE.glob("*/*.rq")):
        name = path.relative_to(HERE).with_suffix("").as_posix()
        found[name] = read_query(name, path.read_text(encoding="utf-8"))
    return found


def query_named(name: str) -> Query | None:
    """One query of the catalogue, or None; reads that file only."""
    path = HERE / f"{name}.rq"
    if path.parent.parent != HERE or not path.is_file():
        return None
    return read_query(name, path.read_text(encoding="utf-8"))


def read_query(name: str, text: str) -> Query:
    """A query from its text. One without a header has no parameters."""
    lines = [line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+")]
    try:
        header: Any = yaml.load("\n".join(lines), _Header) or {}  # noqa: S506 - a SafeLoader
        parameters = tuple(_parameter(key, value) for key, value in (header.get("parameters") or {}).items())
        questions = tuple(str(q) for q in header.get("questions", ()))
        columns = {str(key): _column(value) for key, value in (header.get("columns") or {}).items()}
        return Query(name, text, str(header.get("zh", "")), str(header.get("en", "")), questions, parameters, columns)
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise QueryError(f"{name}: the header is not as it must be: {error} 查询文件头有误") from None


def _column(value: Any) -> QueryColumn:
    """``{zh: …, en: …, kind: …}``; a plain text counts as English."""
    if not isinstance(value, dict):
        return QueryColumn("", str(value))
    if (kind := value.get("kind", "")) not in ("", *KINDS):
        raise QueryError(f"column kind {kind!r} is none of {', '.join(KINDS)} 列的种类有误")
    return QueryColumn(str(value["zh"]), str(value["en"]), kind)


def _parameter(name: str, value: Mapping[str, Any]) -> Parameter:
    kind = str(value.get("type", "string"))
    if kind not in TYPES:
        raise QueryError(f"parameter {name}: type {kind!r} is none of {', '.join(TYPES)}")
    default = value.get("default")
    return Parameter(
        name, kind, str(value.get("zh", "")), str(value.get("en", "")), None if default is None else str(default),
        value.get("scheme"), tuple(value.get("classes", ())),
        tuple(value.get("values", ())), bool(value.get("required", False)),
    )  # fmt: skip
