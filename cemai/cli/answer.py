"""Commands that answer from the catalogue: show, query, queries, explain."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Corpus, Excel, Format, Rows, SaveTo, Store
from .output import Output, say, tell_nothing


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("show")(show_command)
    app.command("query")(query_command)
    app.command("queries")(queries_command)
    app.command("explain")(explain_command)


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


def query_command(
    name: Annotated[str, typer.Argument(help="目录中的查询名、.rq 文件或 -（标准输入） · catalogue name, file or -")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="参数 名=值 · parameter k=v, may repeat")
    ] = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """运行一个查询（只读） · Run a query; updates and SERVICE are refused."""
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.queries.catalogue import read_query
    from cemai.queries.safety import safe

    kg = KnowledgeGraph.open(store)
    parameters = _parameters(param or [])
    text = _query_text(name)
    rows = kg.query(name if text is None else read_query(name, safe(text)), parameters)
    Output(how, out, excel).write(rows.dicts(), rows.columns, kinds=rows.kinds)
    say(f"{len(rows.rows)} rows 行")
    if not rows.rows:
        tell_nothing()


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


def queries_command(
    search: Annotated[str | None, typer.Argument(help="查找词 · word to search for")] = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
) -> None:
    """查询目录 · The catalogue of queries."""
    from cemai.graph.model.normal_form import plain
    from cemai.queries.catalogue import all_queries

    rows = [
        {"name": q.name, "zh": q.zh, "en": q.en, "questions": " ".join(q.questions),
         "parameters": " ".join(p.name + ("*" if p.required else "") for p in q.parameters)}
        for q in all_queries().values()
        if not search or plain(search).strip() in plain(f"{q.name} {q.zh} {q.en} {' '.join(q.questions)}")
    ]  # fmt: skip
    Output(how, out, excel).write(rows, ["name", "zh", "en", "questions", "parameters"])


def explain_command(
    claim: Annotated[str, typer.Argument(help="陈述编号 · id of a claim")],
    corpus: Corpus = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """一条陈述的证据、定位、来源与日期 · Evidence, passages, source and dates of one claim."""
    from cemai.api.knowledge_graph import KnowledgeGraph

    Output(how, out, excel).answer(KnowledgeGraph.open(store).explain(claim, corpus=corpus))
