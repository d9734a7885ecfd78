"""The command that lists support: measures."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say, tell_hidden, tell_nothing

if TYPE_CHECKING:
    from cemai.measures import Support
    from cemai.queries.runner import Cell

_HEADS = {
    "place_zh": "地方 place", "measure_zh": "措施 measure", "formula": "标准 formula",
    "maximum": "单个申请者上限 maximum", "policy_zh": "政策 policy", "valid": "写明有效期 stated validity",
    "locator": "出处 locator",
}  # fmt: skip


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
    from dataclasses import fields

    from cemai.kg import KnowledgeGraph
    from cemai.measures import NOTICE, Support
    from cemai.measures import measures as run

    output = Output(how, out, excel)
    found = run(KnowledgeGraph.open(store), topic, city=city, beneficiary=beneficiary,
                on=on.date() if on else None, unquantified=unquantified, unverified=everything)  # fmt: skip
    if output.readable:
        typer.echo(NOTICE)
    else:
        say(NOTICE)
    rows = [support.row() for support in found.rows]
    output.write(rows, [f.name for f in fields(Support)], _HEADS, map(_readable, found.rows))
    say(f"{len(rows)} 项支持标准 provisions")
    if found.without_figure:
        say(f"{found.without_figure} 项未载任何数字，未列出 state no figure and are not shown: --with-unquantified")
    if found.without_dates:
        say(f"{found.without_dates} 项未写明有效期，未列出 state no period of validity and are not shown")
    tell_hidden(found.hidden)
    if not rows:
        tell_nothing()


def _readable(support: Support) -> dict[str, Cell]:
    most = "未知 unknown" if support.maximum is None else f"{support.maximum:,} {support.currency}"
    dates = f"{support.valid_from or ''}–{support.valid_to or ''}" if support.valid_from or support.valid_to else ""
    return support.row() | {
        "formula": f"{support.formula_zh}\n{support.formula_en}", "valid": dates,
        "maximum": "\n".join(filter(None, [most, support.maximum_note])),
    }  # fmt: skip
