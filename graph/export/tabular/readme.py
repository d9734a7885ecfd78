"""README.md of a folder of tables, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cemai.graph.export.provenance import UNKNOWN, Provenance

from .csvw import FILE as CSVW
from .datapackage import FILE as DATAPACKAGE
from .model import TableSchema
from .schema_columns import schemes

_READING = {
    "csv": (
        "UTF-8；空单元格表示不详；列表以 JSON 写在一个单元格内；日期为 ISO 格式；小数逐位照写。",
        "UTF-8; an empty cell is not known; a list is JSON in one cell; dates are ISO; decimals are exact.",
        'polars.read_csv("claim.csv", schema_overrides={"key": polars.String}, infer_schema_length=None)',
    ),
    "parquet": (
        "空值表示不详；日期为日期类型；小数为 64 位浮点数，原文写法见 claim 的 printed 列；列表为列表类型。",
        "Null is not known; dates are dates; decimals are 64-bit floats, the printed form is in claim.printed; "
        "lists are lists.",
        'polars.read_parquet("claim.parquet")',
    ),
}
_CELLS = {
    False: (
        "单元格照数据原样写出：以 = + - @ 开头的文字未作改动，请勿直接用电子表格软件打开来历不明的数据；"
        "供电子表格用者请以 --excel 导出。",
        "Cells stand as the data has them: texts that begin with = + - @ are not altered. For spreadsheets, export "
        "with --excel.",
    ),
    True: (
        "供电子表格打开：文件带 BOM，可能被当作公式或被改写的文字（2024-03、0571）前加了撇号（'），故与数据不完全一致；"
        "供程序用者请勿加 --excel。",
        "Made for spreadsheets: files begin with a byte order mark, and an apostrophe (') stands before texts that "
        "could run as a formula or be turned (2024-03, 0571), so those cells differ from the data. For programs, "
        "export without --excel.",
    ),
}
_CONTENTS = (
    "`thing` 含全部事物；各类另有一表，含该类及其下位类的全部成员，并以列表给出由已核实或引用文件的断言得出的直连边。",
    "`claim` 为断言，`evidence`、`span` 为其证据与原文位置；`disagreement` 为核查发现的分歧。\n",
    "`thing` holds all things; each class has a table with all its members and those of the classes below, with the",
    "plain edges of verified and act-cited claims as lists. `claim` holds the claims, `evidence` and `span` their",
    "evidence and its positions in the sources, `disagreement` what the audit found.\n",
)


def readme_text(
    tables: Sequence[TableSchema],
    counts: Mapping[str, int],
    provenance: Provenance,
    form: str,
    hidden: Sequence[str],
    *,
    excel: bool = False,
) -> str:
    """The text; `counts` are rows by table, `hidden` says what was left out."""
    return "\n".join(_lines(tables, counts, provenance, form, hidden, excel)) + "\n"


def _lines(
    tables: Sequence[TableSchema],
    counts: Mapping[str, int],
    provenance: Provenance,
    form: str,
    hidden: Sequence[str],
    excel: bool,
) -> Iterator[str]:
    zh, en, code = _READING[form]
    yield f"# {provenance.zh}\n\n{provenance.en}\n"
    yield f"数据截至 data up to: {provenance.day} · 本体版本 ontology version: {provenance.version}\n"
    yield from (f"{line}\n" for line in hidden)
    yield f"## 怎样读 How to read\n\n{zh}\n{en}\n"
    if form == "csv":
        yield "\n".join(_CELLS[excel]) + "\n"
        yield f"{CSVW}: CSVW; {DATAPACKAGE}: Frictionless (`frictionless validate {DATAPACKAGE}`)\n"
    else:
        yield f"{DATAPACKAGE}: 各列的类型与含义 type and meaning of every column\n"
    yield f"```python\n{code}\n```\n"
    yield from _CONTENTS
    yield "| 表 table | 行 rows | 中文 | English |\n|---|---:|---|---|"
    yield from (f"| `{t.name}` | {counts[t.name]} | {t.label.zh} | {t.label.en} |" for t in tables)
    yield from trust(provenance)


def trust(provenance: Provenance) -> Iterator[str]:
    """What an analyst must know of the sources, and what is not known."""
    yield "\n## 证据层级 Evidence tiers\n"
    for tier in schemes()["evidence-tier"].concepts:
        name, meant = tier.label, tier.label.definition
        yield f"- `{tier.id.partition('/')[2]}` {name.both()}: {meant.both()}"
    yield "\n## 未知之处 What is not known\n"
    yield from (f"- {zh} {en}" for zh, en in UNKNOWN)
    yield "\n## 来源 Sources\n\n来源的文字不在其中。The texts of the sources are not included.\n"
    yield from (f"- {s.line}" for s in provenance.sources)
    yield f"- 另引用 {provenance.acts} 份政策文件 and {provenance.acts} acts that are cited: `policy`"
