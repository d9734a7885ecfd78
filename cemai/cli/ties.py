"""The command that ties two things: path."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say, tell_nothing

_HEADS = {
    "path": "路径 path", "hop": "步 hop", "start_zh": "起 from", "predicate": "关系 tie", "end_zh": "止 to",
    "tier": "证据层级 tier", "locator": "出处 locator", "claim": "陈述 claim",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("path")(path)


def path(
    first: Annotated[str, typer.Argument(help="一方 · one thing")],
    second: Annotated[str, typer.Argument(help="另一方 · the other thing")],
    most: Annotated[int, typer.Option("--most", min=1, max=20, help="最多几条路径 · how many paths at most")] = 3,
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """两个事物如何相连，每一步附陈述 · How two things are tied, each hop with its claim."""
    from dataclasses import fields

    from cemai.kg import KnowledgeGraph
    from cemai.paths import Hop, paths

    output = Output(how, out, excel)
    found = paths(KnowledgeGraph.open(store), first, second, most=most, unverified=everything)
    rows = [hop.row() for hops in found for hop in hops]
    shown = (
        row | {"predicate": f"—{row['predicate']}→" if row["forward"] else f"←{row['predicate']}—"} for row in rows
    )
    output.write(rows, [f.name for f in fields(Hop)], _HEADS, shown)
    say(f"{len(found)} 条最短路径 shortest paths")
    if not found:
        tell_nothing()
