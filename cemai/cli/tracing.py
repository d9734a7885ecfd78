"""The command that traces: an innovation, a policy, or a topic of measures."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

if TYPE_CHECKING:
    from cemai.api.result import Result


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("trace")(trace_command)


def trace_command(
    name: Annotated[str, typer.Argument(help="创新、监管方式、试点、文件或措施主题（1210、独立站补贴……） · "
                                        "innovation, mode, policy or topic of measures")],
    role: Annotated[
        str | None, typer.Option(help="只看一种角色 · only one role: originated, piloted, adopted …")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="截至日期 · up to this date")] = None,
    rounds: Annotated[bool, typer.Option("--rounds", help="按轮次 · by round: date, act, how many, who")] = False,
    tree: Annotated[bool, typer.Option("--tree", help="谁学自谁、依何文件 · from whom or by which act")] = False,
    kind: Annotated[str | None, typer.Option("--as", help="作为 as innovation, policy, topic · which of them")] = None,
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """某项创新、文件或措施主题在哪里、自何时、依何文件 · Where something runs, since when and by whose act."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.graph.errors import QueryError

    if rounds and tree:
        raise QueryError("choose one of --rounds, --tree 二者只能选一")
    output, kg = Output(how, out, excel), KnowledgeGraph.open(store)
    run = kg.rounds if rounds else kg.tree if tree else kg.trace
    found: Result[Any] = run(name, role=role, until=until, unverified=unverified, kind=kind)
    if output.readable:
        typer.echo(found.title)
    if tree and output.readable:
        for branch in found:
            typer.echo(branch.line())
        for note in found.notes:
            say(note)
    else:
        output.answer(found)
