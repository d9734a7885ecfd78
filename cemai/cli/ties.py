"""The command that ties two things: path."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output


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
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    output.answer(KnowledgeGraph.open(store).path(first, second, most=most, unverified=everything))
