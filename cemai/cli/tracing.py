"""The command that traces: an innovation, a policy, or a topic of measures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

if TYPE_CHECKING:
    from cemai.results import Result

_TABLES = (".csv", ".json", ".xlsx")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("trace")(trace)


def trace(
    name: Annotated[str, typer.Argument(help="创新、监管方式、试点、文件或措施主题（1210、独立站补贴……） · "
                                        "innovation, mode, policy or topic of measures")],
    role: Annotated[
        str | None, typer.Option(help="只看一种角色 · only one role: originated, piloted, adopted …")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="截至日期 · up to this date")] = None,
    rounds: Annotated[bool, typer.Option("--rounds", help="按轮次 · by round: date, act, how many, who")] = False,
    tree: Annotated[bool, typer.Option("--tree", help="谁学自谁、依何文件 · from whom or by which act")] = False,
    curve: Annotated[bool, typer.Option("--curve", help="累计曲线；--out 可为 .png、.svg · cumulative curve")] = False,
    kind: Annotated[str | None, typer.Option("--as", help="作为 as innovation, policy, topic · which of them")] = None,
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """某项创新、文件或措施主题在哪里、自何时、依何文件 · Where something runs, since when and by whose act."""
    from cemai.graph.errors import QueryError
    from cemai.kg import KnowledgeGraph

    if rounds + tree + curve > 1:
        raise QueryError("choose one of --rounds, --tree, --curve 三者只能选一")
    kg, output = KnowledgeGraph.open(store), Output(how, out, excel)
    run = kg.rounds if rounds else kg.tree if tree else kg.curve if curve else kg.trace
    found: Result[Any] = run(name, role=role, until=until, unverified=everything, kind=kind)
    if output.readable:
        typer.echo(found.title)
    if tree and output.readable:
        for branch in found:
            typer.echo(branch.line())
        for note in found.notes:
            say(note)
    elif curve:
        _curve(found, output)
    else:
        output.answer(found)


def _curve(found: Result[Any], output: Output) -> None:
    """Sparklines above the rows, or a picture in the place of both."""
    from cemai.curve import plot, sparkline
    from cemai.words import ROLES

    line = found.found
    if output.out is not None and output.out.suffix.lower() not in _TABLES:
        plot(line, found.title, Path(output.out))
        say(f"→ {output.out}")
        for note in found.notes:
            say(note)
        return
    if output.readable:
        for role in dict.fromkeys(p.role for p in line.points):
            most = max(p.total for p in line.points if p.role == role)
            typer.echo(f"{ROLES.get(role, role):　<14} {sparkline(line, role)}  {most}")
    output.answer(found)
