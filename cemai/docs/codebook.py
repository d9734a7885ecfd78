"""docs/codebook.md from the table of fields and the vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from cemai.graph.export.columns import COLUMNS
from cemai.graph.export.tabular.exporter import fixed_schemas
from cemai.graph.export.tabular.statements import column_words
from cemai.ontology.namespaces import SKOS
from cemai.ontology.schema import ontology_quads

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
    yield "`cemai export claims` 的各列，按顺序；不适用者为空。Made by `make docs`."
    yield ""
    yield "| column 列 | 中文 | English | values 取值 |"
    yield "|---|---|---|---|"
    for column in COLUMNS:
        field = column.field
        form = f"scheme `{field.scheme}`" if field and field.scheme else (field.form if field else "string")
        words = column_words(column)
        zh, en = _defined(words.zh, "：", words.definition.zh), _defined(words.en, ": ", words.definition.en)
        yield f"| `{column.name}` | {zh} | {en} | {form} |"
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


def _defined(label: str, colon: str, definition: str) -> str:
    """A label with its definition, which may be empty."""
    return f"{label}{colon}{definition}" if definition else label


def _tables() -> Iterator[str]:
    """The tables of `cemai export tables` beside that of claims; properties of classes are those of the ontology."""
    yield ""
    yield "## Tables 表格"
    yield ""
    yield from _TABLES
    for table in fixed_schemas():
        yield ""
        yield f"### `{table.name}` {table.label.zh} {table.label.en}"
        yield ""
        yield "| column 列 | 中文 | English | values 取值 |"
        yield "|---|---|---|---|"
        for c in table.columns:
            form = c.kind + (f" → `{c.refers}`" if c.refers else "") + ("; key 主键" if c.name in table.key else "")
            yield f"| `{c.name}` | {c.label.zh} | {c.label.en} | {form} |"


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
