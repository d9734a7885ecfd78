"""The command that shows the model: ontology."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_STORE, Excel, Format, Rows, SaveTo, Store
from .output import Output, say

Html = Annotated[
    Path | None, typer.Option("--html", help="写出参考页（离线网页）的目录 · folder for the reference page (offline)")
]
Context = Annotated[
    Path | None, typer.Option("--context", help="写出 JSON-LD 上下文的文件 · file for the JSON-LD context of the data")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("ontology")(ontology)


def ontology(
    html: Html = None,
    context: Context = None,
    how: Rows = Format.table,
    out: SaveTo = None,
    excel: Excel = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """本体：词项表，或参考页与 JSON-LD 上下文 · The model: its terms, or a reference page and a JSON-LD context."""
    from cemai.graph.export.files import write_lines

    if html is None and context is None:
        _terms(Output(how, out, excel))
    if html is not None:
        from cemai.pipeline.export.description import counts
        from cemai.viz.reference import render

        page = html / "index.html"
        write_lines(page, [render(counts(store))])
        say(f"参考页 reference → {page.resolve()}")
    if context is not None:
        import json

        from cemai.graph.export.context import context as run

        write_lines(context, [json.dumps(run(), ensure_ascii=False, indent=1)])
        say(f"JSON-LD context → {context.resolve()}")


def _terms(output: Output) -> None:
    """Every class and property, one a row."""
    from cemai.ontology.describe import describe

    found = describe()
    rows = [
        {"name": t.name, "kind": t.kind, "zh": t.words.zh, "en": t.words.en, "above": " ".join(t.parents),
         "domain": " ".join(t.domain), "range": " ".join(t.range), "questions": " ".join(t.questions)}
        for t in (*found.classes, *found.properties)
    ]  # fmt: skip
    output.write(rows, ["name", "kind", "zh", "en", "above", "domain", "range", "questions"])
    say(f"{len(found.classes)} classes 类, {len(found.properties)} properties 属性")
