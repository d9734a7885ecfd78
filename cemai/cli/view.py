"""Commands that write pages: view trace and its kin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .groups import view
from .options import DEFAULT_STORE, All, Corpus, Out, Store
from .output import say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    view.command("trace")(trace)


def trace(
    innovation: Annotated[str, typer.Argument(help="创新或监管方式 · innovation or mode")],
    out: Out,
    everything: All = False,
    corpus: Corpus = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项创新扩散的网络页（单个离线文件） · The spread of an innovation as one offline page."""
    from cemai.kg import KnowledgeGraph
    from cemai.pages.trace import trace_page

    page, nodes, edges = trace_page(KnowledgeGraph.open(store), innovation, unverified=everything, corpus=corpus)
    save(page, out, f"{nodes} nodes 节点, {edges} edges 边")


def save(page: str, out: Path, what: str) -> None:
    """Write a page whole, and say what it holds and how large it is."""
    from cemai.graph.export.files import write_lines

    write_lines(out, [page])
    say(f"{what}; {out.stat().st_size / 1024:,.0f} kB → {out.resolve()}")
