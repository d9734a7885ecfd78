"""docs/codebook.md from the table of fields and the vocabularies: ``python -m cemai.docs.codebook FILE``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from cemai.graph.export.statements import COLUMNS
from cemai.graph.export.tabular.folder import fixed_tables
from cemai.graph.model.fields import BY_NAME
from cemai.ontology.namespaces import SKOS
from cemai.ontology.schema import ontology_quads

# Columns that are not fields of a claim but stand in the export.
DERIVED = {
    "id": ("陈述编号：数据集/表/行键", "id of the claim: dataset/table/row key"),
    "kind": ("陈述种类", "kind of claim"),
    "subject_name": ("主语名称", "label of the subject"),
    "object_name": ("宾语名称", "label of the object"),
    "indicator_name": ("指标名称", "label of the indicator, for observations"),
    "act_name": ("文件名称", "label of the act"),
    "source": ("主要定位所在来源；无原文时为所引文件", "source of the main span; without a text the act that is cited"),
    "source_title": ("来源标题", "title of the source"),
    "document_sha256": ("来源文件的 SHA-256", "SHA-256 of the source's file"),
    "text_profile": ("位置的计法", "how positions are counted"),
    "spans": ("全部证据的全部定位", "all spans of all evidences, each with its source"),
    "start": ("主要定位起点", "start of the main span, in squeezed code points"),
    "end": ("主要定位终点（不含）", "end of the main span, exclusive"),
    "sha256": ("主要定位文字的 SHA-256", "SHA-256 of the words of the main span"),
}

_TABLES = (
    "`cemai export tables` writes the columns above as `claim`, and these tables. Every class has a table of its own,",
    "too (`city`, `policy` …), with the columns of `thing` and the class's properties (`cemai ontology --html DIR`): a",
    "property with one value is one cell, plain edges are lists. `datapackage.json` describes every column.",
    "`cemai export tables` 将上述各列写为 `claim`，另有下列各表。每一类也各有一表（`city`、`policy` 等），",
    "含 `thing` 的各列和该类的属性（见 `cemai ontology --html 目录`）：单值属性占一格，直连边写为列表。",
    "各列说明见 `datapackage.json`。",
)


def lines() -> Iterator[str]:
    """The codebook, line by line."""
    yield "# Codebook 数据手册"
    yield ""
    yield "Columns of `cemai export claims`, in their order. Empty (null) where a column does not apply."
    yield "`cemai export claims` 的各列，按顺序；不适用者为空。Made by `python -m cemai.docs.codebook`."
    yield ""
    yield "| column 列 | 中文 | English | values 取值 |"
    yield "|---|---|---|---|"
    for column in COLUMNS:
        field = BY_NAME.get(column)
        zh, en = (field.zh, field.en) if field else DERIVED[column]
        form = f"scheme `{field.scheme}`" if field and field.scheme else (field.form if field else "string")
        yield f"| `{column}` | {zh} | {en} | {form} |"
    yield from _tables()
    yield ""
    yield "## Vocabularies 词表"
    for scheme, concepts in sorted(_concepts().items()):
        yield ""
        yield f"### {scheme}"
        yield ""
        yield "| key | 中文 | English |"
        yield "|---|---|---|"
        for key, labels in sorted(concepts.items()):
            yield f"| `{key}` | {labels.get('zh', '')} | {labels.get('en', '')} |"


def _tables() -> Iterator[str]:
    """The tables of `cemai export tables` beside that of claims; properties of classes are those of the ontology."""
    yield ""
    yield "## Tables 表格"
    yield ""
    yield from _TABLES
    for table in fixed_tables(DERIVED):
        yield ""
        yield f"### `{table.name}` {table.words.zh} {table.words.en}"
        yield ""
        yield "| column 列 | 中文 | English | values 取值 |"
        yield "|---|---|---|---|"
        for c in table.columns:
            form = c.kind + (f" → `{c.refers}`" if c.refers else "") + ("; key 主键" if c.name in table.key else "")
            yield f"| `{c.name}` | {c.words.zh} | {c.words.en} | {form} |"


def _concepts() -> dict[str, dict[str, dict[str, str]]]:
    """Labels by language, by concept key, by scheme."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for quad in ontology_quads():
        s, o = quad.subject, quad.object
        if quad.predicate.value != SKOS + "prefLabel" or not isinstance(s, NamedNode) or not isinstance(o, Literal):
            continue
        scheme, _, key = s.value.rpartition("/id/")[2].partition("/")
        if key and scheme != "scheme" and o.language:
            found.setdefault(scheme, {}).setdefault(key, {})[o.language] = o.value
    return found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text("\n".join(lines()) + "\n", encoding="utf-8")
