"""The command that traces: an innovation, a policy, or a topic of measures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say, tell_hidden, tell_nothing

if TYPE_CHECKING:
    from cemai.kg import KnowledgeGraph
    from cemai.queries.runner import Cell
    from cemai.trace import Trace

_STEPS = {
    "subject_zh": "地方/主体 place", "role": "角色 role", "date": "日期 date", "kind": "日期种类 kind",
    "act_zh": "依据 act", "tier": "证据层级 tier", "confidence": "可信 confidence", "locator": "出处 locator",
    "claim": "陈述 claim",
}  # fmt: skip
_ROUNDS = {
    "number": "轮次 round", "begin": "首日 first day", "date": "原文日期 as written", "kind": "日期种类 kind",
    "role": "角色 role", "act_zh": "依据 act", "subjects": "主体数 subjects", "who": "主体 who",
    "tiers": "证据层级 tiers",
}  # fmt: skip
_POINTS = {"role": "角色 role", "date": "日期首日 first day", "new": "新增 new", "total": "累计 total"}


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
    from cemai.trace import trace as run

    if rounds + tree + curve > 1:
        raise QueryError("choose one of --rounds, --tree, --curve 三者只能选一")
    kg, output = KnowledgeGraph.open(store), Output(how, out, excel)
    found = run(kg, name, role=role, until=until.date() if until else None, unverified=everything, kind=kind)
    if output.readable:
        typer.echo(f"{found.name_zh} · {found.name_en or ''}")
    if rounds:
        _rounds(found, output)
    elif tree:
        _tree(found, output)
    elif curve:
        _curve(kg, found, output)
    else:
        _steps(found, output)
    _tell(kg, found, name, until, kind)


def _steps(found: Trace, output: Output) -> None:
    from dataclasses import fields

    from cemai.trace import Step

    rows = [step.row() for step in found.steps]
    output.write(rows, [f.name for f in fields(Step)], _STEPS, map(_readable, rows))


def _readable(row: dict[str, Cell]) -> dict[str, Cell]:
    from .words import BASIS, DATE_KINDS, ROLES, TIERS

    kind = DATE_KINDS.get(str(row["kind"]), row["kind"] or "")
    what = "" if row["role"] in _PLAIN_ROLES else f" · {row['object_zh'] or row['object'] or ''}"
    return row | {
        "role": f"{ROLES.get(str(row['role']), row['role'])}{what}",
        "kind": f"{kind}{BASIS.get(str(row['basis']), '')}",
        "tier": TIERS.get(str(row["tier"]), row["tier"]),
    }  # fmt: skip


# Roles in the innovation that is traced: it need not be named again.
_PLAIN_ROLES = ("originated", "piloted", "adopted", "madeEligible", "mandated", "reportedOperating")


def _rounds(found: Trace, output: Output) -> None:
    from dataclasses import fields

    from cemai.rounds import Round
    from cemai.rounds import rounds as run

    from .words import DATE_KINDS, ROLES

    rows = [r.row() for r in run(found.steps)]
    shown = (
        r | {"kind": DATE_KINDS.get(str(r["kind"]), r["kind"]), "role": ROLES.get(str(r["role"]), r["role"])}
        for r in rows
    )
    output.write(rows, [f.name for f in fields(Round)], _ROUNDS, shown)


def _tree(found: Trace, output: Output) -> None:
    from dataclasses import fields

    from cemai.tree import Branch
    from cemai.tree import tree as run

    nodes = run(found)
    if output.readable:
        for node in nodes:
            typer.echo(node.line())
    else:
        output.write([node.row() for node in nodes], [f.name for f in fields(Branch)])


def _curve(kg: KnowledgeGraph, found: Trace, output: Output) -> None:
    from cemai.curve import curve as run
    from cemai.curve import plot, sparkline

    from .words import ROLES

    line = run(kg, found)
    if output.readable:
        for role in dict.fromkeys(p.role for p in line.points):
            most = max(p.total for p in line.points if p.role == role)
            typer.echo(f"{ROLES.get(role, role):　<14} {sparkline(line, role)}  {most}")
    if output.out is not None and output.out.suffix.lower() not in (".csv", ".json", ".xlsx"):
        plot(line, f"{found.name_en or found.innovation.rpartition('/')[2]}", Path(output.out))
        say(f"→ {output.out}")
    else:
        output.write([p.row() for p in line.points], list(_POINTS), _POINTS)
    if line.undated or line.together:
        say(f"{line.undated} 个无日期 undated, {line.together} 个多地合称 named together: not counted 未计入")


def _tell(kg: KnowledgeGraph, found: Trace, name: str, until: datetime | None, kind: str | None) -> None:
    from cemai.reach import others

    tiers = ", ".join(f"{n} {tier}" for tier, n in sorted(found.tiers.items()))
    say(f"{len(found.steps)} 条陈述 statements ({tiers or '0'}), {found.subjects} 个主体 subjects")
    tell_hidden(found.hidden)
    if until and found.undated:
        say(f"{found.undated} 条没有日期的陈述未列出 undated statements are not shown")
    if not found.steps:
        tell_nothing()
    if kind is None and (also := others(kg, name, found.kind)):
        say(f"“{name}” 也可作为 can also be traced {' / '.join(f'--as {k}' for k in also)}")
