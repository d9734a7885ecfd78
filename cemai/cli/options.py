"""Options that several commands share."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer


class Format(enum.StrEnum):
    """How rows come out."""

    table = "table"
    csv = "csv"
    json = "json"


Store = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="CEMAI_STORE",
        show_default=True,
        help="图谱目录，或 SPARQL 服务器地址（http…） · directory of the graph, or a SPARQL server's URL",
    ),
]
Folder = Annotated[
    str, typer.Option("--store", envvar="CEMAI_STORE", help="图谱目录 · directory of the graph", show_default=True)
]
Data = Annotated[
    list[Path] | None,
    typer.Option("--data", help="数据集目录，可多次给出；缺省为自带数据 · folder of datasets, may repeat; "
                 "default: the shipped ones"),
]  # fmt: skip
Corpus = Annotated[
    Path | None,
    typer.Option("--corpus", envvar="CEMAI_CORPUS", help="原文目录（<id>.txt） · folder with the source texts"),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="输出文件或目录 · file or folder to write")]
SaveTo = Annotated[
    Path | None, typer.Option("--out", "-o", help="另存为文件（.csv、.xlsx、.json） · save the rows to this file")
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel",
        help="CSV 供电子表格打开：带 BOM，公式与会被改写的文字前加撇号 · CSV for spreadsheets: "
        "a mark, an apostrophe before what they would run or turn",
    ),
]
Rows = Annotated[Format, typer.Option("--format", "-f", help="输出格式 · how rows come out")]
All = Annotated[bool, typer.Option("--all", help="也列出未核实的陈述 · show unverified claims, too")]

DEFAULT_STORE = ".cemai"
