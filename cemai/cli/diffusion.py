"""The command that shows how an innovation spread, and writes the files of the study."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, Store
from .output import Output, say

if TYPE_CHECKING:
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.api.result import Result
    from cemai.queries.answers.diffusion_data import DiffusionData, Study

_TABLES = (".csv", ".json", ".xlsx")
Files = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="目录：写出研究用的全部文件；.csv、.xlsx、.json：只存这些行 · "
                 "a folder for all the files of the study, or a file for these rows"),
]  # fmt: skip


def study_diffusion(
    innovation: Annotated[
        str, typer.Argument(help="创新（1210……）、zones（综试区的认定）或 all · an innovation, zones, or all")
    ] = "all",
    risk: Annotated[
        str | None,
        typer.Option(
            help="风险集 · who is at risk: zones, cities, districts (default: chosen by the kind of adopters)"
        ),
    ] = None,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", help="指名风险集，可多次给出 · a named risk set, may repeat")
    ] = None,
    role: Annotated[str | None, typer.Option(help="只看一种角色 · only one role: piloted, adopted …")] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="数据截止日 · end of the data (censoring)")
    ] = None,
    curve: Annotated[bool, typer.Option("--curve", help="曲线各点为行 · rows are points of the curve")] = False,
    survival: Annotated[bool, typer.Option("--survival", help="Kaplan-Meier 各步为行 · rows are its steps")] = False,
    out: Files = None,
    unverified: All = False,
    how: Rows = Format.table,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """创新如何扩散：次序、曲线、时间 · How an innovation spread: order with ties, curve, times."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.api.spreading import EVERY, overview, prepared, single
    from cemai.graph.errors import QueryError

    folder = _folder(out)
    if curve and survival:
        raise QueryError("choose one of --curve, --survival 二者只能选一")
    if folder and (curve or survival):
        raise QueryError("a folder takes all files: leave out --curve and --survival 写出目录时不用这两个选项")
    if innovation == EVERY and (curve or survival):
        raise QueryError("--curve and --survival take one innovation: cemai diffusion 1210 --curve 请指明一项创新")
    kg = KnowledgeGraph.open(store)
    data, studies = prepared(kg, innovation, risk=risk, unit=unit or (), role=role, until=until, unverified=unverified)
    if folder:
        _write(kg, data, studies, folder)
        return
    output = Output(how, out, excel)
    if innovation == EVERY:
        output.answer(overview(kg, data, studies))
    elif how is Format.json and not out and not (curve or survival):
        _whole(data, studies[0], single(kg, data, studies[0], "order"))
    else:
        views = ["curve"] if curve else ["survival"] if survival else ["order"]
        if output.readable and views == ["order"] and studies[0].dated:
            views.append("curve")
        _show([single(kg, data, studies[0], view) for view in views], output)


def _folder(out: Path | None) -> Path | None:
    """The folder that `out` names; None for a file of rows. Raises OutputError for another kind of file."""
    from cemai.graph.errors import OutputError
    from cemai.graph.export.files import is_stream

    if out is None or is_stream(out) or (out.suffix.lower() in _TABLES and not out.is_dir()):
        return None
    if out.suffix and not out.is_dir():
        raise OutputError(f"{out}: a folder has no suffix; rows go to {', '.join(_TABLES)}, "
                          "pictures to cemai plot 目录名不带后缀；存行用 csv、json、xlsx，画图用 plot")  # fmt: skip
    return out


def _write(kg: KnowledgeGraph, data: DiffusionData, studies: list[Study], folder: Path) -> None:
    from cemai.pipeline.export.diffusion import write

    for file, count in write(kg, data, studies, folder).items():
        say(f"{folder / file}: {count} 行 rows")
    say(f"{folder / 'codebook.md'}")


def _show(found: list[Result[Any]], output: Output) -> None:
    """The summary (to stderr where rows are data), the rows of each view, and the notes once."""
    for line in found[0].head:
        (typer.echo if output.readable else say)(line)
    for view in found:
        rows = view.shown()
        output.write(view.records, view.columns, view.table.headings, rows, view.kinds)
    for note in found[0].notes:
        say(note)


def _whole(data: DiffusionData, study: Study, order: Result[Any]) -> None:
    """Summary, order and curve as one JSON object."""
    from cemai.queries.answers.diffusion_summary import curve_rows, summary_data

    found = {"summary": summary_data(data, study), "order": order.records, "curve": curve_rows(study.points)}
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
    for note in order.notes:
        say(note)
