"""The command that lists support: measures."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("measures")(measures)


def measures(
    topic: Annotated[str | None, typer.Option("--topic", "-t", help="主题 · topic: 独立站, independent-site …")] = None,
    city: Annotated[str | None, typer.Option("--city", "-c", help="地方及其下辖 · place and what lies in it")] = None,
    beneficiary: Annotated[str | None, typer.Option(help="受益对象 · who receives it: enterprise, platform …")] = None,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="只列写明该日有效的 · only those stated as valid on a day"),
    ] = None,
    unquantified: Annotated[
        bool, typer.Option("--with-unquantified", help="也列出没有数字的支持 · also support without any figure, last")
    ] = False,
    everything: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """谁为某个主题出资：比例、金额、上限、门槛 · Who pays for a topic, by which rate, amount, cap; highest first."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).measures(
        topic, city=city, beneficiary=beneficiary, on=on, unquantified=unquantified, unverified=everything
    )
    (typer.echo if output.readable else say)(found.title)
    output.answer(found)
