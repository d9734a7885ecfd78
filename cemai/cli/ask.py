"""The command that takes a question in Chinese or English: ask."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DEFAULT_STORE, All, Excel, Format, Rows, SaveTo, Store
from .output import Output, say


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("ask")(answer_question)


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
        raise QueryError("ask something, or see --list 请给出问题，或用 --list 查看可以问什么")
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
