"""Commands that take the graph away as tables and as a research object."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from .groups import export
from .options import DEFAULT_STORE, Store
from .output import say

Folder = Annotated[Path, typer.Option("--out", "-o", help="输出目录 · folder to write")]
Force = Annotated[bool, typer.Option("--force", help="目录非空时整个替换 · replace a folder that is not empty")]
Unverified = Annotated[bool, typer.Option("--all", help="也收入未核实的陈述 · include unverified claims, too")]
Excel = Annotated[
    bool, typer.Option("--excel", help="供电子表格：CSV 带 BOM，公式加撇号 · CSV for spreadsheets: mark, no formulas")
]


class Form(enum.StrEnum):
    """Formats of tables."""

    csv = "csv"
    parquet = "parquet"


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    export.command("tables")(export_tables)
    export.command("rocrate")(export_rocrate)


def export_tables(
    out: Folder,
    how: Annotated[Form, typer.Option("--format", "-f", help="格式 · format")] = Form.csv,
    excel: Excel = False,
    everything: Unverified = False,
    force: Force = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """导出表格：每类一表，另有断言、证据、分歧与元数据 · Export tables: one a class, claims, evidence, metadata."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.pipeline.export.crate import export_tables as write

    kg = KnowledgeGraph.open(store)
    held = write(kg, out, how.value, excel=excel, unverified=everything, force=force)
    for line in held.hidden:
        say(line)
    say(f"{len(held.tables)} tables 张表 → {out}")


def export_rocrate(
    out: Folder, everything: Unverified = False, force: Force = False, store: Store = DEFAULT_STORE
) -> None:
    """导出为 RO-Crate 数据包（表格、RDF、本体、引用信息） · Export as an RO-Crate with tables, RDF and citation."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.pipeline.export.crate import export_crate

    files = export_crate(KnowledgeGraph.open(store), out, unverified=everything, force=force)
    say(f"{files} files 个文件 → {out}")
