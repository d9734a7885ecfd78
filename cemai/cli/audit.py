"""The command that lists disagreements: audit."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, Excel, Format, Rows, SaveTo, Store
from .output import Output


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("audit")(audit)


def audit(
    klass: Annotated[
        str | None,
        typer.Option("--class", help="只看一类：value caliber date-kind scope arithmetic stale-total name-variant "
                     "· one class only"),
    ] = None,
    subject: Annotated[str | None, typer.Option(help="只看某个城市、机构…… · only of this thing")] = None,
    source: Annotated[str | None, typer.Option(help="只看某个来源（casebook-2024） · only of this source")] = None,
    disagreements_only: Annotated[
        bool, typer.Option("--disagreements-only", help="不列可以解释的差别 · leave out what can be explained")
    ] = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """哪些说法不一致，为何不一致，是否真是矛盾 · Which statements disagree, how, and whether they truly do."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output, kg = Output(how, out, excel), KnowledgeGraph.open(store)
    output.answer(kg.audit(klass, subject=subject, source=source, disagreements_only=disagreements_only))
