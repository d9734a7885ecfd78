"""Commands that answer of one thing or on one topic: trace, show, measures, path, audit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

if TYPE_CHECKING:
    from cemai.api.result import Result


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


def show_command(
    name: Annotated[str, typer.Argument(help="城市、文件、机构……的名称或编号 · name or id of a thing")],
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """关于某个事物的已知陈述 · What is known of a thing: city, zone, policy, firm, person, indicator, source."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output, found = Output(how, out, excel), KnowledgeGraph.open(store).show(name, unverified=unverified)
    if output.readable:
        for line in found.head:
            typer.echo(line)
    output.answer(found)


def measures_command(
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
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """谁为某个主题出资：比例、金额、上限、门槛 · Who pays for a topic, by which rate, amount, cap; highest first."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    found = KnowledgeGraph.open(store).measures(
        topic, city=city, beneficiary=beneficiary, on=on, unquantified=unquantified, unverified=unverified
    )
    (typer.echo if output.readable else say)(found.title)
    output.answer(found)


def path_command(
    first: Annotated[str, typer.Argument(help="一方 · one thing")],
    second: Annotated[str, typer.Argument(help="另一方 · the other thing")],
    most: Annotated[int, typer.Option("--most", min=1, max=20, help="最多几条路径 · how many paths at most")] = 3,
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """两个事物如何相连，每一步附陈述 · How two things are tied, each hop with its claim."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    output = Output(how, out, excel)
    output.answer(KnowledgeGraph.open(store).path(first, second, most=most, unverified=unverified))


def list_findings(
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
