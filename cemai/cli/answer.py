"""Commands that answer: trace, show, query, queries, explain."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import DEFAULT_STORE, All, Corpus, Format, Rows, Store
from .output import say, write_rows

if TYPE_CHECKING:
    from cemai.trace import Trace

_STEPS = {
    "subject_zh": "地方/主体 place", "role": "角色 role", "date": "日期 date", "kind": "日期种类 kind",
    "act_zh": "依据 act", "tier": "证据层级 tier", "confidence": "可信 confidence", "locator": "出处 locator",
    "claim": "陈述 claim",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (trace, show, query, queries, explain):
        app.command(command.__name__)(command)


def trace(
    innovation: Annotated[str, typer.Argument(help="创新、监管方式或试点（1210、六体系两平台……） · what to trace")],
    role: Annotated[
        str | None, typer.Option(help="只看一种角色 · only one role: originated, piloted, adopted …")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="截至日期 · up to this date")] = None,
    everything: All = False,
    how: Rows = Format.table,
    store: Store = DEFAULT_STORE,
) -> None:
    """某项创新在哪里、自何时、依何文件 · Where an innovation runs, since when and by whose act."""
    from cemai.kg import KnowledgeGraph
    from cemai.trace import trace as run

    found = run(KnowledgeGraph.open(store), innovation, role=role, until=until.date() if until else None,
                unverified=everything)  # fmt: skip
    if how is Format.table:
        typer.echo(f"{found.name_zh} · {found.name_en or ''}")
        write_rows((_readable(step.row()) for step in found.steps), list(_STEPS), how, _STEPS)
    else:
        write_rows((step.row() for step in found.steps), _step_columns(), how)
    _tell(found, until)


def _step_columns() -> list[str]:
    from dataclasses import fields

    from cemai.trace import Step

    return [f.name for f in fields(Step)]


def _readable(row: dict[str, str | int | float | bool | None]) -> dict[str, str | int | float | bool | None]:
    from .words import BASIS, DATE_KINDS, ROLES, TIERS

    kind = DATE_KINDS.get(str(row["kind"]), row["kind"] or "")
    what = f" · {row['object_zh']}" if row["role"] == "designated" else ""
    return row | {
        "role": f"{ROLES.get(str(row['role']), row['role'])}{what}",
        "kind": f"{kind}{BASIS.get(str(row['basis']), '')}",
        "tier": TIERS.get(str(row["tier"]), row["tier"]),
    }  # fmt: skip


def _tell(found: Trace, until: datetime | None) -> None:
    tiers = ", ".join(f"{n} {tier}" for tier, n in sorted(found.tiers.items()))
    say(f"{len(found.steps)} 条陈述 statements ({tiers or '0'}), {found.subjects} 个主体 subjects")
    _tell_hidden(found.hidden)
    if until and found.undated:
        say(f"{found.undated} 条没有日期的陈述未列出 undated statements are not shown")
    if not found.steps:
        say("没有陈述不等于没有发生 no statement is known here; that is not a no")


def _tell_hidden(count: int) -> None:
    if count:
        say(f"{count} 条未核实的陈述未列出，用 --all 查看 unverified statements are not shown; --all shows them")


def show(
    name: Annotated[str, typer.Argument(help="城市、文件、机构……的名称或编号 · name or id of a thing")],
    everything: All = False,
    how: Rows = Format.table,
    store: Store = DEFAULT_STORE,
) -> None:
    """关于某个事物的已知陈述 · What is known of a thing."""
    from cemai.kg import KnowledgeGraph
    from cemai.show import COLUMNS, profile, statements

    kg = KnowledgeGraph.open(store)
    thing = kg.one(name)
    rows, hidden = statements(kg, thing, unverified=everything)
    if how is Format.table:
        for line in profile(kg, thing):
            typer.echo(line)
    write_rows(rows, COLUMNS, how)
    _tell_hidden(hidden)


def query(
    name: Annotated[str, typer.Argument(help="目录中的查询名、.rq 文件或 -（标准输入） · catalogue name, file or -")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="参数 名=值 · parameter k=v, may repeat")
    ] = None,
    how: Rows = Format.table,
    store: Store = DEFAULT_STORE,
) -> None:
    """运行一个查询（只读） · Run a query; updates and SERVICE are refused."""
    from cemai.kg import KnowledgeGraph
    from cemai.queries.catalogue import read_query
    from cemai.queries.safety import safe

    kg = KnowledgeGraph.open(store)
    parameters = _parameters(param or [])
    text = _query_text(name)
    rows = kg.query(name if text is None else read_query(name, safe(text)), parameters)
    write_rows(rows.dicts(), rows.columns, how)
    say(f"{len(rows.rows)} rows 行")


def _query_text(name: str) -> str | None:
    """The text of a query from stdin or a file; None for a name of the catalogue."""
    from cemai.graph.errors import QueryError

    path = Path(name)
    if name != "-" and path.suffix not in (".rq", ".sparql"):
        return None
    try:
        data = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise QueryError(f"cannot read {name}: {error.strerror} 无法读取查询文件") from None
    except UnicodeDecodeError:
        raise QueryError(f"{name}: not UTF-8, save the query as UTF-8 查询文件须为 UTF-8") from None


def _parameters(pairs: list[str]) -> dict[str, str]:
    from cemai.graph.errors import QueryError

    for pair in pairs:
        if "=" not in pair:
            raise QueryError(f"--param {pair!r} has no '=': write name=value 参数应写作 名=值")
    return dict(pair.split("=", 1) for pair in pairs)


def queries(
    search: Annotated[str | None, typer.Argument(help="查找词 · word to search for")] = None,
    how: Rows = Format.table,
) -> None:
    """查询目录 · The catalogue of queries."""
    from cemai.queries.catalogue import catalogue

    rows = [
        {"name": q.name, "zh": q.zh, "en": q.en, "questions": " ".join(q.questions),
         "parameters": " ".join(p.name + ("*" if p.required else "") for p in q.parameters)}
        for q in catalogue().values()
        if not search or search.casefold() in f"{q.name} {q.zh} {q.en} {' '.join(q.questions)}".casefold()
    ]  # fmt: skip
    write_rows(rows, ["name", "zh", "en", "questions", "parameters"], how)


def explain(
    claim: Annotated[str, typer.Argument(help="陈述编号 · id of a claim")],
    corpus: Corpus = None,
    how: Rows = Format.table,
    store: Store = DEFAULT_STORE,
) -> None:
    """一条陈述的证据、定位、来源与日期 · Evidence, passages, source and dates of one claim."""
    from cemai.explain import explain as run
    from cemai.kg import KnowledgeGraph

    rows = run(KnowledgeGraph.open(store), claim, corpus)
    write_rows(({"field": f, "value": v} for f, v in rows), ["field", "value"], how)
