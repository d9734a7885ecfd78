"""Commands that ask the graph in words or in SPARQL, and say what an answer rests on: ask, query, queries, explain."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Annotated

import typer

from cemai.api.notes import NOTHING, cut
from cemai.graph.errors import QueryStopped
from cemai.queries.process.limits import MEGABYTES, ROWS, SECONDS, Limits

from .options import DEFAULT_STORE, All, Corpus, Excel, Format, Rows, SaveTo, Store
from .output import Output, say


def answer_question(
    question: Annotated[
        list[str] | None, typer.Argument(help="中文或英文问题 · a question in Chinese or English", show_default=False)
    ] = None,
    show_only: Annotated[
        bool, typer.Option("--show-only", help="只说明读作什么，不运行 · only how it is read, nothing runs")
    ] = False,
    list_forms: Annotated[
        bool, typer.Option("--list", help="可以问的全部问题 · all questions that can be asked")
    ] = False,
    unverified: All = False,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """用中文或英文提问 · Ask in Chinese or English: the query that ran, then its rows. Not understood: status 1."""
    from cemai.api.asking import NotUnderstood, reading
    from cemai.api.knowledge_graph import KnowledgeGraph
    from cemai.graph.errors import QueryError

    output = Output(how, out, excel)
    if list_forms:
        _list(output)
        return
    text = " ".join(question or []).strip()
    if not text:
        raise QueryError("give a question, or see --list 请给出问题，或用 --list 查看可以问什么")
    kg = KnowledgeGraph.open(store)
    try:
        if show_only:
            understood = reading(kg, text)
            typer.echo(f"查询 query: {understood.query}\n命令 command: {understood.command}")
            return
        found = kg.ask(text, unverified=unverified)
    except NotUnderstood as error:
        say(str(error))
        raise typer.Exit(1) from None
    for line in found.head:
        typer.echo(line) if output.readable else say(line)
    output.answer(found)


def _list(output: Output) -> None:
    """Every question that can be asked, with what answers it."""
    from cemai.queries.ask.templates import question_templates

    rows = [{"id": form.id, "questions": " ".join(form.questions), "zh": form.example("zh"),
             "en": form.example("en"), "query": form.run} for form in question_templates()]  # fmt: skip
    output.write(rows, ["id", "questions", "zh", "en", "query"])


def query_command(
    name: Annotated[str, typer.Argument(help="目录中的查询名、.rq 文件或 -（标准输入） · catalogue name, file or -")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="参数 名=值 · parameter k=v, may repeat")
    ] = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    timeout: Annotated[
        float, typer.Option("--timeout", help="最长秒数，到时停止 · seconds after which the query is stopped")
    ] = SECONDS,
    most: Annotated[
        int | None, typer.Option("--max-rows", help="最多行数 · rows after which the answer is cut; default: a million",
                                 show_default=False)
    ] = None,
    memory: Annotated[
        int, typer.Option("--memory", help="查询可用的内存，MB · memory that the query may take, in MB")
    ] = MEGABYTES,
    store: Store = DEFAULT_STORE,
) -> None:  # fmt: skip
    """运行一个查询（只读） · Run a query; updates and SERVICE are refused. Stopped by a limit: status 3."""
    from cemai.queries.process.runner import QueryRunner

    output, limits = Output(how, out, excel), Limits(timeout, ROWS if most is None else most, memory)
    with QueryRunner(store) as runner:
        runner.start()
        parameters, count = _parameters(param or []), itertools.count()
        answer = runner.run(name, parameters, limits, text=_query_text(name))
        output.write((dict(zip(answer.columns, row, strict=True)) for row, _ in zip(answer, count, strict=False)),
                     answer.columns, kinds=answer.kinds)  # fmt: skip
    shown = next(count)
    say(f"{shown} rows 行")
    if not shown:
        say(NOTHING)
    if answer.cut:
        say(cut(limits.rows))
        if most is None:  # nobody asked for a part
            raise typer.Exit(QueryStopped.status)


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
