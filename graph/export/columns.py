"""The columns of a table of claims: those of the fields, and those that are made of them.

A field of a claim (`graph.model.statement`) has a column by being one, and its meaning is that of its property; here
stand only columns that are no field, and where they come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cemai.graph.model.field import Field
from cemai.graph.model.fields import BY_NAME, FIELDS
from cemai.ontology.text import EMPTY, LangText


@dataclass(frozen=True, slots=True)
class StatementColumn:
    """A column: its name, and the field whose value it holds; for one that is made of others its meaning."""

    name: str
    words: LangText = EMPTY
    field: Field | None = None


_FIRST = (
    StatementColumn("id", LangText("陈述编号：数据集/表/行键", "id of the claim: dataset/table/row key")),
    StatementColumn("kind", LangText("陈述种类", "kind of claim")),
)
_AFTER = {
    "subject": StatementColumn("subject_name", LangText("主语名称", "label of the subject")),
    "object": StatementColumn("object_name", LangText("宾语名称", "label of the object")),
    "measure": StatementColumn("indicator_name", LangText("指标名称", "label of the indicator, for observations")),
    "act": StatementColumn("act_name", LangText("文件名称", "label of the act")),
}
_LAST = (
    StatementColumn("source", LangText("主要定位所在来源；无原文时为所引文件",
                                       "source of the main span; without a text the act that is cited")),
    StatementColumn("source_title", LangText("来源标题", "title of the source")),
    StatementColumn("document_sha256", LangText("来源文件的 SHA-256", "SHA-256 of the source's file")),
    StatementColumn("text_profile", LangText("位置的计法", "how positions are counted")),
    StatementColumn("spans", LangText("全部证据的全部定位", "all spans of all evidences, each with its source")),
    StatementColumn("start", LangText("主要定位起点", "start of the main span, in squeezed code points")),
    StatementColumn("end", LangText("主要定位终点（不含）", "end of the main span, exclusive")),
    StatementColumn("sha256", LangText("主要定位文字的 SHA-256", "SHA-256 of the words of the main span")),
)  # fmt: skip
# Fields that the first list of columns did not have, and every field behind the note. They stand last, so that no
# column that had a place moves.
_ADDED = ("period_printed", "stage", "learned_from", *(f.name for f in FIELDS[FIELDS.index(BY_NAME["note"]) :]))


def _columns() -> Iterator[StatementColumn]:
    of_fields = {f.name: StatementColumn(f.column, field=f) for f in FIELDS}
    yield from _FIRST
    for name, column in of_fields.items():
        if name not in _ADDED:
            yield column
        if name in _AFTER:
            yield _AFTER[name]
    yield from _LAST
    yield from (of_fields[name] for name in _ADDED)


COLUMNS: tuple[StatementColumn, ...] = tuple(_columns())
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
