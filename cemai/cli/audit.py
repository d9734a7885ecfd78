"""The command that lists disagreements: audit."""

from __future__ import annotations

from typing import Annotated

import typer

from cemai.queries.runner import Cell

from .options import DEFAULT_STORE, Format, Rows, Store
from .output import say, write_rows

_HEADS = {
    "rank": "序 rank", "class": "类型 class", "disagreement": "矛盾 disagreement", "sentence": "说明 finding",
    "gap": "差距 gap", "passages": "出处 passages",
}  # fmt: skip
_SHOWN = 4  # passages in a table


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
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """哪些说法不一致，为何不一致，是否真是矛盾 · Which statements disagree, how, and whether they truly do."""
    from cemai.audit import COLUMNS, findings
    from cemai.kg import KnowledgeGraph

    rows = findings(KnowledgeGraph.open(store), klass, subject, source, disagreements_only=disagreements_only)
    if how is Format.table:
        write_rows(map(_readable, rows), list(_HEADS), how, _HEADS)
    else:
        write_rows(rows, COLUMNS, how)
    true = sum(r["disagreement"] is True for r in rows)
    say(f"{len(rows)} 项 findings: {true} 处矛盾 disagreements, {len(rows) - true} 处可以解释 explained")
    if not rows:
        say("没有发现不等于没有分歧 none found among the statements recorded here; that is not a no")


def _readable(row: dict[str, Cell]) -> dict[str, Cell]:
    passages = str(row["passages"]).split(", ")
    more = f" … +{len(passages) - _SHOWN}" if len(passages) > _SHOWN else ""
    relative = f"\n{row['relative']}%" if row["relative"] is not None else ""
    gap = f"{row['gap']} {row['gap_unit']}{relative}" if row["gap"] else None
    return {
        "rank": row["rank"], "class": row["class"], "disagreement": "是 yes" if row["disagreement"] else "否 no",
        "sentence": f"{row['zh']}\n{row['en']}", "gap": gap, "passages": "\n".join(passages[:_SHOWN]) + more,
    }  # fmt: skip
